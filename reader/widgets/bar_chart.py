"""Bars over time, one of which can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.plots.bars import Plot, plot, room_for


class BarChart(Widget):
    """Bars as high as the widget; which is chosen is seen by its ground, and by a sign below."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"chart--bar", "chart--chosen"}

    @dataclass
    class Chosen(Message):
        """A bar was clicked."""

        bar: int

    def __init__(self) -> None:
        """Make an empty chart; `show` fills it."""
        super().__init__(id="chart")
        self._values: Sequence[int] = ()
        self._labels: Sequence[str] = ()
        self._chosen: int | None = None
        self._plot: Plot | None = None

    def room(self, *, highest: int) -> int:
        """How many bars fit."""
        return room_for(self.size.width, highest=highest)

    def show(self, values: Sequence[int], labels: Sequence[str], *, chosen: int | None) -> None:
        """Show these bars.

        Args:
            values: How high they are.
            labels: What they stand for.
            chosen: The bar to point at.
        """
        self._values, self._labels, self._chosen = values, labels, chosen
        self._plot = None
        self.refresh()

    @property
    def plot(self) -> Plot:
        """The drawing; it is made when it is looked at."""
        if self._plot is None:
            self._plot = plot(
                self._values,
                self._labels,
                width=self.size.width,
                height=self.size.height,
                chosen=self._chosen,
            )
        return self._plot

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self._plot = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line."""
        lines, width = self.plot.lines, self.size.width
        if not self._values or y >= len(lines):
            return Strip.blank(width, self.rich_style)
        line = lines[y].ljust(width)
        strip = Strip(self._segments(line, is_bars=y < len(lines) - 2))
        return strip.adjust_cell_length(width, self.rich_style)

    def _segments(self, line: str, *, is_bars: bool) -> list[Segment]:
        base = self.rich_style
        if not is_bars:
            return [Segment(line, base)]
        bar = base + self.get_component_rich_style("chart--bar", partial=True)
        first = self.plot.first
        if self._chosen is None:
            return [Segment(line[:first], base), Segment(line[first:], bar)]
        start, end = self.plot.columns(self._chosen)
        chosen = bar + self.get_component_rich_style("chart--chosen", partial=True)
        return [
            Segment(line[:first], base),
            Segment(line[first:start], bar),
            Segment(line[start:end], chosen),
            Segment(line[end:], bar),
        ]

    def on_click(self, event: events.Click) -> None:
        """Choose the bar under the mouse."""
        bar = self.plot.bar_at(event.x)
        if bar is not None:
            self.post_message(self.Chosen(bar))
