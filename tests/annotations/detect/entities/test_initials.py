"""The people whose initials label the turns of an interview."""

from collections.abc import Callable

import pytest

from annotations.detect.entities.initials import speakers_behind
from annotations.model import Entity, Quote

_TURNS = "\n\nPT: Is it late?\n\nNH: It is.\n\nPT: How late?\n\nNH: Very."
_INTERVIEW = (
    "Dr Nadim Haverstock keeps the light. He spoke to Perpetua Tarn by telephone on Tuesday."
    + _TURNS
)


def test_initials_mean_the_one_person_named_before() -> None:
    assert speakers_behind(_INTERVIEW) == {"PT": "Perpetua Tarn", "NH": "Nadim Haverstock"}


@pytest.mark.parametrize(
    "before",
    [
        "Nobody was asked by name.",
        "Perpetua Tarn and Peter Tolland asked.",
        "They met in Papua Territory.\n\nPT: The only turn of it.",
    ],
    ids=["nobody", "two", "once"],
)
def test_initials_without_one_bearer_mean_nobody(before: str) -> None:
    turns = _TURNS if "only" not in before else ""
    assert "PT" not in speakers_behind(before + turns)


def test_a_name_in_capitals_is_written_as_elsewhere() -> None:
    text = "PELL ASHFORD: Is it late?\n\nIN: It is.\n\nPA: How late?\n\nIN: Very.\n\nPA: Thank you."
    assert speakers_behind(text) == {"PA": "Pell Ashford"}


def test_initials_before_a_colon_are_people(entities: Callable[[str], list[Entity]]) -> None:
    found = [(each.text, each.label, each.name) for each in entities(_INTERVIEW)]
    assert found.count(("PT", "PERSON", "Perpetua Tarn")) == 2
    assert found.count(("NH", "PERSON", "Nadim Haverstock")) == 2
    assert ("Perpetua Tarn", "PERSON", "Perpetua Tarn") in found


def test_initials_before_a_colon_are_who_speaks(quotes: Callable[[str], list[Quote]]) -> None:
    assert [each.speaker_name for each in quotes(_INTERVIEW)] == [
        "Perpetua Tarn",
        "Nadim Haverstock",
        "Perpetua Tarn",
        "Nadim Haverstock",
    ]
