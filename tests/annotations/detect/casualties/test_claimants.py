"""Whose figures they are."""

from collections.abc import Callable

import pytest

from annotations.model import CasualtyFigure

Figures = Callable[[str], list[CasualtyFigure]]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        pytest.param(
            "Police have confirmed 18 deaths; 20 people are missing.",
            ["Police", "Police"],
            id="an attribution goes on over the sentence",
        ),
        pytest.param(
            "The war killed 310,000 people, by the count of the Orn Observatory.",
            ["the Orn Observatory"],
            id="by the count of",
        ),
        pytest.param(
            "Nine people died, according to the latest figures of the fire service.",
            ["the fire service"],
            id="according to the figures of",
        ),
        pytest.param(
            "Figures from the fire service: 135 dead, about 500 injured.",
            ["the fire service", "the fire service"],
            id="figures from",
        ),
        pytest.param(
            "The fire service spoke of at least 50 people killed and 70 hurt.",
            ["The fire service", "The fire service"],
            id="spoke of",
        ),
        pytest.param(
            "The fire service gave 53 dead and about 16 missing.",
            ["The fire service", "The fire service"],
            id="gave",
        ),
        pytest.param(
            "The bulletin that the health ministry issued last Friday gave 53 dead.",
            ["the health ministry"],
            id="a bulletin that somebody issued",
        ),
        pytest.param(
            "A commission of the senate found that 30 civilians had died.",
            ["A commission of the senate"],
            id="found that",
        ),
        pytest.param("Divers found nine bodies.", [None], id="finding bodies is no claim"),
        pytest.param(
            "Interior Minister Ana Reyes said that nine people had died.",
            ["Ana Reyes"],
            id="a title is no part of a name",
        ),
        pytest.param(
            "A spokesman of the interior ministry, Pedro Molina, said nine people had died.",
            ["Pedro Molina"],
            id="a name behind the office",
        ),
        pytest.param(
            "Reyes, the mayor, said so. Ana Reyes added that nine people had died.",
            ["Ana Reyes"],
            id="the full name",
        ),
        pytest.param(
            "“It was dark,” said Ana Reyes, a nurse. She said that nine people had died.",
            ["Ana Reyes"],
            id="a pronoun gives way to whoever spoke",
        ),
        pytest.param(
            "The toll was recorded by the end of May. Nine deaths were recorded by June.",
            [None],
            id="a date counts nobody",
        ),
    ],
)
def test_whose_figure_it_is(figures: Figures, text: str, claimants: list[str | None]) -> None:
    assert [each.claimed_by for each in figures(text)] == claimants
