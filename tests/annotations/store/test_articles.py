import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import NoSuchArticle, StoreError
from annotations.filters import Word, parsed
from annotations.model import ENTITY_LABELS, NUMBER_LABELS, Article, Detector, Entity
from annotations.review import Change, accept, relabel
from annotations.store import Addition, Store
from annotations.store.matching import match_expression

FULL = Article(
    id="https://example.org/1?a=b",
    text="Erste Zeile: Öl & Wasser.\n\n😊 Zweite [red]Zeile[/red].",
    title='The "pause"',
    source="Lindow Courier",
    url="https://example.org/1",
    published="2016-10-20T08:00:00+02:00",
    updated="2016-10-21",
    section="World",
    read_from="news.zip › a.html",
    sha256="ab" * 32,
    byline=("Jo Lane", "Ed Röök"),
    language="de",
    tags=("zeal", "aid"),
    note="First.\nSecond.",
)


def ids(store: Store, **options: object) -> list[str]:
    keys = store.articles.keys(**options)  # type: ignore[arg-type]
    return [row.id for row in store.articles.rows(keys)]


@pytest.mark.parametrize("article", [FULL, Article(id="bare", text="Rain.")])
def test_article_comes_back_as_it_was(
    empty: Store, article: Article, open_store: Callable[..., Store]
) -> None:
    assert empty.articles.add_one(article).addition is Addition.ADDED
    kept = open_store().articles.get(article.id)
    assert kept == article
    assert (kept.read_from, kept.sha256) == (article.read_from, article.sha256)


def test_adding_twice_changes_nothing(store: Store, article: Article) -> None:
    renamed = Article(id="a-1", text=article.text, title="Another", tags=("x",))
    assert store.articles.add_one(renamed).addition is Addition.UNCHANGED
    assert store.articles.get("a-1") == article


def test_another_text_never_replaces_the_first(store: Store, article: Article) -> None:
    assert store.articles.add_one(Article(id="a-1", text="Other.")).addition is Addition.CONFLICT
    assert store.articles.get("a-1") == article


def test_tags_are_kept_once_in_their_order(empty: Store) -> None:
    empty.articles.add_one(Article(id="a", text="Rain.", tags=("b", "a", "b", ""), note=""))
    assert empty.articles.get("a").tags == ("b", "a")
    assert empty.articles.get("a").note is None


def test_unknown_article(empty: Store) -> None:
    assert not empty.articles.has("x")
    for ask in (empty.articles.get, empty.articles.key, empty.annotations.of, empty.runs.last):
        with pytest.raises(NoSuchArticle, match="'x'"):
            ask("x")


def test_many_are_added_in_order_and_counted(empty: Store) -> None:
    many = [Article(id=f"a{number}", text=f"Text {number}.") for number in range(250)]
    added = list(empty.articles.add([*many, many[7]]))
    assert [article for article, _ in added] == [*many, many[7]]
    assert [became.addition for _, became in added] == [Addition.ADDED] * 250 + [Addition.UNCHANGED]
    assert empty.articles.count() == 250
    assert list(empty.articles.iterate()) == many


def test_each_is_yielded_only_when_another_reader_can_see_it(
    empty: Store, open_store: Callable[..., Store]
) -> None:
    other = open_store()
    articles = (Article(id=f"a{number}", text="x" * 10_000) for number in range(120))
    for article, _ in empty.articles.add(articles):
        assert other.articles.has(article.id)


def test_no_lock_is_held_while_the_next_article_is_awaited(
    empty: Store, open_store: Callable[..., Store]
) -> None:
    other = open_store()

    def slow() -> Iterator[Article]:
        for number in range(3):
            other.articles.add_one(Article(id=f"other {number}", text="Rain."))
            yield Article(id=f"a{number}", text="Rain.")

    assert len(list(empty.articles.add(slow()))) == 3
    assert empty.articles.count() == 6


def test_what_came_before_an_error_is_added(empty: Store) -> None:
    def failing() -> Iterator[Article]:
        yield Article(id="a", text="Rain.")
        raise OSError("the disk is gone")

    seen = []
    with pytest.raises(OSError, match="gone"):
        for article, _ in empty.articles.add(failing()):
            seen.append(article.id)
    assert seen == ["a"]
    assert empty.articles.has("a")


def test_batch_that_cannot_be_written_is_not_half_written(empty: Store) -> None:
    bad = Article(id="b", text="lone surrogate \ud800")
    with pytest.raises(StoreError, match="cannot be stored"):
        list(empty.articles.add([Article(id="a", text="Rain."), bad]))
    assert empty.articles.count() == 0


def test_streaming_may_be_interleaved_with_writing(empty: Store) -> None:
    list(empty.articles.add(Article(id=f"a{number}", text="Rain.") for number in range(120)))
    seen = []
    for article in empty.articles.iterate():
        seen.append(article.id)
        if len(seen) == 3:
            empty.articles.add_one(Article(id="late", text="Rain."))
    assert seen == [*(f"a{number}" for number in range(120)), "late"]


LISTED = [
    Article(id="old", text="Rain in May.", title="beta", source="Zeit", published="2016-05-01"),
    Article(id="new", text="Snow in June.", title="Alpha", source="abc", published="2017-06-01"),
    Article(id="bare", text="Raining cats."),
]


@pytest.fixture
def listed(empty: Store) -> Store:
    list(empty.articles.add(LISTED))
    return empty


@pytest.mark.parametrize(
    ("sort", "ascending", "descending"),
    [
        ("published", ["old", "new", "bare"], ["new", "old", "bare"]),
        ("title", ["new", "old", "bare"], ["old", "new", "bare"]),
        ("source", ["new", "old", "bare"], ["old", "new", "bare"]),
        ("added", ["old", "new", "bare"], ["bare", "new", "old"]),
        ("match", ["old", "new", "bare"], ["new", "old", "bare"]),
    ],
)
def test_sorting_puts_what_is_unknown_last(
    listed: Store, sort: str, ascending: list[str], descending: list[str]
) -> None:
    assert ids(listed, sort=sort, descending=False) == ascending
    assert ids(listed, sort=sort) == descending


def test_latest_first_by_default(listed: Store) -> None:
    assert ids(listed) == ["new", "old", "bare"]
    assert ids(listed, query=parsed("  ")) == ["new", "old", "bare"]


@pytest.mark.parametrize("few", [0, 2000])
def test_titles_go_by_the_numbers_in_them(
    empty: Store, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("annotations.store.orders._FEW", few)
    titles = ["Report 10", "report 2", None, "Report 1", "Émeute 3", "Report 2b", "2 reports"]
    for number, title in enumerate(titles):
        empty.articles.add_one(Article(id=title or "none", text=f"x{number}", title=title or ""))
    rising = ["2 reports", "Report 1", "report 2", "Report 2b", "Report 10", "Émeute 3", "none"]
    assert ids(empty, sort="title", descending=False) == rising
    assert ids(empty, sort="title") == [*rising[-2::-1], "none"]
    assert ids(empty, sort="title", descending=False, limit=2) == rising[:2]
    some = ids(empty, sort="title", descending=False, query=parsed("-x1"))
    assert some == [each for each in rising if each != "report 2"]


def test_sorting_by_tags(listed: Store) -> None:
    listed.articles.add_one(Article(id="b", text="x", tags=("z", "b")))
    listed.articles.add_one(Article(id="c", text="x", tags=("c",)))
    assert ids(listed, sort="tags", descending=False) == ["b", "c", "old", "new", "bare"]


def test_best_match_first(empty: Store) -> None:
    for article in (
        Article(id="once", text="Rain, and then a long day without any.", published="2020"),
        Article(id="title", text="Nothing else.", title="Rain", published="2018"),
        Article(id="not", text="Snow.", published="2019"),
    ):
        empty.articles.add_one(article)
    query = parsed("rain")
    assert empty.articles.can_be_ranked(query)
    assert ids(empty, query=query, sort="match") == ["title", "once"]
    assert ids(empty, query=query, sort="match", limit=1) == ["title"]
    assert ids(empty, query=query) == ["once", "title"]
    assert not empty.articles.can_be_ranked(parsed("tag:x"))


def test_too_many_to_rank(listed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.store.filtering._MOST_RANKED", 1)
    assert not listed.articles.can_be_ranked(parsed("rain"))
    assert listed.articles.can_be_ranked(parsed("snow"))


@pytest.mark.parametrize("few", [0, 2000])
def test_order_of_few_and_of_many_is_the_same(
    listed: Store, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("annotations.store.orders._FEW", few)
    assert ids(listed, query=parsed("rain"), sort="title") == ["old", "bare"]
    assert ids(listed, query=parsed("-snow"), sort="added", descending=False) == ["old", "bare"]


def test_order_is_worked_out_again_once_somebody_has_written(
    listed: Store, open_store: Callable[..., Store]
) -> None:
    assert ids(listed) == ["new", "old", "bare"]
    listed.articles.add_one(Article(id="own", text="x", published="2018"))
    assert ids(listed)[0] == "own"
    open_store().articles.add_one(Article(id="theirs", text="x", published="2019"))
    assert ids(listed)[0] == "theirs"
    assert ids(listed, limit=2) == ["theirs", "own"]


def test_unknown_sort(listed: Store) -> None:
    with pytest.raises(ValueError, match="cannot sort by 'mood'"):
        listed.articles.keys(sort="mood")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rain", ["old", "bare"]),
        ("rain ma", ["old"]),
        ("ma rain", []),
        ("jun", ["new"]),
        ("SNOW", ["new"]),
        ('"in june"', ["new"]),
        ('"june in"', []),
        ('"in ju', ["new"]),
        ("rain AND", []),
        ("...", []),
    ],
)
def test_query_asks_for_all_words_the_last_one_unfinished(
    listed: Store, query: str, found: list[str]
) -> None:
    assert ids(listed, query=parsed(query)) == found


def test_query_ignores_accents(empty: Store) -> None:
    empty.articles.add_one(Article(id="a", text="Le café de São Paulo."))
    assert ids(empty, query=parsed("cafe sao")) == ["a"]


@pytest.mark.parametrize("query", ['"', "'", "*", "(", "NEAR(", "a*b", '""', "-x", "\0", "^", ":"])
def test_no_query_is_an_error(listed: Store, query: str) -> None:
    listed.articles.keys(query=parsed(query))
    listed.search.find(parsed(query))


@given(words=st.lists(st.builds(Word, st.text(max_size=20), st.booleans()), min_size=1))
def test_no_words_whatever_are_an_error(words: list[Word]) -> None:
    expression = match_expression(words)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    connection.execute("SELECT * FROM probe WHERE probe MATCH ?", (expression,))
    connection.close()


def test_rows_show_counts_tags_and_runs(detected: Store) -> None:
    (row,) = detected.articles.rows([detected.articles.key("a-1")])
    assert (row.id, row.title, row.source, row.published) == ("a-1", "Waiting", None, None)
    assert (row.entities, row.quotes, row.casualties) == (2, 1, 1)
    assert (row.reviewed, row.unreviewed) == (0, 4)
    assert (row.tags, row.run) == ((), True)


@pytest.mark.parametrize("label", ENTITY_LABELS)
def test_numbers_and_dates_are_neither_names_nor_to_be_reviewed(empty: Store, label: str) -> None:
    counted = label not in NUMBER_LABELS
    empty.articles.add_one(Article(id="a-1", text="May"))
    suggested = Entity(start=0, end=3, text="May", label=label)
    empty.runs.record("a-1", Detector(name="finder", version="1"), [suggested])
    (row,) = empty.articles.rows(empty.articles.keys())
    assert (row.entities, row.names, row.reviewed, row.unreviewed) == (1, counted, 0, counted)
    (before,) = empty.annotations.of("a-1")
    empty.edits.annotations("a-1", "accept", [Change(before=before, after=accept(before))])
    (row,) = empty.articles.rows(empty.articles.keys())
    assert (row.entities, row.names, row.reviewed, row.unreviewed) == (1, counted, counted, 0)


def test_relabelling_changes_whether_it_is_counted(empty: Store) -> None:
    empty.articles.add_one(Article(id="a-1", text="May"))
    suggested = Entity(start=0, end=3, text="May", label="PERSON")
    empty.runs.record("a-1", Detector(name="finder", version="1"), [suggested])
    for label, counted in (("DATE", 0), ("GPE", 1)):
        (before,) = empty.annotations.of("a-1")
        change = Change(before=before, after=relabel(before, label))
        empty.edits.annotations("a-1", "relabel", [change])
        (row,) = empty.articles.rows(empty.articles.keys())
        assert (row.entities, row.names, row.reviewed, row.unreviewed) == (1, counted, counted, 0)


def test_rows_come_in_the_order_of_their_keys(listed: Store) -> None:
    listed.articles.add_one(Article(id="tagged", text="x", tags=("b", "a")))
    keys = {article_id: listed.articles.key(article_id) for article_id in ("bare", "tagged", "old")}
    rows = listed.articles.rows([keys["tagged"], 99, keys["bare"], keys["old"]])
    assert [row.id for row in rows] == ["tagged", "bare", "old"]
    assert [row.tags for row in rows] == [("b", "a"), (), ()]
    assert [row.run for row in rows] == [False, False, False]
    assert listed.articles.rows([]) == []


def test_sorting_by_counts(detected: Store) -> None:
    detected.articles.add_one(Article(id="empty", text="x"))
    for sort in ("figures", "quotes", "names", "unreviewed"):
        assert ids(detected, sort=sort) == ["a-1", "empty"]
        assert ids(detected, sort=sort, descending=False) == ["empty", "a-1"]


def test_deleting_an_article_takes_everything_with_it(detected: Store) -> None:
    annotation = detected.annotations.of("a-1")[0]
    after = replace(annotation, tags=("x",))
    detected.edits.annotations("a-1", "tag", [Change(before=annotation, after=after)])
    detected._connection.execute("DELETE FROM articles")
    for table in ("annotations", "annotation_tags", "article_counts", "runs", "edits"):
        assert detected._connection.value(f"SELECT count(*) FROM {table}") == 0
    assert detected.articles.keys(query=parsed("soldiers")).tolist() == []
    assert detected.check() == []
