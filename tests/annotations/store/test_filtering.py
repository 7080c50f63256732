"""Filters over a real store."""

from dataclasses import replace

import pytest

from annotations.filters import parsed
from annotations.model import Annotation, Article, CasualtyFigure, Count, Detector, Entity, Quote
from annotations.review import Change, accept
from annotations.store import Store
from annotations.store.names.values import NameGroup

DETECTOR = Detector(name="finder", version="1")


def entity(text: str, within: str, label: str) -> Entity:
    at = within.index(text)
    return Entity(start=at, end=at + len(text), text=text, label=label, name=text)


def add(store: Store, article: Article, *found: Annotation) -> None:
    store.articles.add_one(article)
    store.runs.record(article.id, DETECTOR, found)


@pytest.fixture
def library(empty: Store) -> Store:
    """Four articles: one half reviewed, one reviewed, one with nothing in it, one not run."""
    text = "Abu Omar left Aleppo. “No,” he said. Six died."
    add(
        empty,
        Article(
            id="one", text=text, source="Reuters", published="2016-05-31T23:00:00Z", tags=("aid",)
        ),
        entity("Abu Omar", text, "PERSON"),
        entity("Aleppo", text, "GPE"),
        Quote(start=22, end=27, text="“No,”", type="direct"),
        CasualtyFigure(start=37, end=40, text="Six", category="killed", count=Count(best=6)),
    )
    text = "East Aleppo, or Alepo to some, met the Omar Board."
    add(
        empty,
        Article(id="two", text=text, source="The Mail", published="2016-06-10", note="Look."),
        entity("Alepo", text, "LOC"),
        entity("Omar Board", text, "ORG"),
    )
    add(empty, Article(id="three", text="Rain.", source="REUTERS", published="2016"))
    empty.articles.add_one(Article(id="four", text="Rain again.", tags=("aid", "air strikes")))
    for article_id, decided in (("one", 1), ("two", 2)):
        for before in empty.annotations.of(article_id)[:decided]:
            change = Change(before=before, after=accept(before))
            empty.edits.annotations(article_id, "accept", [change])
    return empty


def found(store: Store, typed: str) -> set[str]:
    keys = store.articles.keys(query=parsed(typed))
    return {row.id for row in store.articles.rows(keys)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "one two three four"),
        ("rain", "three four"),
        ("rain -again", "three"),
        ("-rain", "one two"),
        ("source:reut", "one three"),
        ('source:"mail"', ""),
        ('source:"the mail"', "two"),
        ("source:reuters,mail", "one two three"),
        ("-source:reuters", "two four"),
        ("tag:aid", "one four"),
        ("tag:strikes", "four"),
        ("tag:aid tag:air", "four"),
        ("-tag:aid", "two three"),
        ("place:aleppo", "one"),
        ("place:ale", "one two"),
        ("place:omar", ""),
        ("person:omar", "one"),
        ('person:"abu omar"', "one"),
        ('person:"omar"', ""),
        ("org:omar", "two"),
        ("name:omar", "one two"),
        ("after:2016-06", "two"),
        ("after:2016-05-31", "one two"),
        ("before:2016-06-10", "one three"),
        ("after:2016-05 before:2016-06-10", "one"),
        ("on:2016-05", "one"),
        ("on:2016-05-31", "one"),
        ("on:2016", "one two three"),
        ("is:unrun", "four"),
        ("is:unreviewed", "one"),
        ("is:begun", "one"),
        ("is:reviewed", "two three"),
        ("is:unrun,begun", "one four"),
        ("-is:unrun", "one two three"),
        ("has:figures", "one"),
        ("has:quotes", "one"),
        ("has:names", "one two"),
        ("has:tags", "one four"),
        ("has:note", "two"),
        ("rain tag:aid is:unrun", "four"),
        ("rain is:reviewed tag:aid", ""),
    ],
)
def test_what_is_found(library: Store, typed: str, expected: str) -> None:
    assert found(library, typed) == set(expected.split())


@pytest.mark.parametrize("sort", ["published", "title", "source", "quotes", "added"])
def test_every_order_filters_alike(library: Store, sort: str) -> None:
    keys = library.articles.keys(query=parsed("place:ale after:2016"), sort=sort)
    assert {row.id for row in library.articles.rows(keys)} == {"one", "two"}


def test_merged_names_are_found_by_one_another(library: Store) -> None:
    library.names.merge("Alepo", "Aleppo", group=NameGroup.PLACE)
    for typed in ("place:aleppo", 'place:"Alepo"', 'place:"Aleppo"'):
        assert found(library, typed) == {"one", "two"}
    library.names.split("Alepo", group=NameGroup.PLACE)
    assert found(library, 'place:"Alepo"') == {"two"}


def test_name_that_is_somebody_else_in_an_article_is_not_found_there(library: Store) -> None:
    split = library.names.split_in("Abu Omar", "one", group=NameGroup.PERSON)
    assert found(library, 'person:"Abu Omar"') == set()
    assert found(library, f'person:"{split.meant}"') == {"one"}


def test_rejected_and_renamed_names(library: Store) -> None:
    (place,) = (each for each in library.annotations.of("two") if each.text == "Alepo")
    assert isinstance(place, Entity)
    renamed = Change(before=place, after=replace(place, name="Halab"))
    library.edits.annotations("two", "rename", [renamed])
    assert found(library, "place:halab") == {"two"}
    assert found(library, "place:alepo") == set()
    library.edits.undo()
    assert found(library, "place:alepo") == {"two"}


def test_search_with_conditions_ranks_what_fits(library: Store) -> None:
    assert [hit.article_id for hit in library.search.find(parsed("rain tag:aid"))] == ["four"]
    hits = library.search.find(parsed("source:reuters"))
    assert [(hit.article_id, hit.snippet[:5]) for hit in hits] == [
        ("one", "Abu O"),
        ("three", "Rain."),
    ]
