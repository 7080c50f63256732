import pytest

from annotations.filters import parsed
from annotations.model import Article
from annotations.store import Store
from annotations.store.search import Hit


@pytest.fixture
def library(empty: Store) -> Store:
    list(
        empty.articles.add(
            [
                Article(id="in text", text="A long day.\n\nThe convoys waited; trucks too."),
                Article(
                    id="in title",
                    text="Nothing moved.",
                    title="Convoy waits",
                    source="Courier",
                    published="2016-10-20",
                ),
                Article(id="neither", text="Rain."),
            ]
        )
    )
    return empty


def test_hits_are_ranked_and_a_title_weighs_more(library: Store) -> None:
    assert library.search.find(parsed("convoy")) == [
        Hit(
            article_id="in title",
            title="Convoy waits",
            source="Courier",
            published="2016-10-20",
            snippet="[Convoy] waits",
        ),
        Hit(
            article_id="in text",
            title="",
            source=None,
            published=None,
            snippet="A long day. The [convoys] waited; trucks too.",
        ),
    ]


def test_marks_can_be_chosen(library: Store) -> None:
    hit = library.search.find(parsed("truck"), mark=("\x02", "\x03"))[0]
    assert hit.snippet == "A long day. The convoys waited; \x02trucks\x03 too."


def test_limit(library: Store) -> None:
    assert len(library.search.find(parsed("convoy"), limit=1)) == 1


@pytest.mark.parametrize("query", ["snow", '"waited convoys"', "convoy tag:x", "rain -rain"])
def test_nothing_found(library: Store, query: str) -> None:
    assert library.search.find(parsed(query)) == []


def test_snippets_begin_and_end_where_words_do(empty: Store) -> None:
    filling = " ".join(f"filling{number}" for number in range(40))
    text = f"{filling} they'd lost 1,200 of the 3,400 {filling[:60]} rope {filling[:60]} isn't"
    empty.articles.add_one(Article(id="a", text=f"{text} {filling}."))
    for sought in ("lost", "1,200", "rope"):
        (hit,) = empty.search.find(parsed(sought))
        bare = hit.snippet.replace("[", "").replace("]", "").strip("…")
        assert f" {bare} " in f" {text} {filling}. "
    (hit,) = empty.search.find(parsed('"200 of"'))
    assert "1,[200 of] the" in hit.snippet


def test_a_snippet_that_would_begin_within_a_number_has_all_of_it(empty: Store) -> None:
    text = " ".join(f"{number},{number + 500}" for number in range(100, 200))
    empty.articles.add_one(Article(id="a", text=text))
    for sought in ("650", "151"):
        (hit,) = empty.search.find(parsed(sought))
        words = hit.snippet.replace("[", "").replace("]", "").strip("…").split()
        assert set(words) <= set(text.split())


def test_without_words_the_beginning_is_shown_to_the_end_of_a_word(empty: Store) -> None:
    empty.articles.add_one(Article(id="long", text="abcde " * 100))
    empty.articles.add_one(Article(id="short", text="abcde " * 3))
    snippets = {hit.article_id: hit.snippet for hit in empty.search.find(parsed(""))}
    assert snippets == {"long": "abcde " * 25 + "abcde…", "short": "abcde abcde abcde"}
