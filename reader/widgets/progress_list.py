"""How far a library is, as lines of which some lead on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from reader.progress.lines import Line
from reader.widgets.virtual_rows import VirtualRows

_BOLD = Style(bold=True)


class ProgressList(VirtualRows):
    """The cursor goes from line to line, and passes over the headings."""

    @dataclass
    class HeadingLeft(Message):
        """The heading of what is in view on top has gone out of view, or come back."""

        heading: str
        """Empty if it is in view."""

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="progress")
        self._laid_out: Callable[[int], Sequence[Line]] = lambda width: ()
        self._lines: Sequence[Line] = ()
        self._heading_above = ""

    def show(self, laid_out: Callable[[int], Sequence[Line]]) -> None:
        """Show lines, which are laid out for the width that there is.

        Args:
            laid_out: Makes the lines, of so many cells.
        """
        self._laid_out = laid_out
        self._lay_out()

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        return self._lines[self.row] if self.row < len(self._lines) else None

    def on_resize(self) -> None:
        """Lay the lines out anew."""
        super().on_resize()
        self._lay_out()

    def _lay_out(self) -> None:
        self.measure()
        if self.line_width > 2:
            self._lines = self._laid_out(self.line_width - 2)
            self.set_count(len(self._lines))
            self.go(self.row, announce=False)
            self._tell_heading()

    def go(self, row: int, *, announce: bool = True) -> None:
        """Put the cursor on a row, or on the next in that direction that is no heading."""
        row = min(max(0, row), max(0, self.count - 1))
        step = -1 if row < self.row else 1
        for way in (step, -step):
            found = row
            while 0 <= found < len(self._lines) and self._lines[found].heading:
                found += way
            if 0 <= found < len(self._lines):
                row = found
                break
        super().go(row, announce=announce)
        if row == self._first:
            self.scroll_to(y=0, animate=False, immediate=True)

    def watch_scroll_y(self, before: float, now: float) -> None:
        """Say which heading stands above what is in view."""
        super().watch_scroll_y(before, now)
        self._tell_heading()

    def _tell_heading(self) -> None:
        top = round(self.scroll_y)
        above = [line.text for line in self._lines[:top] if line.heading and line.text]
        heading = above[-1] if above and not self._lines[top].heading else ""
        if heading != self._heading_above:
            self._heading_above = heading
            self.post_message(self.HeadingLeft(heading))

    @property
    def _first(self) -> int:
        """The first row that the cursor can stand on; the headings above it come into view too."""
        return next((at for at, line in enumerate(self._lines) if not line.heading), 0)

    def draw(self, row: int, width: int) -> list[Segment]:
        """A line."""
        line = self._lines[row]
        return [Segment(f" {line.text}", _BOLD if line.heading else None)]
