"""Which of many half-open intervals overlap a given one, found without looking at all of them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate


class Intervals:
    """A fixed series of `[start, end)` intervals, ordered by start.

    The running maximum of the ends is itself ordered, so both borders of the stretch that can
    overlap a query are found by bisection.
    """

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Args:
        starts: Where each interval begins, ascending.
        ends: Where each ends, in the same order.
        """
        self._starts = starts
        self._ends = ends
        self._furthest = array("q", accumulate(ends, max))

    def overlapping(self, start: int, end: int) -> Iterator[int]:
        """Indexes of the intervals that share at least one point with `[start, end)`, ascending."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, end)
        return (index for index in range(first, last) if self._ends[index] > start)
