"""How sure a measure is: what it would be with other articles of the same kind."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

BLOCKS = 200
"""Articles are drawn one by one up to so many; of more, as many blocks are, each of articles far
apart, which comes to the same and takes no longer however many there are."""

_RESAMPLES = 1_000
_TAIL = 0.025
"""What part of what was drawn lies below an interval, and what part above it."""
_SEED = 20161028
"""So that the same articles give the same interval each time."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Between what a measure lies in 95 of 100 such sets of articles."""

    low: float
    high: float


def interval(parts: Sequence[tuple[float, float]]) -> Interval | None:
    """Between what the ratio of two sums over articles lies.

    A percentile interval by drawing as many articles with replacement, again and again: the
    bootstrap of Efron (1979), over articles, since the annotations of one article are not
    independent. Null if there are fewer than two articles, or nothing to divide by in most draws.

    Args:
        parts: What each article adds to the sums above and below the line.
    """
    if len(parts) < 2:
        return None
    blocks = [_sums(parts[first::BLOCKS]) for first in range(min(len(parts), BLOCKS))]
    drawn = (_sums([blocks[each] for each in draw]) for draw in _draws(len(blocks)))
    values = sorted(above / below for above, below in drawn if below)
    if len(values) * 2 < _RESAMPLES:
        return None
    last = len(values) - 1
    return Interval(low=values[round(_TAIL * last)], high=values[round((1 - _TAIL) * last)])


def _sums(parts: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(above for above, _ in parts), sum(below for _, below in parts)


@lru_cache(maxsize=2)
def _draws(size: int) -> Sequence[Sequence[int]]:
    """The numbers of what is drawn, again and again."""
    draw = random.Random(_SEED)
    return [draw.choices(range(size), k=size) for _ in range(_RESAMPLES)]
