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


def test_names_of_all_articles_the_latest_first(library: Store) -> None:
    names = [(each.id, each.title) for each in library.articles.names()]
    assert names[:2] == [("abc", "Second convoy waits"), ("ab", "Convoy waits")]
    assert sorted(names[2:]) == [("x%", "Snow"), ("xy", "")]
