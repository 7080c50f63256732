"""The least that a Textual app needs for a page of text: what every key is measured against."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

FIRST_WORDS = "Line 1 of a text"
_LINES = 20_000
_WIDTH = 80
_CURSOR = Style(reverse=True)


class PlainPage(ScrollView):
    """Lines that are all alike, with a cursor on one of them."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "go(1)", ""),
        ("k", "go(-1)", ""),
        ("space", "turn(1)", ""),
        ("b", "turn(-1)", ""),
    ]
    _row = 0

    def on_mount(self) -> None:
        """Know how long the text is."""
        self.virtual_size = Size(_WIDTH, _LINES)
        self.focus()

    def render_line(self, y: int) -> Strip:
        """A line, as it is seen."""
        number = y + self.scroll_offset.y
        text = f"Line {number + 1} of a text with nothing on it".ljust(_WIDTH)
        return Strip([Segment(text, _CURSOR if number == self._row else None)], _WIDTH)

    def action_go(self, lines: int) -> None:
        """Move the cursor."""
        self._row = max(0, self._row + lines)
        top, height = self.scroll_offset.y, self.size.height
        if not top <= self._row < top + height:
            self.scroll_to(y=self._row - (height - 1 if lines > 0 else 0), animate=False)
        self.refresh()

    def action_turn(self, pages: int) -> None:
        """Turn the page."""
        self._row = max(0, self._row + pages * self.size.height)
        self.scroll_relative(y=pages * self.size.height, animate=False)


class PlainPageApp(App[None]):
    """One page."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield PlainPage()


if __name__ == "__main__":
    PlainPageApp().run()
