"""How what a filter finds is spread."""

import pytest

from annotations.filters import Key, parsed
from annotations.model import Article, Detector, Entity
from annotations.store import Store
from annotations.store.names.values import NameGroup


def add(store: Store, article: Article, *names: tuple[str, str]) -> None:
    store.articles.add_one(article)
    found = [
        Entity(
            start=article.text.index(name),
            end=article.text.index(name) + len(name),
            text=name,
            label=label,
            name=name,
        )
        for name, label in names
    ]
    store.runs.record(article.id, Detector(name="finder", version="1"), found)


@pytest.fixture
def library(empty: Store) -> Store:
    add(
        empty,
        Article(id="1", text="Ann in Oslo", source="Mail", published="2016-05-01", tags=("aid",)),
        ("Ann", "PERSON"),
        ("Oslo", "GPE"),
    )
    add(
        empty,
        Article(id="2", text="Oslo Board in Oslo", source="mail", published="2016-05-20"),
        ("Oslo Board", "ORG"),
        ("Oslo", "GPE"),
    )
    add(
        empty,
        Article(id="3", text="Christiania", source="Post", published="2017-01-02"),
        ("Christiania", "LOC"),
    )
    empty.articles.add_one(Article(id="4", text="Rain."))
    return empty


def facets(store: Store, typed: str = "") -> dict[str, tuple[tuple[str, int], ...]]:
    return {facet.key.value: facet.values for facet in store.facets.of(parsed(typed))}


def test_of_everything(library: Store) -> None:
    assert facets(library) == {
        "is": (("unrun", 1), ("new", 4), ("unreviewed", 3)),
        "on": (("2017-01", 1), ("2016-05", 2)),
        "source": (("Mail", 2), ("Post", 1)),
        "tag": (("aid", 1),),
        "place": (("Oslo", 2), ("Christiania", 1)),
        "person": (("Ann", 1),),
        "org": (("Oslo Board", 1),),
    }


@pytest.mark.parametrize("few", [0, 5000])
def test_of_what_is_found(library: Store, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("annotations.store.facets._FEW", few)
    assert facets(library, "on:2016-05 -tag:aid") == {
        "is": (("new", 1), ("unreviewed", 1)),
        "on": (("2017-01", 1), ("2016-05", 1)),
        "source": (("mail", 1),),
        "place": (("Oslo", 1),),
        "org": (("Oslo Board", 1),),
    }
    assert facets(library, "nothing") == {}


def test_what_could_be_asked_for_instead_stays_listed(library: Store) -> None:
    assert facets(library, 'source:"Mail"')["source"] == (("Mail", 2), ("Post", 1))
    assert facets(library, 'source:"Mail"')["place"] == (("Oslo", 2),)
    assert facets(library, 'place:"Christiania","Oslo" source:"post"') == {
        "is": (("new", 1), ("unreviewed", 1)),
        "source": (("Mail", 2), ("Post", 1)),
        "place": (("Christiania", 1), ("Oslo", 0)),
        "on": (("2017-01", 1),),
    }


def test_beginnings_of_words_narrow_their_own_facet(library: Store) -> None:
    assert facets(library, "source:po")["source"] == (("Post", 1),)
    assert facets(library, '-source:"Mail"')["source"] == (("Post", 1),)


def test_the_commonest_values_or_all(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.store.facets._SHOWN", 1)
    places = next(each for each in library.facets.of(parsed("")) if each.key is Key.PLACE)
    assert (places.values, places.more) == ((("Oslo", 2),), 1)
    asked = parsed('place:"Christiania"')
    places = next(each for each in library.facets.of(asked) if each.key is Key.PLACE)
    assert (places.values, places.more) == ((("Oslo", 2), ("Christiania", 1)), 0)
    opened = library.facets.of(parsed(""), opened={Key.PLACE})
    places = next(each for each in opened if each.key is Key.PLACE)
    assert (places.values, places.more) == ((("Oslo", 2), ("Christiania", 1)), 0)


def test_years_where_there_are_many_months(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(library, Article(id="5", text="Sun.", published="2016-06-01"))
    monkeypatch.setattr("annotations.store.facets._FEW_MONTHS", 2)
    years = (("2017", 1), ("2016", 3))
    assert facets(library)["on"] == years
    assert facets(library, "on:2016")["on"] == (*years, ("2016-06", 1), ("2016-05", 2))
    assert facets(library, "on:2016-05,2017")["on"] == (
        ("2017", 1),
        ("2017-01", 1),
        ("2016", 3),
        ("2016-06", 1),
        ("2016-05", 2),
    )


def test_merged_names_count_as_one(library: Store) -> None:
    library.names.merge("Christiania", "Oslo", group=NameGroup.PLACE)
    assert facets(library)["place"] == (("Oslo", 3),)
    assert facets(library, "on:2017")["place"] == (("Oslo", 1),)


def test_every_count_is_what_the_filter_finds(library: Store) -> None:
    for facet in library.facets.of(parsed("")):
        for value, count in facet.values:
            quoted = value if facet.key in (Key.IS, Key.ON) else f'"{value}"'
            found = library.articles.keys(query=parsed(f"{facet.key}:{quoted}"))
            assert len(found) == count, (facet.key, value)


def test_deleted_articles_do_not_count(library: Store) -> None:
    library.bulk.delete([1])
    assert facets(library)["place"] == (("Oslo", 1), ("Christiania", 1)) or facets(library)[
        "place"
    ] == (("Christiania", 1), ("Oslo", 1))
    assert "person" not in facets(library)
