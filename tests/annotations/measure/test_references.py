"""Our measures against those of published libraries, to six digits."""

import math
from collections import Counter
from collections.abc import Sequence

import krippendorff
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nervaluate import Evaluator
from nltk.metrics.agreement import AnnotationTask

from annotations.measure.agreement import Choice, cohen_kappa, krippendorff_alpha, ratio
from annotations.measure.choices import of_characters
from annotations.measure.counting import ALL, added, count
from annotations.measure.tallies import Tally, exact, overlapping, partial
from annotations.model import Entity, Layer

LABELS = ["GPE", "ORG", "PERSON"]
_SLOT = 12
"""Characters in which the spans of both sides lie; those of two slots never touch."""

choices = st.lists(
    st.tuples(st.sampled_from([*LABELS, None]), st.sampled_from([*LABELS, None])), max_size=40
)
counts = st.one_of(st.none(), st.integers(0, 12), st.sampled_from([40, 200, 1_000]))
slots = st.lists(
    st.tuples(
        st.lists(
            st.tuples(st.integers(0, 5), st.integers(1, 5), st.sampled_from(LABELS)), max_size=1
        ),
        st.tuples(
            st.lists(
                st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from(LABELS)),
                max_size=1,
            ),
            st.lists(
                st.tuples(st.integers(5, 7), st.integers(1, 4), st.sampled_from(LABELS)),
                max_size=1,
            ),
        ),
    ),
    max_size=12,
)
"""Of each slot where spans begin in it, how long they are and their labels: one of the first side,
two of the second. Where more may meet, the libraries' greedy pairing is not the best."""


def same(ours: float | None, theirs: float) -> None:
    if ours is None:
        assert math.isnan(theirs)
    else:
        assert ours == pytest.approx(theirs, abs=1e-6)


@given(choices)
@example([])
@example([("GPE", "GPE")])
@example([("GPE", None), (None, "ORG"), (None, None)])
def test_kappa(chosen: Sequence[Choice]) -> None:
    whole = [pair for pair in chosen if None not in pair]
    kappa = cohen_kappa(Counter(chosen))
    if not whole or len({choice for pair in whole for choice in pair}) == 1:
        assert kappa is None
        return
    rows = [
        (coder, item, label)
        for item, pair in enumerate(whole)
        for coder, label in zip("ab", pair, strict=True)
    ]
    same(kappa, AnnotationTask(data=rows).kappa())


def reference_alpha(chosen: Sequence[Choice], *, level: str) -> float:
    """Krippendorff's own form of the data: a row an annotator, with nan for gaps."""
    numbers = {value: place for place, value in enumerate(LABELS)} if level == "nominal" else None
    rows = [
        [math.nan if each is None else (numbers[each] if numbers else each) for each in side]
        for side in zip(*chosen, strict=True)
    ]
    return float(krippendorff.alpha(rows, level_of_measurement=level))  # type: ignore[arg-type]


def can_be_told(chosen: Sequence[Choice]) -> bool:
    """Whether there are two values that could have been chosen; the library raises otherwise."""
    return len({choice for pair in chosen if None not in pair for choice in pair}) > 1


@given(choices)
@example([])
@example([("GPE", "GPE"), ("GPE", "GPE")])
@example([("GPE", "ORG")])
def test_alpha_of_categories(chosen: Sequence[Choice]) -> None:
    alpha = krippendorff_alpha(Counter(chosen))
    if can_be_told(chosen):
        same(alpha, reference_alpha(chosen, level="nominal"))
    else:
        assert alpha is None


@given(st.lists(st.tuples(counts, counts), max_size=40))
@example([(0, 0), (0, 3)])
@example([(12, 13), (2, 3), (None, 5)])
def test_alpha_of_counts(chosen: Sequence[Choice]) -> None:
    alpha = krippendorff_alpha(Counter(chosen), distance=ratio)
    if can_be_told(chosen):
        same(alpha, reference_alpha(chosen, level="ratio"))
    else:
        assert alpha is None


Slots = Sequence[tuple[list[tuple[int, int, str]], tuple[list[tuple[int, int, str]], ...]]]


def spans(slots: Slots) -> tuple[list[Entity], list[Entity]]:
    first, second = [], []
    for place, (one, others) in enumerate(slots):
        first += [entity(place, *each) for each in one]
        second += [entity(place, *each) for other in others for each in other]
    return first, second


def entity(slot: int, start: int, length: int, label: str) -> Entity:
    begin = slot * _SLOT + start
    return Entity(start=begin, end=begin + length, text="x" * length, label=label)


def as_theirs(entities: Sequence[Entity]) -> list[list[dict[str, object]]]:
    """One article; the end of a span belongs to it."""
    return [[{"label": each.label, "start": each.start, "end": each.end - 1} for each in entities]]


@given(slots)
@example([])
@example([([(0, 3, "GPE")], ([], []))])
def test_f1_of_spans(slots: Slots) -> None:
    first, second = spans(slots)
    ours = count(first, second)
    theirs = Evaluator(as_theirs(first), as_theirs(second), LABELS, loader="dict").evaluate()
    tally = ours.get((Layer.ENTITIES, ALL), Tally())
    same(exact(tally).f1 or 0, theirs["overall"]["strict"].f1)
    for label in LABELS:
        alone = Evaluator(as_theirs(first), as_theirs(second), [label], loader="dict").evaluate()
        tally = ours.get((Layer.ENTITIES, label), Tally())
        same(exact(tally).f1 or 0, alone["overall"]["exact"].f1)
        same(overlapping(tally).f1 or 0, alone["overall"]["ent_type"].f1)
        same(partial(tally).f1 or 0, alone["overall"]["partial"].f1)


@given(slots, slots)
def test_f1_of_two_articles(one: Slots, other: Slots) -> None:
    sides = [spans(one), spans(other)]
    first = [each for side, _ in sides for each in as_theirs(side)]
    second = [each for _, side in sides for each in as_theirs(side)]
    theirs = Evaluator(first, second, LABELS, loader="dict").evaluate()
    tally = added(count(*each) for each in sides).get((Layer.ENTITIES, ALL), Tally())
    same(exact(tally).f1 or 0, theirs["overall"]["strict"].f1)


@given(slots)
@example([])
def test_alpha_of_text_is_that_of_its_characters(slots: Slots) -> None:
    first, second = spans(slots)
    length = len(slots) * _SLOT + 1
    alpha = krippendorff_alpha(of_characters(length, first, second)[Layer.ENTITIES, ALL])
    values = list(zip(by_character(first, length), by_character(second, length), strict=True))
    if can_be_told(values):
        numbers = [
            [{"": 0, "GPE": 1, "ORG": 2, "PERSON": 3}[each] for each in side]
            for side in zip(*values, strict=True)
        ]
        same(alpha, float(krippendorff.alpha(numbers, level_of_measurement="nominal")))
    else:
        assert alpha is None


def by_character(entities: Sequence[Entity], length: int) -> list[str]:
    labels = [""] * length
    for each in entities:
        labels[each.start : each.end] = [each.label] * (each.end - each.start)
    return labels
