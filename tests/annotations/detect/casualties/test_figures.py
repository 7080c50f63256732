"""Casualty figures of whole sentences, parsed by the default pipeline."""

from collections.abc import Callable

import pytest

from annotations.model import CasualtyFigure, Count

Figures = Callable[[str], list[CasualtyFigure]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A landslide killed nine villagers.", [("nine villagers", "killed", 9)]),
        ("Nine villagers were killed.", [("Nine villagers", "killed", 9)]),
        ("The clashes left six officers dead.", [("six officers", "killed", 6)]),
        ("The bus crash claimed the lives of 14 pilgrims.", [("14 pilgrims", "killed", 14)]),
        ("Seven fishermen drowned.", [("Seven fishermen", "killed", 7)]),
        ("Medics reported 30 deaths.", [("30 deaths", "killed", 30)]),
        ("4 killed, 11 wounded in market blast", [("4", "killed", 4), ("11", "injured", 11)]),
        ("Eight children were taken to hospital.", [("Eight children", "injured", 8)]),
        ("Some 300 families fled the valley.", [("Some 300 families", "displaced", 300)]),
        ("Twelve hikers are missing.", [("Twelve hikers", "missing", 12)]),
        ("About 40 miners remain trapped.", [("About 40 miners", "trapped", 40)]),
        ("Police arrested 17 demonstrators.", [("17 demonstrators", "detained", 17)]),
        ("Gunmen kidnapped three nurses.", [("three nurses", "abducted", 3)]),
        ("Troops rescued 25 hostages.", [("25 hostages", "freed", 25)]),
        ("Some 900 residents were evacuated.", [("Some 900 residents", "evacuated", 900)]),
        ("There were 20 casualties.", [("20 casualties", "casualties", 20)]),
    ],
)
def test_constructions(
    figures: Figures, sentence: str, expected: list[tuple[str, str, int]]
) -> None:
    found = figures(sentence)
    assert [(each.text, each.category, each.count.best) for each in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm sold 40 helicopters to nine countries.",
        "Karin Holm, 52, opened the meeting at 7:40 p.m.",
        "The bill was killed by 52 votes.",
        "Some 2,000 people attended the concert.",
        "He was jailed for 12 years.",
        "The town of 19,000 people lies on Route 94.",
        "Storms damaged 1,300 buildings.",
    ],
)
def test_numbers_that_count_no_casualties(figures: Figures, sentence: str) -> None:
    assert figures(sentence) == []


def test_every_field_of_a_figure(figures: Figures) -> None:
    (figure,) = figures("Police said at least 12 soldiers were killed in Mosul on Tuesday.")
    assert figure.text == "at least 12 soldiers"
    assert (figure.num_start, figure.num_end) == (21, 23)
    assert figure.category == "killed"
    assert figure.count == Count(low=12, high=None, best=12)
    assert figure.qualifier == "at_least"
    assert figure.victim_type == "soldier"
    assert figure.place == "Mosul"
    assert figure.date == "on Tuesday"
    assert figure.claimed_by == "Police"
    assert not (figure.negated or figure.hypothetical or figure.subset)
    assert not (figure.incremental or figure.cumulative)


@pytest.mark.parametrize(
    ("sentence", "flag"),
    [
        ("There were no casualties.", "negated"),
        ("The dam could kill 400 people.", "hypothetical"),
        ("Nine people died, including two children.", "subset"),
        ("Three of the victims died later.", "subset"),
        ("Another four soldiers died on Friday.", "incremental"),
        ("The death toll rose to 31.", "cumulative"),
    ],
)
def test_flags(figures: Figures, sentence: str, flag: str) -> None:
    assert getattr(figures(sentence)[-1], flag)


def test_nothing_is_stated_as_none(figures: Figures) -> None:
    (figure,) = figures("None of the 43 passengers was hurt.")
    assert figure.text == "None of the 43 passengers"
    assert figure.count == Count(low=0, high=0, best=0)


def test_according_to_names_the_source(figures: Figures) -> None:
    (figure,) = figures("According to the Red Crescent, 19 people died.")
    assert figure.claimed_by == "the Red Crescent"


def test_a_thousand_numbers_in_one_sentence(figures: Figures) -> None:
    assert len(figures("killed 12, " * 1000)) == 1000
