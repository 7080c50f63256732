from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Confidence, Entity, Quote, Status
from annotations.precedence import core, identity, surviving

TEXT = "Two of the 12 soldiers died in Ağrı, Turkey"
PLACE = Entity(start=31, end=43, text="Ağrı, Turkey", label="GPE")
PART = CasualtyFigure(
    start=0, end=22, text=TEXT[:22], category="killed", num_start=0, num_end=3, subset=True
)
WHOLE = CasualtyFigure(
    start=7, end=22, text=TEXT[7:22], category="casualties", num_start=11, num_end=13
)
KEPT = [Status.ACCEPTED, Status.CORRECTED, Status.ADDED]


def entity(start: int, end: int, *, label: str = "GPE", status: Status) -> Entity:
    return Entity(start=start, end=end, text="x" * (end - start), label=label, status=status)


def test_everything_survives_where_nothing_is_decided() -> None:
    assert surviving([PLACE, PART, WHOLE], decided=[]) == [PLACE, PART, WHOLE]


def test_rejected_does_not_come_back() -> None:
    rejected = replace(PLACE, status=Status.REJECTED, id=3, detector="rules 1", note="no")
    assert surviving([replace(PLACE, detector="rules 2")], decided=[rejected]) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(PLACE, label="ORG"),
        replace(PLACE, start=37, text="Turkey"),
        Quote(start=31, end=43, text="Ağrı, Turkey", type="indirect"),
    ],
)
def test_something_else_at_a_rejected_place_survives(other: Annotation) -> None:
    rejected = replace(PLACE, status=Status.REJECTED)
    assert surviving([other], decided=[rejected]) == [other]


@pytest.mark.parametrize("status", KEPT)
@pytest.mark.parametrize(
    "suggestion",
    [
        PLACE,
        replace(PLACE, label="ORG"),
        replace(PLACE, end=35, text="Ağrı"),
        replace(PLACE, start=37, text="Turkey"),
        replace(PLACE, start=0, end=32, text=TEXT[:32]),
        replace(PLACE, start=0, end=43, text=TEXT),
    ],
)
def test_decided_suppresses_what_overlaps_in_its_layer(status: Status, suggestion: Entity) -> None:
    assert surviving([suggestion], decided=[replace(PLACE, status=status)]) == []


@pytest.mark.parametrize("status", KEPT)
@pytest.mark.parametrize(
    "suggestion",
    [
        replace(PLACE, start=27, end=31, text=" in "),
        replace(PLACE, start=43, end=44, text="."),
        Quote(start=0, end=43, text=TEXT, type="indirect"),
        WHOLE,
    ],
)
def test_neighbours_and_other_layers_survive(status: Status, suggestion: Annotation) -> None:
    assert surviving([suggestion], decided=[replace(PLACE, status=status)]) == [suggestion]


@pytest.mark.parametrize("status", KEPT)
def test_figures_in_one_noun_phrase_are_told_apart_by_their_number(status: Status) -> None:
    assert surviving([PART, WHOLE], decided=[replace(PART, status=status)]) == [WHOLE]


def test_figure_framed_by_other_words_is_still_the_rejected_one() -> None:
    rejected = replace(WHOLE, status=Status.REJECTED)
    wider = replace(WHOLE, start=4, text=TEXT[4:22])
    assert surviving([wider], decided=[rejected]) == []


def test_figure_without_a_number_is_known_by_its_span() -> None:
    bare = replace(WHOLE, num_start=None, num_end=None)
    assert core(bare) == (7, 22)
    assert core(WHOLE) == (11, 13)
    assert surviving([WHOLE], decided=[replace(bare, status=Status.ACCEPTED)]) == []


def test_identity_is_layer_core_and_kind() -> None:
    assert identity(WHOLE) == ("casualties", 11, 13, "casualties")
    assert identity(replace(WHOLE, status=Status.ACCEPTED, id=9, tags=("a",))) == identity(WHOLE)
    assert identity(replace(WHOLE, rule="toll", confidence=Confidence.LOW)) == identity(WHOLE)


ENTITIES = st.builds(
    lambda start, length, label, status: entity(start, start + length, label=label, status=status),
    st.integers(0, 30),
    st.integers(1, 10),
    st.sampled_from(["GPE", "ORG"]),
    st.sampled_from([Status.REJECTED, *KEPT]),
)


@given(st.lists(ENTITIES, max_size=8), st.lists(ENTITIES, max_size=8))
def test_survivors_are_what_the_rules_leave_one_by_one(
    proposed: list[Entity], decided: list[Entity]
) -> None:
    suggestions = [replace(each, status=Status.SUGGESTED) for each in proposed]
    expected = [
        each
        for each in suggestions
        if not any(
            (each.start, each.end, each.label) == (other.start, other.end, other.label)
            if other.status is Status.REJECTED
            else each.start < other.end and other.start < each.end
            for other in decided
        )
    ]
    assert surviving(suggestions, decided=decided) == expected
