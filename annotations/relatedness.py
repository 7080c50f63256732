"""Which articles are about the same: ranked by the names, places and days they share. Pure.

What few articles have in common says much more than what many have: each shared thing counts as
much as the square of the logarithm of how rare it is. The logarithm is its inverse document
frequency (Spärck Jones 1972), the square because both articles have it, as in the product of their
vectors (Salton and Buckley 1988).
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Bond(StrEnum):
    """What two articles can share."""

    NAME = "name"
    PLACE = "place"
    DAY = "day"


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """A thing that two articles share."""

    bond: Bond
    what: str
    """The name as it counts across articles, or the day in ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that shares something with another."""

    key: int
    score: float
    reasons: tuple[Shared, ...]
    """What they share, the rarest first."""


def ranked(articles: Mapping[Shared, Collection[int]], *, total: int, limit: int) -> list[Related]:
    """The articles that share most, the most related first.

    Args:
        articles: For each thing that the article in question has, the others that have it.
        total: How many articles there are.
        limit: At most so many.
    """
    scores: dict[int, float] = {}
    reasons: dict[int, list[Shared]] = {}
    for shared in sorted(articles, key=lambda each: (len(articles[each]), each)):
        weight = math.log((1 + total) / max(1, len(articles[shared]))) ** 2
        for key in articles[shared]:
            scores[key] = scores.get(key, 0.0) + weight
            reasons.setdefault(key, []).append(shared)
    best = sorted(scores, key=lambda key: (-scores[key], -key))[:limit]
    return [Related(key=key, score=scores[key], reasons=tuple(reasons[key])) for key in best]
