"""Which figure another is a part of."""

from collections.abc import Callable

import pytest

from annotations.model import CasualtyFigure

Figures = Callable[[str], list[CasualtyFigure]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six people, four of them children, were killed.",
            {"Six people": None, "four of them children": "Six people"},
        ),
        (
            "Sixteen people died, including five children and two nurses.",
            {
                "Sixteen people": None,
                "five children": "Sixteen people",
                "two nurses": "Sixteen people",
            },
        ),
        (
            "Three of the seven hostages were killed.",
            {"Three": "the seven hostages", "the seven hostages": None},
        ),
        (
            "The blast killed eleven people. Seven of the victims were under 16.",
            {"eleven people": None, "Seven of the victims": "eleven people"},
        ),
        (
            "The blast killed two people. Seven of the victims were under 16.",
            {"two people": None, "Seven of the victims": None},
        ),
        (
            "Nine people were killed and 20 others injured.",
            {"Nine people": None, "20 others": None},
        ),
    ],
)
def test_the_total_of_a_part(figures: Figures, text: str, expected: dict[str, str | None]) -> None:
    found = figures(text)
    assert {each.text: each.part_of and each.part_of.text for each in found} == expected


def test_a_total_is_named_with_its_place(figures: Figures) -> None:
    (_, part) = figures("Six people, four of them children, were killed.")
    assert part.subset and part.part_of is not None
    assert (part.part_of.start, part.part_of.end) == (0, 10)
