"""A list of any length of which only the rows in view are ever made."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from reader.commands import bindings
from reader.keyboard.counts import fell_short, only
from reader.messages import Remarked
from reader.widgets.drawn_lines import DrawnLines
from reader.widgets.muted import legible, muted

_SCROLL_OFF = 2
"""Rows kept in view above and below the cursor."""
_KEPT_ROWS = 1_000
"""Drawn rows that are kept, some twenty screens of them."""


class VirtualRows(DrawnLines, can_focus=True):
    """Base of the lists: a cursor on one row, rows drawn on demand."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rows")]
    ROOM = "rows"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--heading", "rows--hit"}

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        rows: "VirtualRows"
        row: int

    @dataclass
    class Chosen(Message):
        """A row was chosen with Enter or a click."""

        rows: "VirtualRows"
        row: int

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Args:
        id: The widget's id in the style sheet.
        """
        super().__init__(id=id)
        self.row = 0
        """The row on which the cursor stands."""
        self._count = 0
        self._strips: dict[int, Strip] = {}
        """The rows that were drawn, until something about them changes."""
        self._base: Style | None = None
        self._dim: Style | None = None

    @abstractmethod
    def draw(self, row: int, width: int) -> list[Segment]:
        """The segments of a row; styles are added to the list's own."""

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles that the rows lead to, each once, for who goes on from one to the next."""
        return ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def set_count(self, count: int) -> None:
        """Say how many rows there are from now on, and draw them again."""
        self._count = count
        self.row = min(self.row, max(0, count - 1))
        self.virtual_size = Size(self.line_width, count)
        self.refresh()

    def go(self, row: int, *, announce: bool = True) -> None:
        """Put the cursor on a row; silently, if it only follows another widget's cursor."""
        row = min(max(0, row), max(0, self._count - 1))
        before, self.row = self.row, row
        if before != row:
            self.refresh_line(before)
            self.refresh_line(row)
            if announce:
                self.post_message(self.Moved(self, row))
        self._scroll_to_row()

    def _scroll_to_row(self) -> None:
        """Bring the cursor's row into view, with some rows around it."""
        top, height = self.scroll_offset.y, self.size.height
        room = min(_SCROLL_OFF, max(0, (height - 1) // 2))
        if self.row < top + room:
            self.scroll_to(y=max(0, self.row - room), animate=False, immediate=True)
        elif height and self.row >= top + height - room:
            self.scroll_to(y=self.row - height + 1 + room, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One row, as wide as the widget."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != self.line_width:
            if len(self._strips) >= _KEPT_ROWS:
                self._strips.clear()
            strip = self._strips[row] = self._make_strip(row)
        return strip

    def _make_strip(self, row: int) -> Strip:
        base, width = self._base_style(), self.line_width
        if row >= self._count:
            return Strip.blank(width, base)
        style = base + self._row_style(row)
        segments = (
            Segment(segment.text, legible(style + segment.style) if segment.style else style)
            for segment in self.draw(row, width)
        )
        return Strip(Segment.simplify(segments)).adjust_cell_length(width, style)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again: the rows in these regions that are not drawn already, else every row."""
        if not regions:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_line(self, y: int) -> None:
        """Draw a row again."""
        self._strips.pop(y, None)
        super().refresh_line(y)

    def _base_style(self) -> Style:
        """The list's own style; asking Textual for it climbs up the whole tree."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def dim_style(self) -> Style:
        """What makes part of a row stand back."""
        if self._dim is None:
            self._dim = muted(self._base_style())
        return self._dim

    def notify_style_update(self) -> None:
        """Forget the style when the theme or the style sheet changes."""
        super().notify_style_update()
        self._base = self._dim = None
        self._strips.clear()

    def _row_style(self, row: int) -> Style:
        if row != self.row:
            return Style.null()
        return self.get_component_rich_style("rows--cursor", partial=True)

    def on_resize(self) -> None:
        """Keep the cursor's row in view."""
        self.measure()
        self.virtual_size = Size(self.line_width, self._count)
        self._scroll_to_row()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse, if the cursor can stand on it."""
        row = event.y + self.scroll_offset.y
        if row < self._count:
            self.go(row)
            if self.row == row:
                self.action_choose()

    def action_cursor_down(self, times: int = 1) -> None:
        """Next row, or one further down."""
        self._go_far(1, times)

    def action_cursor_up(self, times: int = 1) -> None:
        """Previous row, or one further up."""
        self._go_far(-1, times)

    def action_page_down(self, times: int = 1) -> None:
        """Pages further down."""
        self._go_far(max(1, self.size.height - 1), times, unit="page")

    def action_page_up(self, times: int = 1) -> None:
        """Pages further up."""
        self._go_far(-max(1, self.size.height - 1), times, unit="page")

    def _go_far(self, rows: int, times: int, *, unit: str = "row") -> None:
        """Go by so many rows so often, or as far as there are rows."""
        before = self.row
        self.go(before + rows * times)
        done = ceil(abs(self.row - before) / abs(rows))
        if done < times > 1:
            end = f"the list {'ends' if rows > 0 else 'begins'} here"
            self.post_message(Remarked(fell_short(done, times, unit, because=end)))

    def action_scroll_home(self, row: int = 1) -> None:
        """First row, or the one of that number."""
        self._to_row(row)

    def action_scroll_end(self, row: int | None = None) -> None:
        """Last row, or the one of that number."""
        self._to_row(max(1, self._count) if row is None else row)

    def _to_row(self, number: int) -> None:
        self.go(number - 1)
        if number > max(1, self._count):
            self.post_message(Remarked(only(self._count, "row")))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self.row))
