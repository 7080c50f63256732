from dataclasses import replace

import pytest

from annotations import review
from annotations.model import Annotation, CasualtyFigure, Entity, Quote, Status
from annotations.own_rules.corrections import bears_out, rule_from
from annotations.renaming import renamed
from annotations.review import Change

TOWN = Entity(start=0, end=7, text="Oldport", label="ORG", name="Oldport")
FIGURE = CasualtyFigure(start=0, end=10, text="100 metres", category="missing")


def said(before: Annotation | None, after: Annotation | None) -> str | None:
    rule = rule_from(Change(before=before, after=after))
    return None if rule is None else str(rule)


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (TOWN, review.relabel(TOWN, "GPE"), "“Oldport” is always GPE"),
        (
            TOWN,
            renamed(review.relabel(TOWN, "GPE"), "Port of Olde"),
            "“Oldport” is always GPE",
        ),
        (TOWN, review.relabel(TOWN, "DATE"), "“Oldport”, where it is ORG, is always DATE"),
        (TOWN, review.reject(TOWN), "never mark “Oldport” as ORG"),
        (TOWN, renamed(TOWN, "Port of Olde"), "“Oldport” is the name “Port of Olde”"),
        (FIGURE, review.reject(FIGURE), "never mark “100 metres” as missing"),
    ],
)
def test_what_a_correction_could_become(before: Annotation, after: Annotation, rule: str) -> None:
    assert said(before, after) == rule


def test_a_label_is_the_same_whatever_it_was() -> None:
    other = replace(TOWN, label="PERSON")
    rules = [rule_from(Change(before=each, after=each.of_kind("GPE"))) for each in (TOWN, other)]
    corrected = [
        rule_from(Change(before=each, after=review.relabel(each, "GPE"))) for each in (TOWN, other)
    ]
    assert rules == [None, None]
    assert corrected[0] == corrected[1] is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TOWN, review.accept(TOWN)),
        (None, replace(TOWN, status=Status.ADDED)),
        (replace(TOWN, status=Status.ADDED), None),
        (replace(TOWN, status=Status.ADDED), replace(TOWN, status=Status.ADDED, label="GPE")),
        (TOWN, replace(TOWN, status=Status.CORRECTED, end=6, text="Oldpor", label="GPE")),
        (replace(TOWN, status=Status.REJECTED), replace(TOWN, status=Status.REJECTED, note="n")),
        (FIGURE, review.relabel(FIGURE, "killed")),
        (Quote(start=0, end=1, text="x", type="direct"),) * 2,
        (
            Quote(start=0, end=1, text="x", type="direct"),
            Quote(start=0, end=1, text="x", type="mixed", status=Status.CORRECTED),
        ),
    ],
)
def test_what_says_nothing_of_others(before: Annotation | None, after: Annotation | None) -> None:
    assert said(before, after) is None


def test_a_correction_that_was_taken_back_bears_nothing_out() -> None:
    rejected = review.reject(TOWN)
    rule = rule_from(Change(before=TOWN, after=rejected))
    assert rule is not None and rejected is not None
    assert bears_out(rejected, rule)
    assert not bears_out(review.reopen(rejected), rule)
    moved_on = review.relabel(TOWN, "GPE")
    label = rule_from(Change(before=TOWN, after=moved_on))
    assert label is not None
    assert bears_out(moved_on, label)
    assert not bears_out(review.relabel(moved_on, "LOC"), label)
    name = rule_from(Change(before=TOWN, after=renamed(TOWN, "Port")))
    assert name is not None
    assert bears_out(renamed(TOWN, "Port"), name)
    assert not bears_out(renamed(TOWN, "Other"), name)
