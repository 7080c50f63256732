"""Groups of annotations: typed, counted, and decided on."""

import pytest

from annotations.model import Annotation, CasualtyFigure, Confidence, Entity, Quote, Status
from annotations.review import accept
from annotations.selecting import By, NoSuchGroup, Selector, groups, selector, within

PLACE = Entity(
    start=0, end=4, text="Oslo", label="GPE", rule="gazetteer", confidence=Confidence.HIGH
)
DECIDED = Entity(
    start=5, end=9, text="Rome", label="GPE", status=Status.ACCEPTED, confidence=Confidence.LOW
)
DATE = Entity(start=10, end=13, text="May", label="DATE", confidence=Confidence.HIGH)
QUOTE = Quote(
    start=14, end=18, text="“No”", type="direct", rule="marks", confidence=Confidence.MEDIUM
)
FIGURE = CasualtyFigure(start=20, end=27, text="two men", category="killed")
NAMED = CasualtyFigure(
    start=40,
    end=49,
    text="a soldier",
    category="killed",
    rule="passive",
    confidence=Confidence.HIGH,
    implicit=True,
)
GONE = Entity(start=30, end=34, text="Bonn", label="GPE", status=Status.REJECTED)
ALL: list[Annotation] = [PLACE, DECIDED, DATE, QUOTE, FIGURE, NAMED, GONE]


@pytest.mark.parametrize(
    ("typed", "meant", "as_typed"),
    [
        ("names", Selector(By.LAYER, "entities"), "names"),
        ("Names", Selector(By.LAYER, "entities"), "names"),
        ("figures", Selector(By.LAYER, "casualties"), "figures"),
        ("casualties", Selector(By.KIND, "casualties"), "casualties"),
        (" gpe ", Selector(By.KIND, "GPE"), "GPE"),
        ("Direct", Selector(By.KIND, "direct"), "direct"),
        ("vessel", Selector(By.KIND, "VESSEL"), "VESSEL"),
        ("rule:head", Selector(By.RULE, "head"), "rule:head"),
        ("confidence>=medium", Selector(By.CONFIDENCE, "medium"), "confidence>=medium"),
        ("confidence > low", Selector(By.CONFIDENCE, "medium"), "confidence>=medium"),
        ("confidence=HIGH", Selector(By.CONFIDENCE, "high"), "confidence>=high"),
        ("all", Selector(By.ALL), "all"),
        ("Numbers", Selector(By.NUMBERS), "numbers"),
        ("implicit", Selector(By.IMPLICIT), "implicit"),
    ],
)
def test_what_is_typed(typed: str, meant: Selector, as_typed: str) -> None:
    assert selector(typed, kinds=["VESSEL"]) == meant
    assert str(meant) == as_typed
    assert selector(as_typed, kinds=["VESSEL"]) == meant


@pytest.mark.parametrize("typed", ["", "lettuce", "rule:", "confidence>0.9", "confidence>high"])
def test_what_means_nothing_is_told(typed: str) -> None:
    with pytest.raises(NoSuchGroup):
        selector(typed)


def test_a_number_for_a_confidence_is_told_apart() -> None:
    with pytest.raises(NoSuchGroup, match=r"'0\.9' is no confidence") as told:
        selector("confidence>0.9")
    assert told.value.hint == (
        "The detector is sure in words: type confidence>=high, medium or low."
    )


def test_groups_are_counted_without_numbers_and_implicit_figures_unless_asked_for() -> None:
    assert [(str(each.selector), each.total, each.unreviewed) for each in groups(ALL)] == [
        ("all", 4, 3),
        ("names", 2, 1),
        ("figures", 1, 1),
        ("quotes", 1, 1),
        ("numbers", 1, 1),
        ("implicit", 1, 1),
        ("confidence>=low", 3, 2),
        ("confidence>=medium", 2, 2),
        ("confidence>=high", 1, 1),
        ("GPE", 2, 1),
        ("DATE", 1, 1),
        ("direct", 1, 1),
        ("killed", 1, 1),
        ("rule:gazetteer", 1, 1),
        ("rule:marks", 1, 1),
    ]


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("all", [PLACE, QUOTE, FIGURE]),
        ("names", [PLACE]),
        ("date", [DATE]),
        ("numbers", [DATE]),
        ("figures", [FIGURE]),
        ("killed", [FIGURE]),
        ("implicit", [NAMED]),
        ("rule:passive", []),
        ("rule:marks", [QUOTE]),
        ("confidence>=medium", [PLACE, QUOTE]),
        ("confidence>=high", [PLACE]),
    ],
)
def test_only_what_waits_is_decided(typed: str, accepted: list[Annotation]) -> None:
    decide = within(selector(typed), accept)
    assert [each for each in ALL if decide(each) != each] == accepted
