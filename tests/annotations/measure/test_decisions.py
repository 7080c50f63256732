"""What people decided on suggestions, counted."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.measure.decided_evaluation import (
    DecidedEvaluation,
    DecidedRow,
    evaluate_counts,
    evaluate_decisions,
)
from annotations.measure.decision_counts import count_article
from annotations.measure.decisions import Accepted, By, Decided, DecidedArticle, Verdict
from annotations.measure.evaluation import evaluate
from annotations.measure.fields import Agreed
from annotations.model import Annotation, Confidence, Entity, Layer, Quote, Span, Status

ANA = Entity(start=0, end=3, text="Ana", label="PERSON", name="Ana", rule="known")
POST = Entity(start=10, end=14, text="Post", label="ORG", rule="shape", confidence=Confidence.LOW)
SAID = Quote(start=20, end=30, text="“We wait.”", type="direct", speaker_rule="full-name")


def accepted(found: Annotation) -> Decided:
    return Decided(found=found, right=replace(found, status=Status.ACCEPTED, annotator="ana"))


def article(*decided: Decided, complete: bool = True, key: int = 1) -> DecidedArticle:
    return DecidedArticle(key=key, is_complete=complete, decided=decided)


def row(evaluation: DecidedEvaluation, key: str) -> DecidedRow:
    return next(each for each in evaluation.rows if each.key == key)


@pytest.mark.parametrize(
    ("right", "verdict", "changed"),
    [
        (replace(ANA, status=Status.ACCEPTED, note="mine"), Verdict.ACCEPTED, []),
        (replace(ANA, status=Status.CORRECTED), Verdict.ACCEPTED, []),
        (replace(ANA, end=8, text="Ana Ruiz"), Verdict.CORRECTED, ["span"]),
        (replace(ANA, label="ORG", name=None), Verdict.CORRECTED, ["label", "name"]),
        (None, Verdict.REJECTED, []),
    ],
)
def test_what_became_of_a_suggestion(
    right: Annotation | None, verdict: Verdict, changed: list[str]
) -> None:
    decided = Decided(found=ANA, right=right)
    assert (decided.verdict, decided.changed()) == (verdict, changed)


def test_precision_counts_everywhere_and_recall_only_where_all_is_reviewed() -> None:
    missed = Decided(found=None, right=replace(ANA, start=5, end=8, status=Status.ADDED))
    evaluation = evaluate_decisions(
        [
            article(accepted(ANA), missed),
            article(Decided(found=ANA, right=None), missed, complete=False, key=2),
        ]
    )
    person = row(evaluation, "PERSON")
    assert (evaluation.articles, evaluation.complete) == (2, 1)
    assert (person.precision, person.recall, person.f1) == (0.5, 0.5, 2 / 3)
    assert person.decided == 2
    assert person.verdicts[Verdict.ADDED] == 2


def test_another_label_is_wrong_in_both() -> None:
    relabelled = Decided(found=POST, right=replace(POST, label="FAC", status=Status.CORRECTED))
    evaluation = evaluate_decisions([article(relabelled)])
    assert row(evaluation, "ORG").precision == 0
    assert row(evaluation, "all").verdicts[Verdict.CORRECTED] == 1
    assert evaluation.changed == {(Layer.ENTITIES, "ORG", "label"): 1}
    assert evaluation.fields[Layer.ENTITIES, "ORG", "label"] == Agreed(0, 1)


def test_another_stretch_is_right_only_where_overlaps_are() -> None:
    wider = replace(ANA, end=8, text="Ana Ruiz", status=Status.CORRECTED)
    found = row(evaluate_decisions([article(Decided(found=ANA, right=wider))]), "PERSON")
    assert found.precision == 0
    assert (found.tally.found, found.tally.overlapping) == (1, 1)


def test_numbers_have_no_recall() -> None:
    day = Entity(start=0, end=6, text="Monday", label="DATE")
    evaluation = evaluate_decisions([article(Decided(found=None, right=day), accepted(ANA))])
    assert row(evaluation, "numbers").recall is None
    assert row(evaluation, "all").recall == 1


def test_what_was_accepted_counts_the_same_one_by_one_and_together() -> None:
    together = DecidedArticle(
        key=1,
        is_complete=True,
        accepted=(
            Accepted(layer=Layer.ENTITIES, key="PERSON", number=2, said={"label": 2, "name": 1}),
        ),
    )
    other = replace(ANA, start=5, end=8, name=None)
    one, other_way = (
        evaluate_decisions([each]) for each in (together, article(accepted(ANA), accepted(other)))
    )
    assert one == other_way


def test_rules_that_are_most_often_wrong_come_first() -> None:
    evaluation = evaluate_decisions(
        [article(accepted(ANA), Decided(found=POST, right=None))], by=By.RULE
    )
    assert [(each.key, each.precision) for each in evaluation.rows] == [("shape", 0), ("known", 1)]
    assert evaluation.rows[0].recall is None and evaluation.rows[0].f1 is None


def test_by_confidence_the_surest_first() -> None:
    sure = replace(ANA, confidence=Confidence.HIGH)
    unsaid = replace(ANA, start=5, end=8)
    decided = [Decided(found=each, right=None) for each in (POST, unsaid, sure)]
    found = evaluate_decisions([article(*decided)], by=By.CONFIDENCE)
    assert [each.key for each in found.rows] == ["high", "low", "-"]


def test_only_quotes_have_a_rule_for_their_speaker() -> None:
    other = replace(SAID, speaker=Span(start=0, end=3, text="Ana"), status=Status.CORRECTED)
    found = evaluate_decisions(
        [article(accepted(ANA), Decided(found=SAID, right=other))], by=By.SPEAKER_RULE
    )
    assert [(each.layer, each.key) for each in found.rows] == [(Layer.QUOTES, "full-name")]
    assert found.fields[Layer.QUOTES, "full-name", "speaker"] == Agreed(0, 1)


def test_intervals_are_over_articles() -> None:
    good, bad = article(accepted(ANA)), article(Decided(found=ANA, right=None))
    lies = row(evaluate_decisions([good, bad] * 5), "PERSON").precision_lies
    assert lies is not None and 0 < lies.low < 0.5 < lies.high < 1
    counted = [count_article(each, By.KIND) for each in (good, bad)]
    unsure = evaluate_counts(counted, sure=False)
    assert row(unsure, "PERSON").precision_lies is None
    assert row(unsure, "all").precision == 0.5


def test_of_very_many_articles_intervals_are_over_blocks() -> None:
    good, bad = article(accepted(ANA)), article(Decided(found=ANA, right=None))
    mixed = [good, bad, good, good, bad, good, bad] * 150
    random.Random(7).shuffle(mixed)
    found = row(evaluate_decisions(mixed), "PERSON")
    assert found.precision == pytest.approx(4 / 7)
    assert found.precision_lies is not None
    width = found.precision_lies.high - found.precision_lies.low
    assert width == pytest.approx(2 * 1.96 * (4 / 7 * 3 / 7 / 1050) ** 0.5, rel=0.3)


def test_a_single_complete_article_gives_no_interval() -> None:
    whole, part = article(accepted(ANA)), article(accepted(ANA), complete=False)
    found = row(evaluate_decisions([whole, part, part]), "PERSON")
    assert found.f1 == 1 and found.f1_lies is None


@st.composite
def decisions(draw: st.DrawFn) -> Decided:
    start, length = draw(st.integers(0, 30)), draw(st.integers(1, 6))
    label = draw(st.sampled_from(["PERSON", "ORG"]))
    said = Entity(start=start, end=start + length, text="x" * length, label=label, name="X")
    match draw(st.sampled_from(Verdict)):
        case Verdict.ACCEPTED:
            return accepted(said)
        case Verdict.REJECTED:
            return Decided(found=said, right=None)
        case Verdict.ADDED:
            return Decided(found=None, right=replace(said, status=Status.ADDED))
    longer = replace(said, end=said.end + 1, text=said.text + "x")
    other = draw(st.sampled_from([said.of_kind("GPE"), longer, replace(said, name="Y")]))
    return Decided(found=said, right=replace(other, status=Status.CORRECTED))


@given(st.lists(st.lists(decisions(), max_size=8), max_size=4))
def test_a_store_and_two_files_give_the_same(articles: list[list[Decided]]) -> None:
    sides = [
        (
            [each.right for each in decided if each.right is not None],
            [each.found for each in decided if each.found is not None],
        )
        for decided in articles
    ]
    counts = [count_article(_summed_up(decided), By.KIND) for decided in articles]
    found, expected = evaluate_counts(counts, sure=False), evaluate(sides)
    assert {(each.layer, each.key): each.complete for each in found.rows} == {
        (each.layer, each.kind): each.tally for each in expected.rows
    }
    fields: Counter[tuple[Layer, str]] = Counter()
    for (layer, _, name), agreed in found.fields.items():
        fields[layer, name] += agreed.same
    assert fields == {at: agreed.same for at, agreed in expected.fields.items()}


def _summed_up(decided: list[Decided]) -> DecidedArticle:
    """An article in which what was accepted is counted, as a store counts it."""
    stands = [each.found for each in decided if each.verdict is Verdict.ACCEPTED]
    kinds = Counter(each.kind for each in stands if each is not None)
    return DecidedArticle(
        key=1,
        is_complete=True,
        accepted=[
            Accepted(layer=Layer.ENTITIES, key=kind, number=n, said={"label": n, "name": n})
            for kind, n in kinds.items()
        ],
        decided=[each for each in decided if each.verdict is not Verdict.ACCEPTED],
    )
