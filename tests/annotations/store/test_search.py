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
