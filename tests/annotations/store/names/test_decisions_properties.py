"""Whatever people decide, merges stay a forest, and each can be taken back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import NamesError
from annotations.model import Article, Detector, Entity
from annotations.store import Store

NAMES = ("Dell", "Lind", "Hill", "Kerr")
articles = st.lists(st.sets(st.sampled_from(NAMES), min_size=1), min_size=2, max_size=4)
names = st.sampled_from((*NAMES, *(f"{name} (0)" for name in NAMES)))
decisions = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), names, names, st.booleans()),
        st.tuples(st.just("split"), names),
        st.tuples(st.just("split_in"), names),
    ),
    max_size=8,
)


@contextmanager
def store_with(blank: Path, articles: list[set[str]]) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        shutil.copy(blank, path)
        with Store.open(path, annotator="ana") as store:
            for number, found in enumerate(articles):
                tell(store, str(number), sorted(found))
            yield store


def tell(store: Store, article_id: str, names: list[str]) -> None:
    text = " ".join(names)
    store.articles.add_one(Article(id=article_id, text=text))
    found = [
        Entity(
            start=text.index(name),
            end=text.index(name) + len(name),
            text=name,
            label="PERSON",
            name=name,
        )
        for name in names
    ]
    store.runs.record(article_id, Detector(name="finder", version="1"), found)


def decide(store: Store, decision: tuple[str | bool, ...]) -> None:
    match decision:
        case ("merge", str(name), str(into), bool(force)):
            store.names.merge(name, into, force=force)
        case ("split", str(name)):
            store.names.split(name)
        case ("split_in", str(name)):
            store.names.split_in(name, "0")


def merges(store: Store) -> dict[str, str]:
    rows = store._connection.rows(
        "SELECT name, merged_into FROM name_merges WHERE undone_at IS NULL"
    )
    assert len(dict(rows)) == len(rows)
    return dict(rows)


def end_of(name: str, parents: dict[str, str]) -> str:
    """What a name counts as, which has to be found within so many steps."""
    for _ in range(len(parents) + 1):
        if name not in parents:
            return name
        name = parents[name]
    raise AssertionError(f"{name} is merged in a circle")


@settings(max_examples=40)
@given(articles=articles, made=decisions)
def test_merges_stay_a_forest_and_every_mention_counts_once(
    blank: Path, articles: list[set[str]], made: list[tuple[str | bool, ...]]
) -> None:
    with store_with(blank, articles) as store:
        for decision in made:
            with suppress(NamesError):
                decide(store, decision)
            parents = merges(store)
            ends = {name: end_of(name, parents) for name in parents}
            found = store.names.find()
            assert sum(each.mentions for each in found) == sum(map(len, articles))
            for each in found:
                assert set(each.also) == {name for name in ends if ends[name] == each.name}


@settings(max_examples=40)
@given(articles=articles, made=decisions, name=names, into=names, force=st.booleans())
def test_merge_and_split_leave_everything_as_it_was(
    blank: Path,
    articles: list[set[str]],
    made: list[tuple[str | bool, ...]],
    name: str,
    into: str,
    force: bool,
) -> None:
    with store_with(blank, articles) as store:
        for decision in made:
            with suppress(NamesError):
                decide(store, decision)
        before = merges(store), store.names.find()
        if name in before[0]:
            return  # what stands already is strengthened, which is no new merge
        with suppress(NamesError):
            store.names.merge(name, into, force=force)
            store.names.split(name)
        assert (merges(store), store.names.find()) == before


@settings(max_examples=40)
@given(articles=articles, made=decisions)
def test_without_force_two_names_of_one_article_stay_two(
    blank: Path, articles: list[set[str]], made: list[tuple[str | bool, ...]]
) -> None:
    with store_with(blank, articles) as store:
        for decision in made:
            with suppress(NamesError):
                decide(store, (*decision[:3], False) if decision[0] == "merge" else decision)
        rows = store._connection.rows("SELECT article_id, name FROM name_articles")
        assert len(set(rows)) == len(rows)
