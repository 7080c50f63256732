"""How sure a measure is: what it would be with other articles of the same kind."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Part = TypeVar("Part")

RESAMPLES = 1_000
_SEED = 20161028
"""So that the same articles give the same interval each time."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Between what a measure lies, with so much confidence."""

    low: float
    high: float


def interval(
    parts: Sequence[Part],
    measure: Callable[[Sequence[Part]], float | None],
    *,
    confidence: float = 0.95,
    resamples: int = RESAMPLES,
) -> Interval | None:
    """A percentile interval by drawing as many articles with replacement, again and again.

    That is the bootstrap of Efron (1979), over articles, since the annotations of one article are
    not independent. Null if there are fewer than two articles, or nothing was measured in most of
    the draws.

    Args:
        parts: What each article contributes.
        measure: What is measured of such contributions; null where there is nothing to divide by.
        confidence: How much of what was drawn the interval holds, between 0 and 1.
        resamples: How often to draw.
    """
    if len(parts) < 2:
        return None
    draw = random.Random(_SEED)
    drawn = (measure(draw.choices(parts, k=len(parts))) for _ in range(resamples))
    values = sorted(value for value in drawn if value is not None)
    if len(values) * 2 < resamples:
        return None
    tail = (1 - confidence) / 2
    last = len(values) - 1
    return Interval(low=values[round(tail * last)], high=values[round((1 - tail) * last)])
