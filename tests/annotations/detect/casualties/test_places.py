"""Where people were harmed."""

from collections.abc import Callable

import pytest

from annotations.model import CasualtyFigure

Figures = Callable[[str], list[CasualtyFigure]]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Nine people were killed in Mosul.", ["Mosul"]),
        ("Eight soldiers were killed at the border last week.", ["the border"]),
        ("Four people died in the village of Orn.", ["the village of Orn"]),
        ("Six were killed in Homs, four in Hama and one in Idlib.", ["Homs", "Hama", "Idlib"]),
        ("Forty families were driven from their homes.", [None]),
        ("Nine people died in hospital.", [None]),
        ("Nine people were killed.", [None]),
    ],
)
def test_the_place_of_a_figure(figures: Figures, sentence: str, places: list[str | None]) -> None:
    assert [each.place for each in figures(sentence)] == places
