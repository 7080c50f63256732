"""Articles that share names, places and days; and the day of an event."""

import pytest

from annotations.model import Annotation, Article, CasualtyFigure, Count, Detector, Entity
from annotations.relatedness import Bond, Shared
from annotations.store import Store
from annotations.store.names.values import NameGroup


def add(
    store: Store,
    article_id: str,
    text: str,
    *,
    published: str | None = None,
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    days: tuple[str, ...] = (),
    historical: bool = False,
) -> None:
    store.articles.add_one(Article(id=article_id, text=text, published=published))
    found: list[Annotation] = []
    for label, names in (("PERSON", people), ("GPE", places)):
        for name in names:
            at = text.index(name)
            found.append(Entity(start=at, end=at + len(name), text=name, label=label, name=name))
    for place, day in enumerate(days):
        found.append(
            CasualtyFigure(
                start=place,
                end=place + 1,
                text=text[place],
                category="killed",
                count=Count(best=1),
                date_iso=day,
                historical=historical,
            )
        )
    store.runs.record(article_id, Detector(name="finder", version="1"), found)


@pytest.fixture
def library(empty: Store) -> Store:
    add(
        empty,
        "1",
        "Ann, Bo in Oslo",
        people=("Ann", "Bo"),
        places=("Oslo",),
        published="2016-05-03",
        days=("2016-05-01", "2016-05-01", "2016-05-02"),
    )
    add(empty, "2", "Ann in Oslo", people=("Ann",), places=("Oslo",), published="2017-01-01")
    add(empty, "3", "To Oslo", places=("Oslo",), published="2016-05-01T08:00:00Z")
    add(empty, "4", "Mr Bo", people=("Mr Bo",), days=("2016-05-01/2016-05-04",))
    add(empty, "5", "Nothing", published="2016-05-03", days=("1999-05-01",), historical=True)
    add(empty, "6", "Whenever", days=("2016-05", "2015/2016"))
    return empty


def related(store: Store, key: int) -> list[tuple[int, list[str]]]:
    return [
        (each.key, [shared.what for shared in each.reasons])
        for each in store.relations.related(key)
    ]


def test_names_places_and_days_relate(library: Store) -> None:
    assert related(library, 1) == [
        (2, ["Ann", "Oslo"]),
        (3, ["2016-05-01", "Oslo"]),
        (4, ["2016-05-01"]),
    ]
    (_, third, _) = library.relations.related(1)
    assert third.reasons == (Shared(Bond.DAY, "2016-05-01"), Shared(Bond.PLACE, "Oslo"))
    assert related(library, 6) == []


def test_merged_names_relate(library: Store) -> None:
    library.names.merge("Mr Bo", "Bo", group=NameGroup.PERSON)
    assert (4, ["Bo", "2016-05-01"]) in related(library, 1)


def test_deleted_articles_are_not_related(library: Store) -> None:
    library.bulk.delete([2, 3])
    assert related(library, 1) == [(4, ["2016-05-01"])]


def test_what_too_many_share_relates_nothing(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.store.related._MOST", 2)
    assert related(library, 1) == [(2, ["Ann"])]


def test_whose_report_it_is_relates_nothing(empty: Store) -> None:
    names = ("KNA", "Ann")
    add(empty, "1", "ADEN (KNA) - Ann left.", people=names)
    add(empty, "2", "KNA told Ann.", people=names)
    add(empty, "3", "KNA itself.", people=("KNA",))
    empty.articles.add_one(Article(id="4", text="KNA on Ann.", source="KNA online"))
    found = [Entity(start=0, end=3, text="KNA", label="ORG", name="KNA")]
    empty.runs.record("4", Detector(name="finder", version="1"), found)
    assert related(empty, 1) == [(2, ["Ann"])]
    assert related(empty, 4) == []
    assert (3, ["KNA"]) in related(empty, 2)


def test_no_more_than_asked_for(library: Store) -> None:
    assert len(library.relations.related(1, limit=1)) == 1


def test_event_day_is_what_most_figures_give_else_that_of_publication(library: Store) -> None:
    assert library.relations.event_days() == {
        1: "2016-05-01",
        2: "2017-01-01",
        3: "2016-05-01",
        4: "2016-05-01",
        5: "2016-05-03",
    }
