"""What went wrong, one by one, in its context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.measure.counting import standing
from annotations.measure.fields import differing
from annotations.measure.pairing import is_exact, paired
from annotations.model import Annotation, Layer


class Wrong(StrEnum):
    """What is wrong with an annotation."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    BOUNDARY = "boundary"
    """It shares characters with what is right, but begins or ends elsewhere."""
    FIELD = "field"
    """A field says something else."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake."""

    wrong: Wrong
    expected: Annotation | None
    """What is right; null if nothing is."""
    found: Annotation | None
    """What is there; null if nothing is."""
    fields: tuple[str, ...] = ()
    """The fields that differ."""

    @property
    def at(self) -> tuple[int, int]:
        """The stretch of text that both cover together."""
        there = [each for each in (self.expected, self.found) if each is not None]
        return min(each.start for each in there), max(each.end for each in there)


def mistakes(reference: Sequence[Annotation], other: Sequence[Annotation]) -> list[Mistake]:
    """All that is wrong in an article, in reading order.

    Annotations are paired whatever their kinds, so that a wrong label is one mistake and not two.

    Args:
        reference: What is taken to be right.
        other: What is measured.
    """
    found = (each for layer in Layer for each in _in_layer(layer, reference, other))
    return sorted(found, key=lambda mistake: mistake.at)


def _in_layer(
    layer: Layer, reference: Sequence[Annotation], other: Sequence[Annotation]
) -> Iterator[Mistake]:
    mine = [each for each in standing(reference) if each.layer is layer]
    theirs = [each for each in standing(other) if each.layer is layer]
    pairing = paired(mine, theirs, same_kind=False)
    yield from (Mistake(Wrong.MISSED, each, None) for each in pairing.missed)
    yield from (Mistake(Wrong.SPURIOUS, None, each) for each in pairing.spurious)
    for expected, found in pairing.pairs:
        fields = tuple(differing(expected, found))
        if fields or not is_exact(expected, found):
            yield Mistake(Wrong.FIELD if fields else Wrong.BOUNDARY, expected, found, fields)
