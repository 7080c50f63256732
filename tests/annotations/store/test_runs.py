from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotations.errors import OffsetError
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Detector,
    Entity,
    Quote,
    Span,
    Status,
)
from annotations.review import Change
from annotations.store import Run, Store

LATER = Detector(name="finder", version="2.0")


def texts(store: Store) -> list[str]:
    return [each.text for each in store.annotations.of("a-1")]


def edit(store: Store, before: Annotation | None, after: Annotation | None) -> Annotation | None:
    group = store.edits.annotations("a-1", "edit", [Change(before=before, after=after)])
    return group.changes[0].after


def test_suggestions_are_stored_and_signed(
    store: Store, detector: Detector, suggestions: list[Annotation]
) -> None:
    assert store.runs.record("a-1", detector, suggestions) == 4
    stored = store.annotations.of("a-1")
    assert [replace(each, id=None) for each in stored] == [
        replace(each, detector="finder 1.0") for each in suggestions
    ]


def test_rows_are_in_the_order_of_the_text(
    store: Store, detector: Detector, entity: Entity, place: Entity
) -> None:
    wider = replace(entity, end=14, text="Mara Dell said")
    store.runs.record("a-1", detector, [place, wider, entity])
    rows = store._connection.rows("SELECT text FROM annotations ORDER BY id")
    assert rows == [("Mara Dell said",), ("Mara Dell",), ("Lindow",)]


def test_what_a_detector_says_about_review_does_not_count(
    store: Store, detector: Detector, entity: Entity
) -> None:
    claimed = replace(
        entity, id=99, status=Status.ACCEPTED, annotator="machine", note="n", tags=("t",)
    )
    store.runs.record("a-1", detector, [claimed])
    (stored,) = store.annotations.of("a-1")
    assert stored == replace(entity, id=stored.id, detector="finder 1.0")
    assert stored.id != 99


def test_run_is_recorded_with_counts(
    store: Store, detector: Detector, suggestions: list[Annotation]
) -> None:
    assert store.runs.last("a-1") is None
    store.runs.record("a-1", detector, suggestions)
    run = store.runs.last("a-1")
    assert run == Run(
        detector=detector, at=run.at if run else "", entities=2, quotes=1, casualties=1
    )
    assert datetime.fromisoformat(run.at).tzinfo == UTC


def test_finding_nothing_is_not_the_same_as_not_having_run(
    store: Store, detector: Detector
) -> None:
    for article_id in ("z", "b", "c"):
        store.articles.add_one(Article(id=article_id, text="Rain."))
    assert store.runs.pending() == ["a-1", "z", "b", "c"]
    assert store.runs.record("b", detector, []) == 0
    assert store.runs.pending() == ["a-1", "z", "c"]
    run = store.runs.last("b")
    assert run is not None and (run.entities, run.quotes, run.casualties) == (0, 0, 0)


def test_rerun_replaces_what_is_still_suggested(
    detected: Store, quote: Quote, figure: CasualtyFigure
) -> None:
    smaller = replace(figure, start=36, text="12 soldiers")
    assert detected.runs.record("a-1", LATER, [quote, smaller]) == 2
    assert texts(detected) == ["“We wait.”", "12 soldiers"]
    last = detected.runs.last("a-1")
    assert last is not None and last.detector == LATER


def test_suggestion_that_stands_keeps_its_row(
    detected: Store, suggestions: list[Annotation]
) -> None:
    before = detected.annotations.of("a-1")
    detected.runs.record("a-1", LATER, suggestions)
    assert detected.annotations.of("a-1") == [
        replace(each, detector="finder 2.0") for each in before
    ]


def test_suggestion_that_differs_in_any_field_is_another(detected: Store, quote: Quote) -> None:
    before = detected.annotations.of("a-1")[2]
    detected.runs.record("a-1", LATER, [replace(quote, speaker_name="Dell")])
    (after,) = detected.annotations.of("a-1")
    assert isinstance(after, Quote) and after.speaker_name == "Dell"
    assert after.id != before.id


def test_figure_found_by_another_rule_keeps_its_row(
    detected: Store, figure: CasualtyFigure
) -> None:
    before = detected.annotations.of("a-1")[3]
    found = replace(figure, rule="toll", confidence=Confidence.HIGH)
    assert detected.runs.record("a-1", LATER, [found]) == 1
    assert detected.annotations.of("a-1") == [
        replace(found, id=before.id, detector="finder 2.0"),
    ]


def test_quote_whose_speaker_another_rule_names_keeps_its_row(
    detected: Store, quote: Quote
) -> None:
    before = detected.annotations.of("a-1")[2]
    found = replace(quote, speaker_rule="title", confidence=Confidence.LOW)
    assert detected.runs.record("a-1", LATER, [found]) == 1
    assert detected.annotations.of("a-1") == [
        replace(found, id=before.id, detector="finder 2.0"),
    ]


def test_quote_that_is_now_a_part_of_another_utterance_is_another(
    detected: Store, quote: Quote
) -> None:
    before = detected.annotations.of("a-1")[2]
    detected.runs.record("a-1", LATER, [replace(quote, utterance=None)])
    (after,) = detected.annotations.of("a-1")
    assert isinstance(after, Quote) and after.utterance is None
    assert after.id != before.id


def test_marked_figure_found_by_another_rule_keeps_its_marks(
    detected: Store, figure: CasualtyFigure
) -> None:
    before = detected.annotations.of("a-1")[3]
    edit(detected, before, replace(before, note="Who?"))
    detected.runs.record("a-1", LATER, [replace(figure, rule="toll", confidence=None)])
    (after,) = detected.annotations.of("a-1")
    assert isinstance(after, CasualtyFigure)
    assert (after.id, after.note) == (before.id, "Who?")
    assert (after.rule, after.confidence) == ("toll", None)


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED, Status.REJECTED])
def test_decision_on_a_figure_stands_when_another_rule_finds_it(
    detected: Store, figure: CasualtyFigure, status: Status
) -> None:
    before = detected.annotations.of("a-1")[3]
    decided = edit(detected, before, replace(before, status=status))
    found = replace(figure, rule="toll", confidence=Confidence.HIGH)
    assert detected.runs.record("a-1", LATER, [found]) == 0
    assert detected.annotations.of("a-1") == [decided]


def test_figure_that_two_rules_find_is_stored_once(
    store: Store, detector: Detector, figure: CasualtyFigure
) -> None:
    assert store.runs.record("a-1", detector, [figure, replace(figure, rule="toll")]) == 1
    assert store.annotations.of("a-1") == [replace(figure, id=1, detector="finder 1.0")]


def test_same_suggestion_twice_is_stored_once(
    store: Store, detector: Detector, entity: Entity
) -> None:
    assert store.runs.record("a-1", detector, [entity, entity]) == 1
    assert texts(store) == ["Mara Dell"]


@pytest.mark.parametrize("marks", [{"tags": ("check",)}, {"note": "Who?"}])
def test_marked_suggestion_stays_when_it_is_not_suggested_again(
    detected: Store, marks: dict[str, object]
) -> None:
    before = detected.annotations.of("a-1")[1]
    marked = edit(detected, before, replace(before, **marks))  # type: ignore[arg-type]
    detected.runs.record("a-1", LATER, [])
    assert detected.annotations.of("a-1") == [marked]


def test_marked_suggestion_stays_alone_when_it_is_suggested_with_other_details(
    detected: Store, quote: Quote
) -> None:
    before = detected.annotations.of("a-1")[2]
    marked = edit(detected, before, replace(before, note="Who?"))
    assert detected.runs.record("a-1", LATER, [replace(quote, speaker_name="Dell")]) == 0
    assert detected.annotations.of("a-1") == [marked]


def test_marked_suggestion_keeps_its_marks_when_it_is_suggested_again(
    detected: Store, suggestions: list[Annotation]
) -> None:
    before = detected.annotations.of("a-1")[0]
    edit(detected, before, replace(before, tags=("check",)))
    detected.runs.record("a-1", LATER, suggestions)
    after = detected.annotations.of("a-1")[0]
    assert (after.id, after.tags, after.detector) == (before.id, ("check",), "finder 2.0")
    assert len(texts(detected)) == 4


def test_rerun_does_not_stand_in_the_way_of_undo(
    detected: Store, suggestions: list[Annotation]
) -> None:
    before = detected.annotations.of("a-1")[0]
    edit(detected, before, replace(before, tags=("check",)))
    detected.runs.record("a-1", LATER, suggestions)
    detected.edits.undo()
    assert detected.annotations.of("a-1")[0].tags == ()


def test_another_rule_does_not_stand_in_the_way_of_undo_and_redo(
    detected: Store, figure: CasualtyFigure
) -> None:
    before = detected.annotations.of("a-1")[3]
    edit(detected, before, replace(before, tags=("check",)))
    for rule in ("toll", "list"):
        detected.runs.record("a-1", LATER, [replace(figure, rule=rule, confidence=None)])
        detected.edits.undo()
        assert detected.annotations.of("a-1")[0].tags == ()
        detected.runs.record("a-1", LATER, [replace(figure, rule=rule, confidence=None)])
        detected.edits.redo()
        assert detected.annotations.of("a-1")[0].tags == ("check",)


def test_another_rule_for_the_speaker_does_not_stand_in_the_way_of_undo(
    detected: Store, quote: Quote
) -> None:
    before = detected.annotations.of("a-1")[2]
    edit(detected, before, replace(before, tags=("check",)))
    detected.runs.record("a-1", LATER, [replace(quote, speaker_rule="title", rule="near")])
    detected.edits.undo()
    assert detected.annotations.of("a-1")[0].tags == ()


def test_rejected_suggestion_does_not_come_back(
    detected: Store, suggestions: list[Annotation]
) -> None:
    before = detected.annotations.of("a-1")[0]
    rejected = edit(detected, before, replace(before, status=Status.REJECTED))
    assert detected.runs.record("a-1", LATER, suggestions) == 3
    assert detected.annotations.of("a-1")[0] == rejected
    assert texts(detected).count("Mara Dell") == 1


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED])
def test_decision_stays_and_suppresses_what_conflicts(
    detected: Store, entity: Entity, status: Status
) -> None:
    before = detected.annotations.of("a-1")[0]
    decided = edit(detected, before, replace(before.of_kind("ORG"), status=status))
    conflicting = Entity(start=5, end=9, text="Dell", label="ORG")
    assert detected.runs.record("a-1", LATER, [entity, conflicting]) == 0
    assert detected.annotations.of("a-1") == [decided]


def test_own_annotation_stays(detected: Store) -> None:
    own = edit(
        detected, None, Entity(start=66, end=74, text="the army", label="ORG", status=Status.ADDED)
    )
    detected.runs.record("a-1", LATER, [])
    assert detected.annotations.of("a-1") == [own]


@pytest.mark.parametrize(
    "wrong",
    [
        Entity(start=0, end=9, text="Mara Bell", label="PERSON"),
        Entity(start=0, end=9000, text="Mara Dell", label="PERSON"),
        Entity(start=-9, end=9, text="Mara Dell", label="PERSON"),
        Quote(
            start=16,
            end=26,
            text="“We wait.”",
            type="direct",
            speaker=Span(start=1, end=9, text="Mara Del"),
        ),
        CasualtyFigure(
            start=27, end=47, text="At least 12 soldiers", num_start=1, num_end=2, category="killed"
        ),
    ],
)
def test_wrong_offsets_refuse_the_whole_run(
    detected: Store, suggestions: list[Annotation], wrong: Annotation
) -> None:
    before = detected.annotations.of("a-1")
    with pytest.raises(OffsetError):
        detected.runs.record("a-1", LATER, [suggestions[0], wrong])
    assert detected.annotations.of("a-1") == before
    last = detected.runs.last("a-1")
    assert last is not None and last.detector.version == "1.0"


def test_counts_follow(detected: Store, entity: Entity) -> None:
    before = detected.annotations.of("a-1")
    edit(detected, before[0], replace(before[0], status=Status.REJECTED))
    edit(detected, before[2], replace(before[2], status=Status.ACCEPTED))
    detected.runs.record("a-1", LATER, [])
    (row,) = detected.articles.rows([detected.articles.key("a-1")])
    assert (row.entities, row.quotes, row.casualties) == (0, 1, 0)
    assert (row.reviewed, row.unreviewed) == (2, 0)
