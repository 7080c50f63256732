"""Drawing line by line, without the caches that Textual keeps for borders and padding."""

from abc import abstractmethod
from typing import ClassVar

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from reader.enduring import Enduring
from reader.widgets.line_filters import filtered
from reader.widgets.steady_scrollbar import SteadyScrollBar


class DrawnLines(Enduring, ScrollView, inherit_bindings=False):
    """A scrolling widget that hands finished lines to the screen.

    It must have no border, padding or opacity of its own; put those on its parent. In return a
    page is drawn in a fraction of the time. It has no keys but those of its room's commands.
    """

    ALLOW_SELECT = False
    ROOM: ClassVar[str]
    """The room of the commands that work in it."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """How wide and long all lines are. Textual would lay the whole screen out again whenever that
    changes, as for each letter of a filter; only a scrollbar that comes or goes needs it."""
    line_width = 0
    """Cells of a line, without the scrollbar; working it out anew for each line is dear."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            bar = SteadyScrollBar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @abstractmethod
    def render_line(self, y: int) -> Strip:
        """One line, `line_width` cells wide, `y` counted from the top of the widget."""

    def watch_virtual_size(self, size: Size) -> None:
        """Fit the scrollbar."""
        if self.is_attached:
            self._scroll_update(size)

    def watch_scroll_y(self, before: float, now: float) -> None:
        """Draw the lines again, and not the scrollbar, which sees to itself."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = now
        if round(before) != round(now):
            self.refresh(Region(0, 0, self.line_width, self.size.height))

    def measure(self) -> None:
        """Take note of the width, as after a change of size."""
        self.line_width = self.scrollable_content_region.width

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view."""
        self.measure()
        strips = filtered([self.render_line(y) for y in crop.line_range], self)
        first, last = crop.column_span
        if (first, last) != (0, self.line_width):
            strips = [strip.crop(first, last) for strip in strips]
        return strips
