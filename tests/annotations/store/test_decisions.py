"""What a machine had suggested before a person decided, read from rows and the log."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.filters import parsed
from annotations.measure.decided_evaluation import evaluate_decisions
from annotations.measure.decisions import By, Decided, DecidedArticle, Verdict
from annotations.model import (
    Annotation,
    Article,
    ArticleState,
    Detector,
    Entity,
    Layer,
    Quote,
    Status,
)
from annotations.own_rules import Does, OwnRule
from annotations.review import Change, accept, corrected, if_undecided, reject, relabel, reopen
from annotations.store import Store
from tests.annotations.store.conftest import TEXT


def decide(store: Store, text: str, decision: Callable[[Annotation], Annotation | None]) -> None:
    before = next(each for each in store.annotations.of("a-1") if each.text == text)
    store.edits.annotations("a-1", "decide", [Change(before=before, after=decision(before))])


def read(store: Store, by: By = By.KIND) -> DecidedArticle:
    (article,) = store.decisions.articles(store.decisions.keys(), by=by)
    return article


def only(store: Store) -> Decided:
    (decided,) = read(store).decided
    return decided


def renamed(annotation: Annotation) -> Annotation:
    assert isinstance(annotation, Entity)
    return corrected(replace(annotation, name="Lindow Hall"))


def wider(annotation: Annotation) -> Annotation:
    return corrected(replace(annotation, end=64, text=TEXT[annotation.start : 64]))


def test_nothing_decided(detected: Store) -> None:
    keys = detected.decisions.keys()
    assert (list(keys.every), keys.complete) == ([], frozenset())


def test_what_was_corrected_is_known_as_it_was_suggested(detected: Store, place: Entity) -> None:
    decide(detected, "Lindow", lambda each: relabel(each, "FAC"))
    decide(detected, "Lindow", renamed)
    decided = only(detected)
    assert decided.found is not None and decided.right is not None
    assert (decided.found.kind, decided.right.kind) == ("GPE", "FAC")
    assert decided.changed() == ["label", "name"]


def test_accepted_and_then_corrected_is_corrected(detected: Store) -> None:
    decide(detected, "Lindow", accept)
    decide(detected, "Lindow", lambda each: relabel(each, "FAC"))
    assert only(detected).verdict is Verdict.CORRECTED
    assert not read(detected).accepted


@pytest.mark.parametrize("first", [None, lambda each: relabel(each, "FAC")])
def test_what_was_rejected_counts_as_what_was_suggested(
    detected: Store, first: Callable[[Annotation], Annotation] | None
) -> None:
    if first is not None:
        decide(detected, "Lindow", first)
    decide(detected, "Lindow", reject)
    decided = only(detected)
    assert decided.verdict is Verdict.REJECTED
    assert decided.found is not None and decided.found.kind == "GPE"


def test_what_is_undone_or_open_again_is_not_decided(detected: Store) -> None:
    decide(detected, "Lindow", lambda each: relabel(each, "FAC"))
    detected.edits.undo()
    decide(detected, "Mara Dell", reject)
    before = next(e for e in detected.annotations.of("a-1") if e.status is Status.REJECTED)
    detected.edits.annotations("a-1", "reopen", [Change(before=before, after=reopen(before))])
    assert list(detected.decisions.articles(detected.decisions.keys())) == []


def test_what_was_added_is_missed(detected: Store) -> None:
    added = Entity(start=70, end=74, text="army", label="ORG", status=Status.ADDED)
    detected.edits.annotations("a-1", "add", [Change(before=None, after=added)])
    assert only(detected).verdict is Verdict.ADDED


def test_a_suggestion_that_gave_way_to_another_is_turned_down(detected: Store) -> None:
    place = next(each for each in detected.annotations.of("a-1") if each.text == "Lindow")
    detected.edits.annotations("a-1", "reshape", [Change(before=place, after=None)])
    assert only(detected).verdict is Verdict.REJECTED


def test_what_a_rule_of_ones_own_takes_away_is_turned_down(detected: Store) -> None:
    detected.own_rules.make(OwnRule(text="Lindow", does=Does.NEVER))
    assert only(detected).verdict is Verdict.REJECTED


def test_accepted_in_bulk(detected: Store) -> None:
    detected.bulk.decide([1], "accept", if_undecided(accept))
    article = read(detected)
    assert {(each.layer, each.key, each.number) for each in article.accepted} == {
        (Layer.ENTITIES, "PERSON", 1),
        (Layer.ENTITIES, "GPE", 1),
        (Layer.QUOTES, "direct", 1),
        (Layer.CASUALTIES, "killed", 1),
    }
    assert article.is_complete


@pytest.mark.parametrize("by", By)
def test_accepted_counts_as_it_would_one_by_one(
    detected: Store, suggestions: list[Annotation], detector: Detector, by: By
) -> None:
    detected.bulk.decide([1], "accept", if_undecided(accept))
    found = [replace(each, detector=str(detector)) for each in suggestions]
    one_by_one = DecidedArticle(
        key=1, is_complete=True, decided=[Decided(found=each, right=each) for each in found]
    )
    assert evaluate_decisions([read(detected, by)], by=by) == evaluate_decisions(
        [one_by_one], by=by
    )


def test_what_was_added_before_a_machine_had_read_it_was_not_missed(
    store: Store, detector: Detector, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = Entity(start=70, end=74, text="army", label="ORG", status=Status.ADDED)
    monkeypatch.setattr("annotations.store.edit_log.now", lambda: "2016-10-28T00:00:00+00:00")
    store.edits.annotations("a-1", "add", [Change(before=None, after=added)])
    assert not read(store).is_complete
    store.runs.record("a-1", detector, [])
    assert not read(store).is_complete


def test_half_reviewed_articles_are_not_complete_unless_somebody_says_so(detected: Store) -> None:
    decide(detected, "Lindow", accept)
    assert not read(detected).is_complete
    detected.edits.set_state("a-1", "review", ArticleState.REVIEWED)
    assert read(detected).is_complete


def test_excluded_and_deleted_articles_do_not_count(detected: Store) -> None:
    decide(detected, "Lindow", accept)
    detected.edits.set_state("a-1", "exclude", ArticleState.EXCLUDED)
    assert not detected.decisions.keys().every
    detected.edits.undo()
    assert detected.decisions.keys().every
    detected.bulk.delete([1])
    assert not detected.decisions.keys().every


def test_only_among_what_a_filter_finds(detected: Store) -> None:
    decide(detected, "Lindow", accept)
    assert detected.decisions.keys(parsed("soldiers")).every
    assert not detected.decisions.keys(parsed("sailors")).every


def test_in_a_new_text_suggestions_move_with_what_they_have_become(detected: Store) -> None:
    decide(detected, "Lindow", lambda each: relabel(each, "FAC"))
    decide(detected, "Mara Dell", wider)
    detected.edits.undo()
    detected.articles.add_one(Article(id="a-1", text=f"It rained.\n\n{TEXT}", title="Waiting"))
    decided = only(detected)
    assert decided.changed() == ["label"]
    assert decided.found is not None and decided.found.start == TEXT.index("Lindow") + 12


def test_what_has_no_place_in_a_new_text_is_not_turned_down(detected: Store) -> None:
    decide(detected, "Lindow", accept)
    gone = TEXT.replace(" near Lindow", "")
    detected.articles.add_one(Article(id="a-1", text=gone, title="Waiting"))
    assert list(detected.decisions.articles(detected.decisions.keys())) == []


def test_corrections_from_elsewhere_are_unknown(empty: Store, quote: Quote) -> None:
    imported = [
        replace(quote, status=Status.CORRECTED, detector="finder 1.0"),
        Entity(start=58, end=64, text="Lindow", label="GPE", status=Status.REJECTED),
    ]
    empty.imports.merge(Article(id="b", text=TEXT), imported)
    article = read(empty)
    assert article.unknown == [Layer.QUOTES]
    assert [each.verdict for each in article.decided] == [Verdict.REJECTED]


def test_stamps_tell_what_has_changed(detected: Store) -> None:
    def stamps() -> object:
        return detected.decisions.stamps(detected.decisions.keys())

    decide(detected, "Lindow", accept)
    seen = [stamps(), stamps()]
    decide(detected, "Lindow", reject)
    seen.append(stamps())
    detected.edits.undo()
    seen.append(stamps())
    detected.edits.redo()
    seen.append(stamps())
    assert seen[0] == seen[1]
    assert seen[1] != seen[2] != seen[3] != seen[4]
    assert seen[2] == seen[4]
