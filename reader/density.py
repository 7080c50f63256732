"""Where in an article quotes and figures stand, drawn into one column of cells. Pure."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from math import ceil

from annotations.model import Layer
from reader.annotation_index import LAYERS, AnnotationIndex
from reader.layout import Layout
from reader.switches import Switch

_BRAILLE = 0x2800
"""The character without dots; the others follow, a bit a dot."""
_QUOTE_DOTS = (0x01, 0x02, 0x04, 0x40)
_FIGURE_DOTS = (0x08, 0x10, 0x20, 0x80)
"""The dots of one side of a cell, from the top: quotes on the left, figures on the right."""
_SLOTS = len(_QUOTE_DOTS)
"""Stretches of the article that one cell tells apart."""
_DOTS = {LAYERS.index(Layer.QUOTES): _QUOTE_DOTS, LAYERS.index(Layer.CASUALTIES): _FIGURE_DOTS}


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
        self._slots = height * _SLOTS
        self._lines = max(height, len(layout))
        self._firsts: dict[int, int] = {}
        """Where the first quote or figure begins that begins in a cell."""
        self._dots = bytearray(height)
        for position in _quotes_and_figures(index, hidden):
            self._draw(index.starts[position], index.ends[position], index.layers[position])

    def __getitem__(self, row: int) -> Cell:
        """The cell on a row, counted from 0; an empty one outside of the strip."""
        return Cell(self._dots[row]) if 0 <= row < len(self._dots) else Cell()

    def offset(self, row: int) -> int:
        """Where a click on a row leads: to what begins there first, else to the first line."""
        line = ceil(row * self._lines / max(1, len(self._dots)))
        return self._firsts.get(row, self._layout.line(min(line, len(self._layout) - 1))[0])

    def _draw(self, start: int, end: int, layer: int) -> None:
        first, last = self._slot(start), self._slot(end - 1, after=True)
        if first < self._slots:
            self._firsts.setdefault(first // _SLOTS, start)
        for slot in range(first, min(max(last, first + 1), self._slots)):
            self._dots[slot // _SLOTS] |= _DOTS[layer][slot % _SLOTS]

    def _slot(self, offset: int, *, after: bool = False) -> int:
        """Where the line of a character begins on the strip, or where the next one does."""
        line = self._layout.line_of(offset) + after
        return line * self._slots // self._lines


def _quotes_and_figures(index: AnnotationIndex, hidden: Set[Switch]) -> Iterator[int]:
    """Positions of the visible quotes and figures, in reading order."""
    for position in index.visible(hidden=hidden):
        if index.layers[position] in _DOTS:
            yield position
