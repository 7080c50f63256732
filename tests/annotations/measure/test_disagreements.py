from dataclasses import replace

import pytest

from annotations.measure.differences import Difference, between
from annotations.measure.disagreements import (
    Settled,
    Verdict,
    agreed,
    changes,
    is_settled_in_place,
    key_of,
    verdicts,
    wanted,
)
from annotations.model import Entity, Quote, Status
from annotations.review import Change

TEXT = "Ana Ruiz of Oldport told the Post."


def entity(text: str, label: str, **fields: object) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, **fields)  # type: ignore[arg-type]


A = entity("Oldport", "GPE", status=Status.ACCEPTED, annotator="ana", detector="m 1")
B = entity("Oldport", "ORG", status=Status.CORRECTED, annotator="ben")
DIFFERENCE = between(A, B, mutual=True)
ONLY_A = Difference(A, None)


@pytest.mark.parametrize(
    ("difference", "verdict", "expected"),
    [
        (DIFFERENCE, Verdict.FIRST, (A,)),
        (DIFFERENCE, Verdict.SECOND, (B,)),
        (DIFFERENCE, Verdict.BOTH, (A, B)),
        (DIFFERENCE, Verdict.NEITHER, ()),
        (DIFFERENCE, Verdict.OWN, (A,)),
        (ONLY_A, Verdict.FIRST, (A,)),
        (ONLY_A, Verdict.SECOND, ()),
        (Difference(None, B), Verdict.OWN, (B,)),
    ],
)
def test_what_a_verdict_wants(
    difference: Difference, verdict: Verdict, expected: tuple[Entity, ...]
) -> None:
    assert wanted(difference, verdict) == expected


def test_where_one_side_has_nothing_two_verdicts_are_enough() -> None:
    assert verdicts(DIFFERENCE) == tuple(Verdict)
    assert verdicts(ONLY_A) == (Verdict.FIRST, Verdict.SECOND, Verdict.OWN)


def test_what_is_missing_is_added_without_its_id() -> None:
    theirs = replace(B, id=7)
    assert changes([], [theirs]) == [Change(before=None, after=B)]


def test_a_suggestion_that_is_taken_is_accepted() -> None:
    suggested = entity("Oldport", "GPE")
    assert changes([], [suggested]) == [
        Change(before=None, after=replace(suggested, status=Status.ACCEPTED))
    ]


def test_what_stands_becomes_what_is_wanted_and_keeps_its_marks() -> None:
    there = replace(A, id=3, tags=("look",), note="Why?")
    (change,) = changes([there], [B])
    assert change.before == there
    assert change.after == replace(there, label="ORG", status=Status.CORRECTED, annotator="ben")


def test_what_says_the_same_stays() -> None:
    there = replace(A, id=3, tags=("look",))
    assert changes([there], [A]) == [Change(before=there, after=there)]


def test_what_is_left_over_is_rejected_or_goes() -> None:
    there, own = replace(A, id=3), replace(B, id=4, status=Status.ADDED)
    assert changes([there, own], []) == [
        Change(before=there, after=replace(there, status=Status.REJECTED)),
        Change(before=own, after=None),
    ]


def test_what_was_rejected_is_used_again() -> None:
    rejected = replace(A, id=3, status=Status.REJECTED)
    (change,) = changes([rejected], [A])
    assert change.after == replace(A, id=3, status=Status.CORRECTED)


def test_another_layer_takes_no_ones_place() -> None:
    there = replace(A, id=3)
    said = Quote(start=12, end=19, text="Oldport", type="direct", status=Status.ADDED)
    assert changes([there], [said]) == [
        Change(before=None, after=said),
        Change(before=there, after=replace(there, status=Status.REJECTED)),
    ]


def test_the_key_is_what_both_say() -> None:
    same = between(
        replace(A, id=9, tags=("x",), status=Status.ADDED, annotator="c"), B, mutual=True
    )
    assert key_of(same) == key_of(DIFFERENCE)
    others = (ONLY_A, Difference(None, A), between(B, A, mutual=True))
    assert len({key_of(each) for each in (DIFFERENCE, *others)}) == 4


def test_what_is_agreed_on() -> None:
    person = entity("Ana Ruiz", "PERSON")
    rejected = entity("Post", "ORG", status=Status.REJECTED)
    assert agreed([person, A, rejected], [DIFFERENCE]) == (person,)


@pytest.mark.parametrize(
    ("found", "is_settled"),
    [
        (between(replace(A, id=3, label="FAC"), B, mutual=True), True),  # one's own, against B
        (Difference(None, B), True),  # neither
        (Difference(replace(A, id=3), None), True),  # both
        (Difference(replace(A, id=4), None), False),
        (Difference(None, entity("Post", "ORG")), False),
    ],
)
def test_the_outcome_of_an_edit_is_no_new_disagreement(found: Difference, is_settled: bool) -> None:
    settled = Settled(difference=DIFFERENCE, verdict=Verdict.OWN, annotations=(3,))
    assert is_settled_in_place(found, [settled]) is is_settled
