from dataclasses import replace

import pytest

from annotations.model import CasualtyFigure, Entity, Status
from annotations.review import DECIDED, SHOWN, accept, corrected, reject, relabel

SUGGESTED = Entity(
    start=0, end=4, text="Ağrı", label="ORG", id=7, tags=("check",), note="?", detector="rules 1"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.SUGGESTED, Status.ACCEPTED),
        (Status.ACCEPTED, Status.ACCEPTED),
        (Status.REJECTED, Status.ACCEPTED),
        (Status.CORRECTED, Status.CORRECTED),
        (Status.ADDED, Status.ADDED),
    ],
)
def test_accept(before: Status, after: Status) -> None:
    assert accept(replace(SUGGESTED, status=before)) == replace(SUGGESTED, status=after)


@pytest.mark.parametrize(
    "before", [Status.SUGGESTED, Status.ACCEPTED, Status.CORRECTED, Status.REJECTED]
)
def test_reject_keeps_the_machines(before: Status) -> None:
    rejected = reject(replace(SUGGESTED, status=before))
    assert rejected == replace(SUGGESTED, status=Status.REJECTED)


def test_reject_removes_a_persons_own() -> None:
    assert reject(replace(SUGGESTED, status=Status.ADDED)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.SUGGESTED, Status.CORRECTED),
        (Status.ACCEPTED, Status.CORRECTED),
        (Status.CORRECTED, Status.CORRECTED),
        (Status.REJECTED, Status.CORRECTED),
        (Status.ADDED, Status.ADDED),
    ],
)
def test_relabel_corrects_the_machines(before: Status, after: Status) -> None:
    assert relabel(replace(SUGGESTED, status=before), "GPE") == replace(
        SUGGESTED, status=after, label="GPE"
    )


def test_relabel_to_the_same_kind_accepts() -> None:
    assert relabel(SUGGESTED, "ORG") == replace(SUGGESTED, status=Status.ACCEPTED)


def test_relabel_changes_the_kind_of_any_layer() -> None:
    figure = CasualtyFigure(start=0, end=8, text="two dead", category="injured")
    assert relabel(figure, "killed").kind == "killed"


def test_corrected_leaves_a_persons_own() -> None:
    own = replace(SUGGESTED, status=Status.ADDED)
    assert corrected(own) == own
    assert corrected(SUGGESTED).status is Status.CORRECTED


def test_only_suggestions_are_undecided() -> None:
    assert {Status.ACCEPTED, Status.CORRECTED, Status.ADDED, Status.REJECTED} == DECIDED


def test_only_rejections_are_hidden() -> None:
    assert {Status.SUGGESTED, Status.ACCEPTED, Status.CORRECTED, Status.ADDED} == SHOWN
