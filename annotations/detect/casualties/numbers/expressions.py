"""What a number expression says, whichever kind it is. Free of spaCy."""

from dataclasses import dataclass
from enum import StrEnum

from annotations.model import Count

MOST = 10**12
"""More than this is no number of people."""


class Precision(StrEnum):
    """How a number is put."""

    EXACT = "exact"
    RANGE = "range"
    VAGUE = "vague"
    """A word such as "dozens", which only sets a lower bound."""
    NONE = "none"
    """Read "no", "none", "nobody", "0"."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A number expression as it is read, before its qualifiers and surroundings are looked at."""

    count: Count
    precision: Precision
    end: int
    """Index of the first word after it."""


def exactly(value: int, end: int) -> Expression:
    """The expression for a number that is known; 0 is none."""
    precision = Precision.EXACT if value else Precision.NONE
    return Expression(Count(low=value, high=value, best=value), precision, end)
