from dataclasses import replace

import pytest

from annotations.measure.differences import between
from annotations.measure.disagreements import Settled, Verdict
from annotations.model import Entity, Layer
from annotations.review import Change, Marks
from annotations.store.article_changes import DeletionChange, MarksChange
from annotations.store.group_sums import Sums
from annotations.store.log import LoggedEdit, LoggedGroup
from annotations.store.settled import Settling
from reader.step_words import change_words, group_words, step_words, words_of

TOWN = Entity(start=0, end=7, text="Oldport", label="GPE", id=1)
BODY = replace(TOWN, label="ORG")
RELABELLED = Change(before=TOWN, after=BODY)


@pytest.mark.parametrize(
    ("action", "sums", "expected"),
    [
        ("accept", Sums(changes=1, layer=Layer.ENTITIES), "accept 1 mention"),
        (
            "relabel",
            Sums(changes=14, layer=Layer.ENTITIES, kind_before="GPE", kind_after="ORG"),
            "relabel 14 mentions GPE → ORG",
        ),
        (
            "accept GPE",
            Sums(changes=1200, layer=Layer.ENTITIES, kind_before="GPE", kind_after="GPE"),
            "accept 1,200 mentions (GPE)",
        ),
        ("relabel", Sums(changes=2, layer=Layer.QUOTES, kind_after="mixed"), "relabel 2 quotes"),
        ("reject", Sums(changes=3, layer=Layer.CASUALTIES), "reject 3 figures"),
        ("accept all", Sums(changes=3), "accept 3 mentions (all)"),
        ("delete", Sums(), "delete"),
    ],
)
def test_step_words(action: str, sums: Sums, expected: str) -> None:
    assert step_words(action, sums) == expected


def test_words_of_changes_that_are_known() -> None:
    assert words_of("relabel", [RELABELLED]) == "relabel “Oldport” GPE → ORG"
    assert words_of("relabel", [RELABELLED, RELABELLED]) == "relabel 2 mentions GPE → ORG"
    assert words_of("accept all", [Change(before=TOWN, after=TOWN)]) == "accept “Oldport” (GPE)"
    assert words_of("tag", []) == "tag"


def test_words_of_one_change() -> None:
    assert change_words("add", Change(before=None, after=TOWN)) == "add “Oldport” (GPE)"
    assert change_words("remove", Change(before=TOWN, after=None)) == "remove “Oldport” (GPE)"
    marks = MarksChange(before=Marks(), after=Marks(tags=("x",)))
    assert change_words("tag", marks) == "tag the article"
    assert change_words("delete", DeletionChange(deleted=True)) == "delete the article"


def _group(
    action: str, change: Change | MarksChange, *, changes: int, articles: int
) -> LoggedGroup:
    first = LoggedEdit(id=1, article_id="a", title="Rain", annotation=1, change=change)
    return LoggedGroup(
        id=1,
        action=action,
        annotator="ana",
        at="2026-03-01T10:00:00+00:00",
        state="done",
        articles=articles,
        sums=Sums(changes=changes, layer=Layer.ENTITIES, kind_before="GPE", kind_after="ORG"),
        first=first,
    )


def test_words_of_a_group_in_the_log() -> None:
    marks = MarksChange(before=Marks(), after=Marks(tags=("x",)))
    found = [
        group_words(_group("relabel", RELABELLED, changes=1, articles=1)),
        group_words(_group("relabel", RELABELLED, changes=40, articles=3)),
        group_words(_group("tag", marks, changes=0, articles=1)),
        group_words(_group("tag", marks, changes=0, articles=1234)),
    ]
    assert found == [
        "relabel “Oldport” GPE → ORG",
        "relabel 40 mentions GPE → ORG",
        "tag the article",
        "tag 1,234 articles",
    ]


SETTLED = Settled(
    difference=between(TOWN, BODY, mutual=True), verdict=Verdict.SECOND, annotations=(1,)
)


def test_a_disagreement_that_was_settled() -> None:
    settling = Settling(before=None, after=replace(SETTLED, verdict=Verdict.NEITHER))
    assert change_words("settle neither", settling) == "settle neither “Oldport”"
    group = LoggedGroup(
        id=1,
        action="settle neither",
        annotator="cleo",
        at="2019-03-09T12:00:00+00:00",
        state="done",
        articles=1,
        sums=Sums(),
        first=LoggedEdit(id=1, article_id="x", title="X", annotation=None, change=settling),
    )
    assert group_words(group) == "settle neither “Oldport”"
    assert step_words("settle B", Sums(changes=1, layer=Layer.ENTITIES)) == "settle 1 mention (B)"
