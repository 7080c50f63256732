"""What each day has of a name."""

from dataclasses import replace
from typing import Any

import pytest

from annotations.model import Article, CasualtyFigure, Count, Detector, Entity, Status
from annotations.review import Change, reject
from annotations.store import Store
from annotations.store.names import NameGroup
from annotations.store.names.timelines import Day
from tests import zalm

TEXT = "Mara Dell spoke in Zalm. “It rained,” Dell said. Two died in Zalm."
DETECTOR = Detector(name="finder", version="1")


def figure(category: str, best: int, **flags: Any) -> CasualtyFigure:
    start = TEXT.index("Two")
    return CasualtyFigure(
        start=start,
        end=start + 3,
        text="Two",
        category=category,
        count=Count(low=best, best=best),
        latitude=1.0,
        longitude=2.0,
        **flags,
    )


@pytest.fixture
def store(empty: Store) -> Store:
    """Two articles with the same text, a month apart."""
    zalm.put_into(empty, TEXT, zalm.found_in(TEXT))
    return empty


def add(store: Store, article_id: str, published: str | None, *figures: CasualtyFigure) -> None:
    store.articles.add_one(Article(id=article_id, text=TEXT, published=published))
    store.runs.record(article_id, DETECTOR, [*zalm.found_in(TEXT)[:3], *figures])


def test_a_person_has_articles_and_quotes_by_day(store: Store) -> None:
    add(store, "c", "2016-11-02T08:00:00")
    add(store, "d", None)
    assert store.profiles.timeline("Mara Dell", NameGroup.PERSON) == [
        Day(day="2016-10-28", articles=1, quotes=1),
        Day(day="2016-11-02", articles=2, quotes=2),
    ]


def test_a_place_has_the_highest_figures_of_each_day_and_not_their_sum(store: Store) -> None:
    add(store, "c", "2016-11-05", figure("killed", 4), figure("injured", 30))
    add(store, "d", "2016-11-05", figure("killed", 7), figure("missing", 90))
    assert store.profiles.timeline("Zalm", NameGroup.PLACE)[-1] == Day(
        day="2016-11-05", articles=2, killed=7, injured=30
    )


@pytest.mark.parametrize("flag", ["negated", "hypothetical", "historical", "subset", "rate"])
def test_what_an_article_does_not_assert_of_its_event_does_not_count(
    store: Store, flag: str
) -> None:
    add(store, "c", "2016-11-05", figure("killed", 9, **{flag: True}), figure("killed", 4))
    assert store.profiles.timeline("Zalm", NameGroup.PLACE)[-1].killed == 4


def test_what_was_rejected_does_not_count(store: Store) -> None:
    add(store, "c", "2016-11-05", figure("killed", 4))
    (before,) = (each for each in store.annotations.of("c") if isinstance(each, CasualtyFigure))
    change = Change(before=before, after=replace(before, status=Status.REJECTED))
    assert change.after == reject(before)
    store.edits.annotations("c", "reject", [change])
    assert store.profiles.timeline("Zalm", NameGroup.PLACE)[-1].killed == 0


def test_what_was_merged_counts_too(store: Store) -> None:
    store.articles.add_one(Article(id="c", text="M. Dell slept.", published="2017"))
    dell = Entity(start=0, end=7, text="M. Dell", label="PERSON", name="M. Dell")
    store.runs.record("c", DETECTOR, [dell])
    assert store.profiles.listed_as("M. Dell", "c") == ("M. Dell", NameGroup.PERSON)
    store.names.merge("M. Dell", "Mara Dell")
    assert store.profiles.listed_as("M. Dell", "c") == ("Mara Dell", NameGroup.PERSON)
    timeline = store.profiles.timeline("Mara Dell", NameGroup.PERSON)
    assert [each.day for each in timeline] == ["2016-10-28", "2016-11-02", "2017"]
    assert store.profiles.timeline("M. Dell", NameGroup.PERSON) == []


def test_a_name_that_no_article_has_is_not_listed(store: Store) -> None:
    assert store.profiles.listed_as("Ivo Lind", "a") is None
    assert store.profiles.listed_as("Mara Dell", "z") is None
    assert store.profiles.timeline("Ivo Lind", NameGroup.PERSON) == []
