"""Counts of right, missed and spurious annotations, and the measures that follow from them."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Tally:
    """How many annotations there are on both sides, and how many answer to each other."""

    expected: int = 0
    """Of the reference."""
    found: int = 0
    """Of the side that is measured."""
    exact: int = 0
    """Pairs that cover the same stretch."""
    overlapping: int = 0
    """Pairs that share a character, the exact ones included."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.expected + other.expected,
            self.found + other.found,
            self.exact + other.exact,
            self.overlapping + other.overlapping,
        )

    @property
    def partial(self) -> float:
        """Pairs, those that are not exact by half, as MUC and SemEval 2013 count them."""
        return (self.exact + self.overlapping) / 2


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, each from 0 to 1; null where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, right: float, *, expected: int, found: int) -> Self:
        """The score of so many right ones.

        Args:
            right: How many answer to one of the reference.
            expected: How many the reference has.
            found: How many there are.
        """
        return cls(
            precision=right / found if found else None,
            recall=right / expected if expected else None,
            f1=2 * right / (expected + found) if expected + found else None,
        )


def exact(tally: Tally) -> Score:
    """The score if only the same stretch is right."""
    return Score.of(tally.exact, expected=tally.expected, found=tally.found)


def overlapping(tally: Tally) -> Score:
    """The score if a shared character makes it right."""
    return Score.of(tally.overlapping, expected=tally.expected, found=tally.found)


def partial(tally: Tally) -> Score:
    """The score if what is not exact counts by half."""
    return Score.of(tally.partial, expected=tally.expected, found=tally.found)
