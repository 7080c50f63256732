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


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "A ferry sank near Manila on Monday. Nine passengers drowned.",
            ["Manila"],
            id="the event's place holds where a sentence names none",
        ),
        pytest.param(
            "NAIROBI, May 3 (Test Agency) – A ferry sank on Monday. Nine passengers drowned.",
            ["NAIROBI"],
            id="a dateline counts where no other place is named",
        ),
        pytest.param(
            "PARIS, May 3 (Test Agency) – A ferry sank near Manila. Nine passengers drowned.",
            ["Manila"],
            id="a place of the lead counts before the dateline",
        ),
        pytest.param(
            "A quake struck Manila. The health ministry in London said nine people were killed.",
            ["Manila"],
            id="the seat of a body is no place of harm",
        ),
        pytest.param(
            "A quake struck Manila. Salma Brandt, a lawyer in London, counted nine dead.",
            ["Manila"],
            id="nor is the home of a source",
        ),
        pytest.param(
            "The siege of Manila goes on. A clinic in London took in nine wounded men from Cebu.",
            ["London"],
            id="nor the place that somebody comes from",
        ),
        pytest.param(
            "A quake struck Manila. Three people were killed in Cebu. Two more were injured.",
            ["Cebu", "Cebu"],
            id="figures of one paragraph go on from the last place",
        ),
        pytest.param(
            "Floods hit Manila.\n\nCebu\n\nNine people are dead.\n\nDavao\n\nFour are missing.",
            ["Cebu", "Davao"],
            id="a heading",
        ),
        pytest.param(
            "In Peru, a landslide on the road to Cusco buried a bus and killed nine in Cusco.",
            ["Cusco"],
            id="a town rather than its country",
        ),
        pytest.param(
            "A quake struck Manila. Nine people were killed in the yard.",
            [None],
            id="a place without a name is not that of the event",
        ),
        pytest.param(
            "A quake struck Manila. Up to 900 people could be killed by another.",
            [None],
            id="what may happen is nowhere yet",
        ),
        pytest.param(
            "A quake struck Manila. In 1990 a fire killed 40 people.",
            [None],
            id="another event was elsewhere",
        ),
        pytest.param(
            "Bombs fell on Manila. The war has killed 40,000 people.",
            [None],
            id="a war is everywhere",
        ),
    ],
)
def test_the_place_of_the_event(figures: Figures, text: str, places: list[str | None]) -> None:
    assert [each.place for each in figures(text)] == places
