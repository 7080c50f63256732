"""Where in an article quotes and figures stand, drawn into one column of cells. Pure."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, filterfalse
from math import ceil

from reader.annotation_index import AnnotationIndex
from reader.layout import Layout
from reader.switches import Switch

_BRAILLE = 0x2800
"""The character without dots; the others follow, a bit a dot."""
_QUOTE_DOTS = (0x01, 0x02, 0x04, 0x40)
_FIGURE_DOTS = (0x08, 0x10, 0x20, 0x80)
"""The dots of one side of a cell, from the top: quotes on the left, figures on the right."""
_SLOTS = len(_QUOTE_DOTS)
"""Stretches of the article that one cell tells apart."""
_DOTS = {Switch.QUOTES: _QUOTE_DOTS, Switch.FIGURES: _FIGURE_DOTS}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the strip."""

    dots: int = 0
    """Bits of the braille character."""

    @property
    def sign(self) -> str:
        """The character; a blank where there is nothing."""
        return chr(_BRAILLE + self.dots) if self.dots else " "

    @property
    def has_figures(self) -> bool:
        """Whether a figure stands here."""
        return any(self.dots & dot for dot in _FIGURE_DOTS)


class Density:
    """The strip for one article at one height.

    It stands for the whole article from top to bottom. Where the article is shorter than the
    strip, each line has the cell beside it.
    """

    def __init__(
        self,
        index: AnnotationIndex,
        layout: Layout,
        *,
        height: int,
        hidden: Set[Switch] = frozenset(),
    ) -> None:
        """Args:
        index: The article's annotations, as they are now.
        layout: The article's lines.
        height: Cells of the strip.
        hidden: Switches that are off.
        """
        self._layout = layout
        self._height = height
        self._lines = max(1, height, len(layout))
        self._sorts = [
            (_Stretches(index, _shown(index, switch, hidden)), dots)
            for switch, dots in _DOTS.items()
            if switch not in hidden
        ]

    def __getitem__(self, row: int) -> Cell:
        """The cell on a row, counted from 0; an empty one outside of the strip."""
        if not 0 <= row < self._height:
            return Cell()
        dots = 0
        for slot in range(_SLOTS):
            start, end = self._characters(row * _SLOTS + slot, slots=self._height * _SLOTS)
            for stretches, each in self._sorts:
                dots |= each[slot] if stretches.reach_into(start, end) else 0
        return Cell(dots)

    def offset(self, row: int) -> int:
        """Where a click on a row leads: to what begins there first, else to the first line."""
        start, end = self._characters(row, slots=max(1, self._height))
        firsts = (stretches.first_in(start, end) for stretches, _ in self._sorts)
        last_line = self._layout.line(len(self._layout) - 1)[0]
        return min((each for each in firsts if each is not None), default=min(start, last_line))

    def _characters(self, slot: int, *, slots: int) -> tuple[int, int]:
        """The stretch of the text that one of equal parts of the strip stands for."""
        last = ceil((slot + 1) * self._lines / slots)
        first = min(ceil(slot * self._lines / slots), last - 1)
        return self._start(first), self._start(last)

    def _start(self, line: int) -> int:
        """Where a line begins; behind all text for one that is not there."""
        behind = len(self._layout.text) + 1
        return self._layout.line(line)[0] if line < len(self._layout) else behind


class _Stretches:
    """Where the annotations of one sort stand, to be asked about stretches of the text.

    Going through a hundred thousand of them one by one would take longer than a key may.
    """

    def __init__(self, index: AnnotationIndex, positions: Sequence[int]) -> None:
        self._starts = array("q", map(index.starts.__getitem__, positions))
        ends = map(index.ends.__getitem__, positions)
        self._furthest = array("q", accumulate(ends, max))

    def reach_into(self, start: int, end: int) -> bool:
        """Whether one of them has a character in `[start, end)`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start

    def first_in(self, start: int, end: int) -> int | None:
        """Where the first one begins that begins in `[start, end)`; null if none does."""
        at = bisect_left(self._starts, start)
        return self._starts[at] if at < bisect_left(self._starts, end) else None


def _shown(index: AnnotationIndex, switch: Switch, hidden: Set[Switch]) -> Sequence[int]:
    positions = index.positions(switch)
    is_quiet = Switch.REVIEWED in hidden
    return list(filterfalse(index.is_reviewed, positions)) if is_quiet else positions
