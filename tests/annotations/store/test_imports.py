import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from annotations.errors import ArticleConflict, OffsetError
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Detector,
    Entity,
    Quote,
    Status,
)
from annotations.records import (
    annotations_from_record,
    article_record,
    layer_records,
)
from annotations.review import Change, Marks, accept, reject, relabel
from annotations.store import Store
from annotations.store.imports import ImportOutcome

Counts = tuple[int, int, int, int]


def counts(outcome: ImportOutcome) -> Counts:
    assert not outcome.new_article
    return outcome.added, outcome.updated, outcome.unchanged, outcome.kept_ours


def state(store: Store) -> object:
    return (
        store.articles.get("a-1"),
        store.annotations.of("a-1"),
        store._connection.rows("SELECT * FROM runs"),
    )


def merge(store: Store, *annotations: Annotation, **fields: object) -> Counts:
    """Merge into the article that is there, twice: the second time nothing may change."""
    article = replace(store.articles.get("a-1"), tags=(), note=None)
    article = replace(article, **fields)  # type: ignore[arg-type]
    first = counts(store.imports.merge(article, annotations))
    after = state(store)
    assert counts(store.imports.merge(article, annotations))[:2] == (0, 0)
    assert state(store) == after
    return first


def decide(store: Store, annotation: Annotation, after: Annotation | None) -> Annotation | None:
    group = store.edits.annotations("a-1", "x", [Change(before=annotation, after=after)])
    return group.changes[0].after


def line(store: Store) -> str:
    article, annotations = store.articles.get("a-1"), store.annotations.of("a-1")
    return json.dumps(article_record(article) | layer_records(annotations))


def test_export_and_import_and_export_again_is_the_identity(
    detected: Store, tmp_path: Path
) -> None:
    first, second, third, _ = detected.annotations.of("a-1")
    decide(detected, first, replace(relabel(first, "ORG"), tags=("b", "a"), note="Hm."))
    decide(detected, second, reject(second))
    detected.edits.annotations("a-1", "remove", [Change(before=third, after=None)])
    detected.edits.marks("a-1", "tag", before=Marks(), after=Marks(tags=("z", "y"), note="Read."))
    exported = line(detected)
    with Store.open(tmp_path / "other.db", annotator="ben") as other:
        outcome = other.imports.merge(
            detected.articles.get("a-1"), annotations_from_record(json.loads(exported))
        )
        assert asdict(outcome) == {
            "new_article": True,
            "added": 3,
            "updated": 0,
            "unchanged": 0,
            "kept_ours": 0,
            "new_version": False,
            "left_over": 0,
        }
        assert line(other) == exported
        assert other.check() == []


def test_imported_detection_counts_as_run(empty: Store, article: Article, entity: Entity) -> None:
    signed = [replace(entity, detector="finder 1.0 beta"), replace(entity, label="ORG")]
    empty.imports.merge(article, signed)
    run = empty.runs.last("a-1")
    assert run is not None
    assert run.detector == Detector(name="finder 1.0", version="beta")
    assert (run.entities, run.quotes, run.casualties) == (1, 0, 0)
    assert empty.runs.pending() == []


def test_detector_without_a_version(empty: Store, article: Article, entity: Entity) -> None:
    empty.imports.merge(article, [replace(entity, detector="finder")])
    run = empty.runs.last("a-1")
    assert run is not None and run.detector == Detector(name="finder", version="")


def test_article_without_detection_is_not_run_yet(
    empty: Store, article: Article, entity: Entity
) -> None:
    empty.imports.merge(article, [replace(entity, status=Status.ADDED)])
    assert empty.runs.pending() == ["a-1"]


def test_ids_are_kept_when_they_are_free(empty: Store, article: Article, entity: Entity) -> None:
    empty.imports.merge(article, [replace(entity, id=40)])
    other = Article(id="b", text=article.text)
    empty.imports.merge(other, [replace(entity, id=40), replace(entity, id=7, label="ORG")])
    assert [each.id for each in empty.annotations.of("a-1")] == [40]
    assert sorted(each.id or 0 for each in empty.annotations.of("b")) == [7, 41]


def test_id_that_an_undo_could_bring_back_is_not_free(store: Store, entity: Entity) -> None:
    added = store.edits.annotations("a-1", "add", [Change(before=None, after=entity)])
    taken = added.changes[0].after
    assert taken is not None
    store.edits.annotations("a-1", "remove", [Change(before=taken, after=None)])
    merge(store, replace(entity, label="ORG", id=taken.id))
    (imported,) = store.annotations.of("a-1")
    assert imported.id != taken.id
    store.edits.undo()
    store.edits.undo()
    assert store.annotations.of("a-1") == [taken]


def test_another_text_is_refused(detected: Store, article: Article, entity: Entity) -> None:
    before = state(detected)
    other = replace(article, text="Mara Dell came.")
    with pytest.raises(ArticleConflict, match="a-1"):
        detected.imports.merge(other, [entity])
    assert state(detected) == before


def test_wrong_offsets_are_refused_with_the_article(empty: Store, article: Article) -> None:
    wrong = Entity(start=0, end=4, text="Lara", label="PERSON")
    with pytest.raises(OffsetError):
        empty.imports.merge(article, [wrong])
    assert empty.articles.count() == 0


def test_same_suggestions_are_skipped(detected: Store, suggestions: list[Annotation]) -> None:
    before = detected.annotations.of("a-1")
    assert merge(detected, *suggestions) == (0, 0, 4, 0)
    assert detected.annotations.of("a-1") == before


def test_decision_replaces_the_same_suggestion(detected: Store, entity: Entity) -> None:
    here = detected.annotations.of("a-1")[0]
    theirs = replace(
        entity, status=Status.CORRECTED, name="Mara D.", annotator="ben", id=900, detector="d 2"
    )
    assert merge(detected, theirs) == (0, 1, 0, 0)
    assert detected.annotations.of("a-1")[0] == replace(theirs, id=here.id)


def test_rejection_replaces_the_same_suggestion(detected: Store, entity: Entity) -> None:
    assert merge(detected, replace(entity, status=Status.REJECTED)) == (0, 1, 0, 0)
    assert detected.annotations.of("a-1")[0].status is Status.REJECTED


def test_new_annotations_are_added(store: Store, suggestions: list[Annotation]) -> None:
    assert merge(store, *suggestions) == (4, 0, 0, 0)
    assert len(store.annotations.of("a-1")) == 4


def test_decision_here_stands_against_the_opposite(detected: Store, entity: Entity) -> None:
    here = detected.annotations.of("a-1")[0]
    ours = decide(detected, here, reject(here))
    assert merge(detected, replace(entity, status=Status.ACCEPTED)) == (0, 0, 0, 1)
    assert detected.annotations.of("a-1")[0] == ours


def test_decision_here_stands_against_other_details(detected: Store, quote: Quote) -> None:
    here = detected.annotations.of("a-1")[2]
    ours = decide(detected, here, accept(here))
    theirs = replace(quote, status=Status.CORRECTED, speaker_name="Dell", note="n")
    assert merge(detected, theirs) == (0, 0, 0, 1)
    assert detected.annotations.of("a-1")[2] == ours


def test_decision_here_stands_against_a_suggestion(detected: Store, entity: Entity) -> None:
    here = detected.annotations.of("a-1")[0]
    ours = decide(detected, here, accept(here))
    overlapping = Entity(start=5, end=9, text="Dell", label="ORG")
    assert merge(detected, entity, overlapping) == (0, 0, 1, 1)
    assert detected.annotations.of("a-1")[0] == ours
    assert len(detected.annotations.of("a-1")) == 4


def test_two_people_who_agree_do_not_conflict(detected: Store, entity: Entity) -> None:
    here = detected.annotations.of("a-1")[0]
    decide(detected, here, accept(here))
    theirs = replace(entity, status=Status.ACCEPTED, annotator="ben", tags=("seen",))
    assert merge(detected, theirs) == (0, 1, 0, 0)
    after = detected.annotations.of("a-1")[0]
    assert (after.annotator, after.tags) == ("ana", ("seen",))


def test_two_people_who_accept_what_different_rules_found_do_not_conflict(
    detected: Store, figure: CasualtyFigure
) -> None:
    here = detected.annotations.of("a-1")[3]
    ours = decide(detected, here, accept(here))
    theirs = replace(figure, status=Status.ACCEPTED, rule="toll", confidence=Confidence.HIGH)
    assert merge(detected, theirs) == (0, 0, 1, 0)
    assert detected.annotations.of("a-1")[3] == ours


def test_rejection_of_something_else_is_no_conflict(detected: Store) -> None:
    here = detected.annotations.of("a-1")[0]
    decide(detected, here, relabel(here, "ORG"))
    theirs = Entity(start=0, end=9, text="Mara Dell", label="GPE", status=Status.REJECTED)
    assert merge(detected, theirs) == (1, 0, 0, 0)


def test_decision_from_there_rules_out_conflicting_suggestions_here(detected: Store) -> None:
    theirs = Entity(start=0, end=4, text="Mara", label="PERSON", status=Status.ADDED)
    assert merge(detected, theirs) == (1, 0, 0, 0)
    assert [each.text for each in detected.annotations.of("a-1")][:2] == ["Mara", "Lindow"]


def test_tags_for_what_is_decided_here_rule_out_no_suggestion(detected: Store) -> None:
    ours = Entity(start=0, end=4, text="Mara", label="PERSON", status=Status.ADDED)
    detected.edits.annotations("a-1", "add", [Change(before=None, after=ours)])
    assert merge(detected, replace(ours, tags=("seen",))) == (0, 1, 0, 0)
    assert [each.text for each in detected.annotations.of("a-1")][:2] == ["Mara Dell", "Mara"]


def test_suggestion_here_with_marks_stays(detected: Store) -> None:
    here = detected.annotations.of("a-1")[0]
    decide(detected, here, replace(here, note="Who?"))
    theirs = Entity(start=0, end=4, text="Mara", label="PERSON", status=Status.ADDED)
    assert merge(detected, theirs) == (1, 0, 0, 0)
    assert len(detected.annotations.of("a-1")) == 5


def test_marks_are_united(detected: Store, entity: Entity, article: Article) -> None:
    here = detected.annotations.of("a-1")[0]
    decide(detected, here, replace(here, tags=("b", "a"), note="Ours."))
    detected.edits.marks("a-1", "tag", before=Marks(), after=Marks(tags=("x",)))
    theirs = replace(entity, tags=("c", "a"), note="Theirs.")
    assert merge(detected, theirs, tags=("y", "x"), note="Read.") == (0, 1, 0, 0)
    after = detected.annotations.of("a-1")[0]
    assert (after.tags, after.note) == (("b", "a", "c"), "Ours.")
    merged = detected.articles.get("a-1")
    assert (merged.tags, merged.note) == (("x", "y"), "Read.")


def test_figures_that_share_words_are_different_statements(
    detected: Store, figure: CasualtyFigure
) -> None:
    other = replace(figure, start=27, end=47, num_start=None, num_end=None, status=Status.SUGGESTED)
    assert merge(detected, other) == (1, 0, 0, 0)


def test_import_that_fails_midway_leaves_nothing(
    empty: Store, article: Article, entity: Entity, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("midway")

    monkeypatch.setattr("annotations.store.imports.insert", fail)
    with pytest.raises(RuntimeError):
        empty.imports.merge(article, [entity])
    assert empty.articles.count() == 0


def test_an_import_is_undone_before_what_came_before_it(
    detected: Store, entity: Entity, open_store: Callable[..., Store]
) -> None:
    before = detected.annotations.of("a-1")
    decide(detected, before[2], accept(before[2]))
    merge(detected, replace(entity, status=Status.ACCEPTED, tags=("seen",)))
    assert detected.annotations.of("a-1")[0].tags == ("seen",)
    assert open_store().edits.undo().action == "import"
    assert detected.annotations.of("a-1")[0] == before[0]
    open_store().edits.undo()
    assert detected.annotations.of("a-1") == before
    open_store().edits.redo()
    open_store().edits.redo()
    assert detected.annotations.of("a-1")[0].tags == ("seen",)


def test_an_import_that_changes_nothing_is_no_edit(detected: Store, entity: Entity) -> None:
    merge(detected, entity)
    assert detected.edits.history() == []


def test_a_new_article_is_no_edit(detected: Store) -> None:
    detected.imports.merge(Article(id="other", text="Nothing here."), [])
    assert detected.edits.history() == []
