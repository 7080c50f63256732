import pytest

from annotations.model import Article
from annotations.store import ArticleName, Store


@pytest.fixture
def library(empty: Store) -> Store:
    articles = (
        Article(id="ab", title="Convoy waits", text="Rain.", published="2016-10-20"),
        Article(id="abc", title="Second convoy waits", text="Rain.", published="2017-01-01"),
        Article(id="x%", title="Snow", text="A convoy."),
        Article(id="xy", text="Snow."),
    )
    list(empty.articles.add(articles))
    return empty


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("ab", ["ab"]),
        ("a", ["ab", "abc"]),
        ("abc", ["abc"]),
        ("x%", ["x%"]),
        ("x", ["x%", "xy"]),
        ("convoy", ["ab", "abc"]),
        ("second conv", ["abc"]),
        ("SNOW", ["x%"]),
        ("rain", []),
        ('") OR title : (snow', []),
        ("", []),
        (" ", []),
    ],
)
def test_an_id_goes_before_beginnings_of_ids_and_those_before_words(
    library: Store, words: str, ids: list[str]
) -> None:
    assert [each.id for each in library.articles.meant(words)] == ids


def test_no_more_than_asked_for(library: Store) -> None:
    assert library.articles.meant("a", limit=1) == [ArticleName(id="ab", title="Convoy waits")]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("conv", ["abc", "ab"]),
        ("wai conv", ["abc", "ab"]),
        ("sec wait", ["abc"]),
        ("onvoy", []),
        ("rain", []),
        ('") OR title : (snow', []),
        (" ", []),
    ],
)
def test_titles_are_found_by_beginnings_of_their_words_those_added_last_first(
    library: Store, words: str, ids: list[str]
) -> None:
    assert [each.id for each in library.articles.titled(words)] == ids


def test_keys_in_the_order_of_ids(library: Store) -> None:
    ids = ["xy", "none", "ab"]
    assert library.articles.keys_of(ids) == [library.articles.key(each) for each in ("xy", "ab")]


def test_no_deleted_title_and_no_more_than_asked_for(library: Store) -> None:
    library.bulk.delete([library.articles.key("abc")])
    assert [each.id for each in library.articles.titled("convoy")] == ["ab"]
    assert len(library.articles.titled("snow", limit=1)) == 1
