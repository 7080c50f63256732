"""Bars over time, drawn with characters. Pure.

There are libraries that plot in a terminal. The one with a widget for Textual, textual-plotext,
stays with a version of plotext that its author has replaced by another; a page of bars needs
neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_EIGHTHS = "▁▂▃▄▅▆▇█"
_FULL = len(_EIGHTHS)
_SHAPES = ((3, 1), (2, 1), (1, 1), (1, 0))
"""Cells of a bar and of the gap behind it, from the best to the narrowest."""
_AXIS = 2
"""Cells between the numbers and the first bar: a blank, and the axis."""
_BELOW = 2
"""Lines under the bars: the axis, and what the bars stand for."""
_APART = 2
"""Cells between two labels."""
CHOSEN = "▲"
"""Points, on the axis, to the bar that is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A drawing, and where its bars stand."""

    lines: tuple[str, ...]
    """From the top; none longer than it has to be."""
    first: int
    """The cell at which the first bar begins."""
    thickness: int
    step: int
    """Cells from the beginning of a bar to that of the next."""
    bars: int

    def columns(self, bar: int) -> tuple[int, int]:
        """The cells of a bar, as `[start, end)`."""
        start = self.first + bar * self.step
        return start, start + self.thickness

    def bar_at(self, cell: int) -> int | None:
        """The bar at a cell, or before the gap that is there; null beside them all."""
        bar = (cell - self.first) // self.step
        return bar if 0 <= bar < self.bars else None


def room_for(width: int, *, highest: int) -> int:
    """How many bars fit into a number of cells."""
    return max(1, width - len(f"{highest:,}") - _AXIS)


def plot(
    values: Sequence[int],
    labels: Sequence[str],
    *,
    width: int,
    height: int,
    chosen: int | None = None,
) -> Plot:
    """Draw bars as high as their share of the highest; what is not 0 can be seen.

    Args:
        values: One a bar, none of them negative; no more than there is room for.
        labels: What each bar stands for; as many of them are shown as fit.
        width: Cells that may be used; a few wide bars do not fill them.
        height: Lines that may be used.
        chosen: The bar to point at.
    """
    top = max(values, default=0)
    margin = len(f"{top:,}")
    thickness, gap = _shape(len(values), room_for(width, highest=top))
    first, step = margin + _AXIS, thickness + gap
    drawn = Plot(lines=(), first=first, thickness=thickness, step=step, bars=len(values))
    rows = max(1, height - _BELOW)
    lines = [
        *_bars(values, top, rows=rows, margin=margin, thickness=thickness, gap=gap),
        _axis(drawn, margin, chosen),
        _labels(drawn, labels, width),
    ]
    return Plot(
        lines=tuple(line.rstrip() for line in lines),
        first=first,
        thickness=thickness,
        step=step,
        bars=len(values),
    )


def _shape(bars: int, room: int) -> tuple[int, int]:
    """Cells of a bar and of the gap behind it."""
    fitting = (
        (thickness, gap) for thickness, gap in _SHAPES if bars * (thickness + gap) - gap <= room
    )
    return next(fitting, _SHAPES[-1])


def _bars(
    values: Sequence[int], top: int, *, rows: int, margin: int, thickness: int, gap: int
) -> list[str]:
    """The lines of the bars from the top, each with the axis before it."""
    heights = [_eighths(value, top, rows) for value in values]
    numbers = _numbers(top, rows)
    return [
        f"{numbers.get(row, ''):>{margin}} {'┤' if row in numbers else '│'}"
        + "".join(_part(height - row * _FULL) * thickness + " " * gap for height in heights)
        for row in reversed(range(rows))
    ]


def _eighths(value: int, top: int, rows: int) -> int:
    return max(1, value * rows * _FULL // top) if value else 0


def _part(eighths: int) -> str:
    """What a bar fills of a line, above whose lower border it reaches so far."""
    return _EIGHTHS[min(eighths, _FULL) - 1] if eighths > 0 else " "


def _numbers(top: int, rows: int) -> dict[int, str]:
    """What the upper borders of some lines stand for: the highest value, and half of it."""
    numbers = {rows - 1: f"{top:,}"}
    if top % 2 == 0 < top and rows % 2 == 0 and rows > _APART:
        numbers[rows // 2 - 1] = f"{top // 2:,}"
    return numbers


def _axis(drawn: Plot, margin: int, chosen: int | None) -> str:
    last = drawn.columns(drawn.bars - 1)[1] if drawn.bars else drawn.first
    axis = list("─" * (last - drawn.first))
    if chosen is not None:
        start, end = drawn.columns(chosen)
        axis[(start + end - 1) // 2 - drawn.first] = CHOSEN
    return f"{'0':>{margin}} ┼{''.join(axis)}"


def _labels(drawn: Plot, labels: Sequence[str], width: int) -> str:
    """The labels under their bars, each as far as it overlaps neither another nor the border."""
    line = ""
    for bar, label in enumerate(labels):
        start = drawn.columns(bar)[0]
        is_apart = not line or start >= len(line) + _APART
        if is_apart and start + len(label) <= width:
            line = f"{line:{start}}{label}"
    return line
