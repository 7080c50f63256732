"""A figure that counts something else: a figure and a number, and what comes of them."""

from dataclasses import replace

import pytest

from annotations.model import CasualtyFigure, Count
from reader.figures.counting import counting

FIGURE = CasualtyFigure(
    start=0, end=9, text="30 people", category="killed", count=Count(low=30, high=30, best=30)
)


@pytest.mark.parametrize(
    ("qualifier", "count"),
    [
        (None, Count(low=20, high=20, best=20)),
        ("about", Count(low=20, high=20, best=20)),
        ("at_least", Count(low=20, high=None, best=20)),
        ("up_to", Count(low=None, high=20, best=20)),
    ],
)
def test_the_qualifier_sets_the_bounds(qualifier: str | None, count: Count) -> None:
    figure = replace(FIGURE, qualifier=qualifier)
    assert counting(figure, 20) == replace(figure, count=count)


def test_the_same_number_changes_nothing() -> None:
    assert counting(FIGURE, 30) is FIGURE


def test_a_vague_word_or_none_at_all_becomes_a_number() -> None:
    vague = replace(FIGURE, count=Count(low=24, best=24), vague_rule="default")
    denied = replace(FIGURE, count=Count(low=0, high=0, best=0), negated=True)
    for figure in (vague, denied):
        assert counting(figure, 20) == replace(FIGURE, count=Count(low=20, high=20, best=20))
