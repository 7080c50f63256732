"""Bullets that are painted as little shapes, as browsers do, and not as text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.sources.documents.blocks import BULLET
from annotations.sources.documents.pdf.geometry import Run
from annotations.sources.documents.pdf.matrices import Matrix, number_of

SMALLEST, LARGEST = 1.5, 8.0
"""Points."""
_MOST = 2_000
"""Dots of one page; more are a drawing."""
_SQUARE = 1.4
"""How much wider than high, or higher than wide, a dot is at most."""
_FARTHEST = 30.0
"""Points from a dot to the text of its item."""

_POINTS = {b"m": 1, b"l": 1, b"c": 3, b"v": 2, b"y": 2}
"""How many points of a path an instruction has."""
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_ENDS = _FILLS | {b"n", b"S", b"s"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A little filled shape."""

    x0: float
    x1: float
    y: float
    """Of its middle."""


class Dots:
    """Collects the dots of a page."""

    def __init__(self) -> None:
        """There is none yet."""
        self.found: list[Dot] = []
        self._xs: list[float] = []
        self._ys: list[float] = []

    def follow(self, operator: bytes, values: Sequence[object], place: Matrix) -> None:
        """Follow an instruction, if it is one that draws."""
        if operator == b"re" and len(values) >= 4:
            x, y, width, height = map(number_of, values[:4])
            self._add(((x, y), (x + width, y + height)), place)
        elif count := _POINTS.get(operator):
            numbers = list(map(number_of, values))
            self._add(tuple(zip(numbers[0::2], numbers[1::2], strict=False))[:count], place)
        elif operator in _ENDS:
            self._end(is_filled=operator in _FILLS)

    def _add(self, points: Sequence[tuple[float, float]], place: Matrix) -> None:
        a, b, c, d, e, f = place
        if len(self._xs) < _MOST:
            self._xs += [x * a + y * c + e for x, y in points]
            self._ys += [x * b + y * d + f for x, y in points]

    def _end(self, *, is_filled: bool) -> None:
        if is_filled and self._xs and len(self.found) < _MOST:
            x0, x1, y0, y1 = min(self._xs), max(self._xs), min(self._ys), max(self._ys)
            width, height = x1 - x0, y1 - y0
            is_square = max(width, height) <= _SQUARE * min(width, height)
            if is_square and SMALLEST <= height <= LARGEST:
                self.found.append(Dot(x0, x1, (y0 + y1) / 2))
        self._xs, self._ys = [], []


def bullets(dots: Sequence[Dot], runs: Sequence[Run]) -> Iterator[Run]:
    """A bullet for each dot that stands right before text, on its level."""
    for dot in dots:
        behind = [
            run
            for run in runs
            if 0 < run.x0 - dot.x1 < _FARTHEST and run.y <= dot.y <= run.y + 0.7 * run.size
        ]
        if behind:
            first = min(behind, key=lambda run: run.x0)
            x1 = min(dot.x1, first.x0 - 1)
            yield replace(first, glyphs=(BULLET,), x0=min(dot.x0, x1 - 1), x1=x1, bold=first.bold)
