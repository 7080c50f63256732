"""States of articles: given by key, or following from the annotations."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import EditConflict
from annotations.filters import parsed
from annotations.model import (
    SETTABLE,
    Annotation,
    Article,
    ArticleState,
    Confidence,
    Detector,
    Entity,
    state_of,
)
from annotations.review import Change, accept, reject
from annotations.store import Store
from annotations.store.waiting import Stage, Sureness

NEW, BEGUN, LATER, REVIEWED, EXCLUDED = ArticleState
TEXT = "Ana met Bela on Monday."
DETECTOR = Detector(name="finder", version="1")


def found(confidence: Confidence | None = None) -> list[Annotation]:
    return [
        Entity(start=0, end=3, text="Ana", label="PERSON", confidence=confidence),
        Entity(start=8, end=12, text="Bela", label="PERSON", confidence=Confidence.LOW),
        Entity(start=16, end=22, text="Monday", label="DATE", confidence=Confidence.LOW),
    ]


def decide(store: Store, article_id: str, which: Sequence[int]) -> None:
    standing = store.annotations.of(article_id)
    changes = [Change(before=standing[at], after=accept(standing[at])) for at in which]
    if changes:
        store.edits.annotations(article_id, "accept", changes)


@pytest.fixture
def library(empty: Store) -> Store:
    """Articles that are not run, new, begun, done, and with nothing in them."""
    for article_id, decided in (("new", ()), ("begun", (0,)), ("done", (0, 1))):
        empty.articles.add_one(Article(id=article_id, text=TEXT))
        empty.runs.record(article_id, DETECTOR, found())
        decide(empty, article_id, decided)
    empty.articles.add_one(Article(id="unrun", text=TEXT))
    empty.articles.add_one(Article(id="bare", text="Rain."))
    empty.runs.record("bare", DETECTOR, [])
    return empty


def states(store: Store) -> dict[str, ArticleState]:
    return {row.id: row.state for row in store.articles.rows(store.articles.keys())}


def fitting(store: Store, typed: str) -> set[str]:
    return {row.id for row in store.articles.rows(store.articles.keys(query=parsed(typed)))}


def test_derived(library: Store) -> None:
    assert states(library) == {
        "unrun": NEW,
        "new": NEW,
        "begun": BEGUN,
        "done": REVIEWED,
        "bare": REVIEWED,
    }


@pytest.mark.parametrize("state", SETTABLE)
def test_given_and_undone(library: Store, state: ArticleState) -> None:
    group = library.edits.set_state("new", "say", state)
    assert (group.action, group.article_ids, group.changes) == ("say", ("new",), ())
    assert states(library)["new"] is state
    assert library.articles.get("new").state is state
    library.edits.undo(article_id="new")
    assert (states(library)["new"], library.articles.get("new").state) == (NEW, None)
    library.edits.redo(article_id="new")
    assert states(library)["new"] is state
    library.edits.set_state("new", "clear", None)
    assert states(library)["new"] is NEW


def test_the_same_again_is_no_edit(library: Store) -> None:
    library.edits.set_state("new", "exclude", EXCLUDED)
    with pytest.raises(ValueError, match="change something"):
        library.edits.set_state("new", "exclude", EXCLUDED)


def test_what_is_put_off_is_reviewed_once_nothing_is_left(library: Store) -> None:
    library.edits.set_state("begun", "put off", LATER)
    assert fitting(library, "is:later") == {"begun"}
    decide(library, "begun", (1,))
    assert states(library)["begun"] is REVIEWED
    assert fitting(library, "is:later") == set()
    assert fitting(library, "is:reviewed") == {"begun", "done", "bare"}


def test_many_in_one_step(library: Store) -> None:
    library.edits.set_state("done", "exclude", EXCLUDED)
    keys = list(library.articles.keys())
    outcome = library.bulk.set_state(keys, "exclude", EXCLUDED)
    assert (outcome.articles, outcome.changes) == (4, 4)
    assert fitting(library, "is:excluded") == {"unrun", "new", "begun", "done", "bare"}
    library.edits.undo()
    assert fitting(library, "is:excluded") == {"done"}


def test_undo_of_what_is_otherwise_by_now(library: Store) -> None:
    library.edits.set_state("new", "exclude", EXCLUDED)
    library._connection.execute("DELETE FROM article_states")
    with pytest.raises(EditConflict):
        library.edits.undo()


def test_filters_tell_them_apart(library: Store) -> None:
    library.edits.set_state("begun", "mark reviewed", REVIEWED)
    assert fitting(library, "is:new") == {"new", "unrun"}
    assert fitting(library, "is:begun") == set()
    assert fitting(library, "is:reviewed") == {"begun", "done", "bare"}
    assert fitting(library, "is:unreviewed") == {"new"}
    library.edits.set_state("new", "exclude", EXCLUDED)
    assert fitting(library, "is:unreviewed") == set()
    assert fitting(library, "-is:excluded is:new") == {"unrun"}


given_states = st.sampled_from([None, *SETTABLE])


@settings(max_examples=25)
@given(cases=st.lists(st.tuples(given_states, st.sampled_from(["", "0", "1", "01"])), max_size=4))
def test_filters_and_rows_agree_with_the_definition(
    blank: Path, cases: list[tuple[ArticleState | None, str]]
) -> None:
    with (
        TemporaryDirectory() as folder,
        Store.open(Path(shutil.copy(blank, Path(folder) / "store.db")), annotator="ana") as store,
    ):
        for number, (state, decided) in enumerate(cases):
            store.articles.add_one(Article(id=str(number), text=TEXT))
            store.runs.record(str(number), DETECTOR, found())
            decide(store, str(number), [int(each) for each in decided])
            if state is not None:
                store.edits.set_state(str(number), "say", state)
        expected = {
            str(number): state_of(state, decided=len(decided), undecided=2 - len(decided), run=True)
            for number, (state, decided) in enumerate(cases)
        }
        assert states(store) == expected
        for state in ArticleState:
            fit = {article_id for article_id, each in expected.items() if each is state}
            assert fitting(store, f"is:{state}") == fit


def test_least_reviewed_first_leaves_those_called_reviewed_behind(library: Store) -> None:
    library.edits.set_state("new", "mark reviewed", REVIEWED)
    keys = library.articles.keys(sort="unreviewed", descending=True)
    assert library.articles.rows(keys)[0].id == "begun"


def test_a_state_is_imported_where_none_was_given(library: Store) -> None:
    merged = library.imports.merge(Article(id="new", text=TEXT, state=EXCLUDED), [])
    assert not merged.new_article
    assert library.articles.get("new").state is EXCLUDED
    library.imports.merge(Article(id="new", text=TEXT, state=REVIEWED), [])
    assert library.articles.get("new").state is EXCLUDED
    library.edits.undo()
    assert library.articles.get("new").state is None
    library.imports.merge(Article(id="more", text=TEXT, state=LATER), [])
    assert library.articles.get("more").state is LATER


def test_iterating_without_excluded_ones(library: Store) -> None:
    library.edits.set_state("new", "exclude", EXCLUDED)
    assert library.articles.excluded() == 1
    left = [article.id for article in library.articles.iterate(excluded=False)]
    assert left == ["begun", "done", "unrun", "bare"]
    assert len(list(library.articles.iterate())) == 5


# What waits


ANY = Stage(Sureness.ANY)


def key(store: Store, article_id: str) -> int:
    return store.articles.key(article_id)


def test_counts_of_what_waits_by_confidence(empty: Store) -> None:
    empty.articles.add_one(Article(id="a", text=TEXT))
    counts = "SELECT unreviewed, unreviewed_low, unreviewed_high FROM article_counts"

    def counted() -> object:
        return empty._connection.row(counts)

    empty.runs.record("a", DETECTOR, found(Confidence.HIGH))
    assert counted() == (2, 1, 1)
    empty.runs.record("a", Detector(name="finder", version="2"), found(Confidence.MEDIUM))
    assert counted() == (2, 1, 0)
    before = empty.annotations.of("a")[1]
    empty.edits.annotations("a", "reject", [Change(before=before, after=reject(before))])
    assert counted() == (1, 0, 0)
    empty.edits.undo()
    assert counted() == (2, 1, 0)
    empty.runs.record("a", Detector(name="finder", version="3"), [])
    assert counted() == (0, 0, 0)


def test_what_waits_in_an_article(library: Store) -> None:
    queue, new = library.queue, key(library, "new")
    first = queue.next_in(new, ANY, after=None, skipped=())
    assert first is not None
    assert (first.article_id, first.start, first.end) == ("new", 0, 3)
    second = queue.next_in(new, ANY, after=first, skipped=())
    assert second is not None
    assert second.start == 8
    assert queue.next_in(new, ANY, after=second, skipped=()) is None
    assert queue.next_in(new, ANY, after=None, skipped=[first.id]) == second
    assert queue.next_in(new, Stage(Sureness.LOW), after=None, skipped=()) == second
    assert queue.next_in(new, Stage(Sureness.MEDIUM), after=None, skipped=()) == first
    assert queue.next_in(new, Stage(Sureness.HIGH), after=None, skipped=()) is None
    assert queue.next_in(key(library, "done"), ANY, after=None, skipped=()) is None


def test_articles_in_which_something_waits(library: Store) -> None:
    keys = [key(library, each) for each in ("done", "new", "unrun", "begun", "bare")]
    assert library.queue.places(keys, ANY) == [1, 3]
    assert library.queue.places(keys, Stage(Sureness.MEDIUM)) == [1]
    assert library.queue.left(keys) == 3
    library.edits.set_state("begun", "put off", LATER)
    assert library.queue.places(keys, ANY) == [1]
    assert library.queue.places(keys, Stage(Sureness.ANY, put_off=True)) == [3]
    assert library.queue.left(keys) == 3
    library.edits.set_state("begun", "exclude", EXCLUDED)
    library.bulk.delete([key(library, "new")])
    assert library.queue.places(keys, ANY) == []
    assert library.queue.left(keys) == 0


def test_whether_it_still_waits(library: Store) -> None:
    new = key(library, "new")
    first = library.queue.next_in(new, ANY, after=None, skipped=())
    assert first is not None
    assert library.queue.waits(first, ANY)
    library.edits.set_state("new", "put off", LATER)
    assert not library.queue.waits(first, ANY)
    assert library.queue.waits(first, Stage(Sureness.ANY, put_off=True))
    library.edits.set_state("new", "clear", None)
    decide(library, "new", (0,))
    assert not library.queue.waits(first, ANY)
