"""The quote that a figure is claimed in, and who claims it, as a person corrects both."""

from dataclasses import replace

import pytest

from annotations.model import CasualtyFigure, Quote, Status
from annotations.review import Change
from annotations.store import Store
from tests.app.driver import ARTICLE, Driver, Open, span

SMALL = (80, 24)
QUOTE = span("“We lost at least 12 people,”")
TO_FIGURE, TO_QUOTE = ("right_square_bracket", "f"), ("right_square_bracket", "q")


def twelve(store: Store) -> CasualtyFigure:
    (found,) = (
        each
        for each in store.annotations.of(ARTICLE.id)
        if isinstance(each, CasualtyFigure) and "12" in each.text
    )
    return found


def quote(store: Store) -> Quote:
    (found,) = (each for each in store.annotations.of(ARTICLE.id) if isinstance(each, Quote))
    return found


@pytest.fixture
def claimed(store: Store) -> CasualtyFigure:
    """The figure, as the detector leaves it in a quote."""
    before = twelve(store)
    after = replace(before, claimed_in=QUOTE, claimed_by="Ines Calder")
    store.edits.annotations(ARTICLE.id, "correct", [Change(before=before, after=after)])
    return twelve(store)


def select(reader: Driver, words: str) -> None:
    place = span(words)
    reader.view.perform(lambda reading: reading.go(place.start))
    reader.view.perform(lambda reading: reading.select())
    reader.view.perform(lambda reading: reading.go(place.end - 1))


async def test_a_figure_added_in_a_quote_is_claimed_in_it(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "delete")
        removed = len(store.edits.history())
        select(reader, "12 people")
        await reader.press("enter")
        await reader.type("killed\r")
        assert "claimed by  Ines Calder" in reader.shown()
        assert "victims     person" in reader.shown()
        await reader.press("s")
        added = next(
            each
            for each in store.annotations.of(ARTICLE.id)
            if isinstance(each, CasualtyFigure) and each.text == "12 people"
        )
        assert (added.claimed_in, added.claimed_by) == (QUOTE, "Ines Calder")
        assert added.victim_type == "person"
        assert len(store.edits.history()) == removed + 1


async def test_the_form_claims_a_figure_where_it_stands(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        assert twelve(store).claimed_in is None
        await reader.press(*TO_FIGURE, "f", *("j" * 9), "enter")
        await reader.type("\x01the mayor\r")
        await reader.press("s")
        after = twelve(store)
        assert after.claimed_in == QUOTE
        assert after.claimed_by is not None and "mayor" in after.claimed_by


async def test_a_figure_out_of_its_quote_and_back(
    opened: Open, store: Store, claimed: CasualtyFigure
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE)
        await reader.press("greater_than_sign")
        assert twelve(store).claimed_in is None
        assert twelve(store).claimed_by == "Ines Calder"
        await reader.press("less_than_sign")
        assert twelve(store) == replace(claimed, status=Status.CORRECTED)
        await reader.press("F", "F")
        assert twelve(store).claimed_in == QUOTE


async def test_who_claims_it_follows_the_speaker(
    opened: Open, store: Store, claimed: CasualtyFigure
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_QUOTE, "Q", "n")
        await reader.type("Una Vik\r")
        assert twelve(store) == replace(claimed, claimed_by="Una Vik")
        assert "said by Una Vik" in reader.shown()
        await reader.press("U")
        assert (twelve(store), quote(store).speaker_name) == (claimed, "Ines Calder")


async def test_a_rejected_quote_claims_nothing(
    opened: Open, store: Store, claimed: CasualtyFigure
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_QUOTE, "x")
        assert twelve(store) == replace(claimed, claimed_in=None)
        await reader.press("U")
        assert twelve(store) == claimed


async def test_a_figure_is_claimed_in_a_quote_that_is_added_around_it(
    opened: Open, store: Store
) -> None:
    async with opened(size=SMALL) as reader:
        select(reader, "Thirty others are missing")
        await reader.press("enter")
        await reader.type("indirect\r")
        whole = span("Thirty others are missing")
        figures = [
            each for each in store.annotations.of(ARTICLE.id) if isinstance(each, CasualtyFigure)
        ]
        assert figures[-1].claimed_in == whole
        assert figures[0].claimed_in is None
