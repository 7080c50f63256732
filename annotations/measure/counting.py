"""Annotations counted by layer and kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from annotations.measure.pairing import Pairing, is_exact, paired
from annotations.measure.tallies import Tally
from annotations.model import NUMBER_LABELS, Annotation, Entity, Layer, Status

ALL = "all"
"""What stands for all kinds of a layer together; numbers and dates are apart from names."""
NUMBERS = "numbers"
"""Numbers and dates together."""

Group = tuple[Layer, str]
"""A layer, and a kind in it or `ALL`."""


def count(reference: Sequence[Annotation], other: Sequence[Annotation]) -> Mapping[Group, Tally]:
    """Count the annotations of one article by group.

    Of a kind only annotations of that kind are paired, as in the strict measures of CoNLL; the
    rows for all kinds add these up. What was rejected counts on neither side.

    Args:
        reference: What is taken to be right.
        other: What is measured.
    """
    first, second = _by_group(reference), _by_group(other)
    counted: dict[Group, Tally] = {}
    for group in {**first, **second}:
        mine, theirs = first.get(group, []), second.get(group, [])
        pairs = paired(mine, theirs, same_kind=True).pairs
        exact = sum(is_exact(*each) for each in pairs)
        counted[group] = Tally(len(mine), len(theirs), exact, len(pairs))
    return with_totals(counted)


def with_totals(counted: Mapping[Group, Tally]) -> Mapping[Group, Tally]:
    """Counts by kind, and in front of them those of all kinds of a layer together."""
    totals: dict[Group, Tally] = defaultdict(Tally)
    for (layer, kind), tally in counted.items():
        totals[layer, NUMBERS if is_number(layer, kind) else ALL] += tally
    return {**totals, **counted}


def added(counts: Iterable[Mapping[Group, Tally]]) -> Mapping[Group, Tally]:
    """The counts of several articles together."""
    together: dict[Group, Tally] = defaultdict(Tally)
    for each in counts:
        for group, tally in each.items():
            together[group] += tally
    return together


def is_number(layer: Layer, kind: str) -> bool:
    """Whether a kind is one of numbers and dates, which nobody reviews unasked."""
    return layer is Entity.layer and kind in NUMBER_LABELS


def paired_in(
    layer: Layer, reference: Sequence[Annotation], other: Sequence[Annotation]
) -> Pairing:
    """Pair what stands in a layer of one article on both sides, whatever its kinds.

    Args:
        layer: Which one.
        reference: What is taken to be right.
        other: What is measured.
    """
    mine = [each for each in standing(reference) if each.layer is layer]
    theirs = [each for each in standing(other) if each.layer is layer]
    return paired(mine, theirs, same_kind=False)


def standing(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Annotations without those that were rejected."""
    return [each for each in annotations if each.status is not Status.REJECTED]


def _by_group(annotations: Iterable[Annotation]) -> dict[Group, list[Annotation]]:
    groups: dict[Group, list[Annotation]] = defaultdict(list)
    for each in standing(annotations):
        groups[each.layer, each.kind].append(each)
    return groups
