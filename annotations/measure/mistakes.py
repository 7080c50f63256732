"""What went wrong, one by one, in its context."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.measure.differences import Difference, differences
from annotations.model import Annotation


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
        return Difference(self.expected, self.found).at


def mistakes(reference: Sequence[Annotation], other: Sequence[Annotation]) -> list[Mistake]:
    """All that is wrong in an article, in reading order.

    Args:
        reference: What is taken to be right.
        other: What is measured.
    """
    return [
        Mistake(_wrong(each), each.first, each.second, each.fields)
        for each in differences(reference, other, mutual=False)
    ]


def _wrong(difference: Difference) -> Wrong:
    if difference.second is None:
        return Wrong.MISSED
    if difference.first is None:
        return Wrong.SPURIOUS
    return Wrong.FIELD if difference.fields else Wrong.BOUNDARY
