from dataclasses import replace

import pytest

from annotations.measure.differences import Difference, between
from annotations.measure.disagreements import Verdict
from annotations.model import CasualtyFigure, Count, Entity, Quote, Status
from reader.adjudication_lines import (
    Line,
    boundaries,
    heading,
    in_words,
    lines,
    settled_as,
    standing,
)
from reader.docket import Progress

A = Entity(start=4, end=11, text="Oldport", label="GPE", name="Oldport", status=Status.ACCEPTED)
B = replace(A, label="ORG", annotator="ben")
SAID = Quote(start=10, end=30, text="that they had to go.", type="indirect")


def test_what_differs_comes_first_and_the_words_before_it() -> None:
    assert lines(between(A, B, mutual=True)) == [
        Line("text", "“Oldport”", "“Oldport”", False),
        Line("label", "GPE", "ORG", True),
        Line("name", "Oldport", "Oldport", False),
        Line("status", "accepted", "accepted by ben", False),
    ]


def test_where_there_is_little_room_what_is_the_same_is_left_out() -> None:
    assert [each.name for each in lines(between(A, B, mutual=True), brief=True)] == [
        "text",
        "label",
    ]
    assert len(lines(Difference(A, None), brief=True)) == 4


def test_a_side_that_has_nothing() -> None:
    assert lines(Difference(None, A))[1] == Line("label", "", "GPE", False)


def test_a_stretch_that_reads_the_same_differs() -> None:
    moved = replace(A, start=40, end=47)
    assert lines(Difference(A, moved))[0].differs


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (between(A, B, mutual=True), "name: label"),
        (Difference(A, None), "name: only A has it"),
        (Difference(None, SAID), "quote: only B has it"),
        (
            between(
                SAID,
                replace(SAID, start=11, end=26, speaker_name="Bo"),
                mutual=True,
            ),
            "quote: B begins 1 character later, B ends 4 characters earlier, speaker name",
        ),
    ],
)
def test_in_words(difference: Difference, words: str) -> None:
    assert in_words(difference) == words


def test_no_boundaries_of_one_side() -> None:
    assert boundaries(Difference(A, None)) == []


def test_headings() -> None:
    progress = Progress(number=1_200, total=2_000, settled=3, here=5, here_settled=2)
    assert heading(progress, Difference(A, None)) == "1,200 of 2,000 · name: only A has it"
    assert standing(progress) == "settled 3 of 2,000 · 2 of 5 here"


def test_what_became_of_it() -> None:
    figure = CasualtyFigure(
        start=0, end=9, text="12 people", category="killed", count=Count(best=12)
    )
    assert settled_as(Verdict.FIRST, [figure]) == "settled for A: killed “12 people”"
    assert settled_as(Verdict.NEITHER, []) == "settled: neither: nothing is marked"
    assert settled_as(Verdict.BOTH, [A, B]) == "settled: both: GPE “Oldport” and ORG “Oldport”"
    assert settled_as(Verdict.OWN, [B]) == "settled by your own: ORG “Oldport”"
