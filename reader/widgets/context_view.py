"""The text of an article, with the stretches that two annotators have marked."""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from reader.layout import Layout
from reader.widgets.drawn_lines import DrawnLines

Stretch = tuple[int, int]
"""Offsets into the text, `[start, end)`."""
_MARGIN = 1
"""Cells left of the text."""


class ContextView(DrawnLines, can_focus=False):
    """The whole article, scrolled to where it matters; what both have marked, and what only one."""

    ROOM = ""
    COMPONENT_CLASSES: ClassVar[set[str]] = {"context--shared", "context--alone"}

    def __init__(self, *, measure: int) -> None:
        """Make an empty view; `show` fills it.

        Args:
            measure: Cells that a line of text may take.
        """
        super().__init__(id="context")
        self._measure = measure
        self._text = ""
        self._layout: Layout | None = None
        self._shared: Stretch = (0, 0)
        self._covered: Stretch = (0, 0)

    def show(self, text: str, *, covered: Stretch, shared: Stretch) -> None:
        """Show a text.

        Args:
            text: Clean text.
            covered: What either annotator has marked, from its first to its last character.
            shared: What both have; the same, where only one has marked anything.
        """
        if text != self._text:
            self._text, self._layout = text, None
        self._covered, self._shared = covered, shared
        if self.size.width:
            self._set()

    def on_resize(self) -> None:
        """Wrap the text anew; what matters stays in view."""
        self.measure()
        self._set()

    def _set(self) -> None:
        width = max(1, min(self._measure, self.line_width - 2 * _MARGIN))
        if self._layout is None or self._layout.width != width:
            self._layout = Layout(self._text, width)
        self.virtual_size = Size(self.line_width, len(self._layout))
        first, last = (self._layout.line_of(each) for each in self._covered)
        room = self.size.height
        above = max(1, (room - (last - first + 1)) // 3) if room > 2 else 0
        if last - first >= room and self._covered[0] == self._shared[0]:  # only its end differs
            above = max(0, room - 3)
            first = last
        self.scroll_to(y=max(0, first - above), animate=False, immediate=True)
        self.refresh()

    def scroll_pages(self, pages: int) -> None:
        """Scroll so many pages down, or up."""
        by = pages * max(1, self.size.height - 1)
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        base, line = self.rich_style, y + self.scroll_offset.y
        if self._layout is None or line >= len(self._layout):
            return Strip.blank(self.line_width, base)
        start, end = self._layout.line(line)
        borders = {start, end, *(each for each in self._borders if start < each < end)}
        pieces = [
            Segment(self._text[one:other], base + self._look(one))
            for one, other in pairwise(sorted(borders))
        ]
        strip = Strip([Segment(" " * _MARGIN, base), *pieces])
        return strip.adjust_cell_length(self.line_width, base)

    @property
    def _borders(self) -> tuple[int, ...]:
        return (*self._covered, *self._shared)

    def _look(self, offset: int) -> Style:
        for (start, end), name in ((self._shared, "shared"), (self._covered, "alone")):
            if start <= offset < end:
                return self.get_component_rich_style(f"context--{name}", partial=True)
        return Style.null()
