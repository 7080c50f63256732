"""Whether two texts are one report: the same wording, and the same things said. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from annotations.copies.wording import names, numbers, stretches, words

LEAST_SHARED = 0.5
"""How much of the shorter text stands in the longer one, word for word, if they are copies."""
_LEAST_NUMBERS = 0.5
_LEAST_NAMES = 0.5
"""How many of the numbers and names of the text that has fewer stand in the other one."""
_TELLING = 3
"""Numbers or names from which on their share says something."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text is compared by."""

    stretches: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]


def wording_of(text: str) -> Wording:
    """What a text is compared by."""
    found = words(text)
    return Wording(frozenset(stretches(found)), numbers(found), names(text))


def shared(one: Wording, other: Wording) -> float:
    """How much of the shorter of two texts stands in the longer one, from 0 to 1."""
    return _share(one.stretches, other.stretches)


def are_copies(one: Wording, other: Wording) -> bool:
    """Whether two texts are versions of one report, shortened or edited by one outlet or both.

    Reports made from one mould, such as of the weather or of each day's dead, have the wording in
    common but not what fills it: their numbers differ, or the names do.
    """
    return (
        shared(one, other) >= LEAST_SHARED
        and _agree(one.numbers, other.numbers, _LEAST_NUMBERS)
        and _agree(one.names, other.names, _LEAST_NAMES)
    )


def _agree(one: Collection[str], other: Collection[str], least: float) -> bool:
    return min(len(one), len(other)) < _TELLING or _share(one, other) >= least


def _share(one: Collection[str], other: Collection[str]) -> float:
    fewer = min(len(one), len(other))
    return len(frozenset(one) & frozenset(other)) / fewer if fewer else 0.0
