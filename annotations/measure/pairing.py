"""Which annotations of one side answer to which of the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.intervals import Intervals
from annotations.model import Annotation


@dataclass(frozen=True, slots=True)
class Pairing:
    """Annotations of two sides, each in at most one pair."""

    pairs: tuple[tuple[Annotation, Annotation], ...]
    """Of the reference and of the other side, in the order of the reference."""
    missed: tuple[Annotation, ...]
    """Of the reference, without a partner."""
    spurious: tuple[Annotation, ...]
    """Of the other side, without a partner."""


def paired(
    reference: Sequence[Annotation], other: Sequence[Annotation], *, same_kind: bool
) -> Pairing:
    """Pair annotations of one layer that share at least one character.

    Those that share most come first: the same stretch, then the largest share of what both cover
    together (Jaccard's index). Of equally good ones the earlier ones are paired. That is the
    one-to-one pairing of the "partial" measures of MUC and SemEval 2013, task 9.

    Args:
        reference: Of one article and layer.
        other: Of the same article and layer.
        same_kind: Whether only annotations of the same label, type or category are paired.
    """
    first = sorted(reference, key=_place)
    second = sorted(other, key=_place)
    intervals = Intervals([each.start for each in second], [each.end for each in second])
    candidates = [
        (-_shared(one, second[at]), position, at)
        for position, one in enumerate(first)
        for at in intervals.overlapping(one.start, one.end)
        if not same_kind or one.kind == second[at].kind
    ]
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, position, at in sorted(candidates):
        if position not in partners and at not in taken:
            partners[position] = at
            taken.add(at)
    return Pairing(
        pairs=tuple((first[one], second[at]) for one, at in sorted(partners.items())),
        missed=tuple(each for at, each in enumerate(first) if at not in partners),
        spurious=tuple(each for at, each in enumerate(second) if at not in taken),
    )


def is_exact(one: Annotation, other: Annotation) -> bool:
    """Whether two annotations cover the same stretch."""
    return (one.start, one.end) == (other.start, other.end)


def _place(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.start, annotation.end, annotation.kind


def _shared(one: Annotation, other: Annotation) -> float:
    """What part of what both cover together they share."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))
