"""The column in which an article's text stands, and how much of it is in view."""

from abc import abstractmethod

from textual.geometry import Offset, Size

from annotations.store.places import Place
from reader.widgets.article_keys import ArticleKeys

MEASURE = 80
"""Cells of a line of text, unless a person prefers more or fewer."""
NARROWEST = 20
"""The fewest cells that a person can narrow the column to."""
MARGIN = 3
"""Cells kept free to the left of the text for the signs of quotes and figures."""
SCROLL_OFF = 2
"""Lines kept in view above and below the cursor."""


class ArticleColumn(ArticleKeys):
    """The half of the article's view that knows where its lines stand on the screen."""

    usual_measure = MEASURE
    """Cells of a line of text, unless a person wants more or fewer for now."""
    measure_wanted = MEASURE
    """Cells that a line of text should take; it gets fewer where there is no room."""
    _top = (0, 0)
    """The line that was put at the top of the view, and the character that was wanted there.

    As long as nobody scrolls, wrapping again and again brings the same text back.
    """

    @abstractmethod
    def redraw(self) -> None:
        """Forget every line and draw those in view again."""

    @property
    def left(self) -> int:
        """Cells to the left of the text."""
        return max(MARGIN, (self.line_width - self.reading.layout.width) // 2)

    @property
    def room(self) -> int:
        """Cells there are for a line of text, one kept free for a cursor behind its end."""
        return max(1, self.line_width - MARGIN - 1)

    @property
    def top(self) -> int:
        """The character at the beginning of the first line in view."""
        line, wanted = self._top
        layout, shown = self.reading.layout, self.scroll_offset.y
        return wanted if shown == line else layout.line(min(shown, len(layout) - 1))[0]

    @property
    def place(self) -> Place:
        """Where a person is in the article."""
        return Place(cursor=self.reading.cursor, top=self.top)

    def begin_at(self, place: Place) -> None:
        """Show a place as soon as there is room to show anything."""
        self.reading.go(place.cursor)
        self._top = (0, place.top)

    def return_to(self, place: Place) -> None:
        """Show a place again as it was."""
        self.perform(lambda reading: reading.go(place.cursor))
        self.put_at_top(place.top)
        self.scroll_to_cursor()

    def on_resize(self) -> None:
        """Fit the room there is."""
        self.measure()
        self._wrap()

    def set_measure(self, cells: int) -> int:
        """Wrap to another width, as far as there is room; cells of a line from now on."""
        most = max(self.measure_wanted, self.room) if cells > self.room else cells
        self.measure_wanted = max(NARROWEST, most)
        self._wrap()
        return self.reading.layout.width

    def reset_measure(self) -> int:
        """Wrap to the usual width; cells of a line from now on."""
        self.measure_wanted = self.usual_measure
        self._wrap()
        return self.reading.layout.width

    def _wrap(self) -> None:
        """Wrap to the width that is wanted or there is, keeping the same text in view."""
        top = self.top
        self.reading.rewrap(min(self.measure_wanted, self.room))
        self.virtual_size = Size(self.line_width, len(self.reading.layout))
        self.redraw()
        self.put_at_top(top)
        self.scroll_to_cursor()

    def put_at_top(self, offset: int) -> None:
        """Scroll until the line of a character is the first in view, or the last page is."""
        line = self.reading.layout.line_of(offset)
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, immediate=True)
        self._top = (self.scroll_offset.y, offset)

    def scroll_to_cursor(self) -> None:
        """Bring the cursor into view, with some lines around it."""
        line, height, top = self.reading.line, self.size.height, self.scroll_offset.y
        room = min(SCROLL_OFF, max(0, (height - 1) // 2))
        if height and not top + room <= line < top + height - room:
            near = abs(line - top - height // 2) <= height
            above = line - room if line < top + room else line - height + 1 + room
            target = above if near else line - height // 3
            self.scroll_to(y=max(0, target), animate=False, immediate=True)
        self._place_terminal_cursor()

    def offset_under(self, x: int, y: int) -> int:
        """The character at a place of the widget."""
        line = min(y + self.scroll_offset.y, len(self.reading.layout) - 1)
        return self.reading.layout.offset_at(max(0, line), x - self.left)

    def _place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor on ours, for screen readers and input methods."""
        row = self.reading.line - self.scroll_offset.y
        column = self.left + self.reading.layout.cell_of(self.reading.cursor)
        self.app.cursor_position = self.content_region.offset + Offset(column, row)
