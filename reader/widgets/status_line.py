"""The line above the footer: where one is, and what has just happened."""

from rich.cells import cell_len, set_cell_size
from textual.widgets import Static

from annotations.text import clean_line


class StatusLine(Static):
    """Place on the right; on the left the last message, or what goes on in the background."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__(id="status", markup=False)
        self._place = ""
        self._message = ""
        self._work = ""

    def show_place(self, place: str) -> None:
        """Say where one is."""
        self._place = clean_line(place)
        self._draw()

    def show_message(self, message: str) -> None:
        """Say what has just happened; it stays until the next message."""
        self._message = clean_line(message)
        self._draw()

    def show_work(self, work: str) -> None:
        """Say what goes on in the background; empty when nothing does."""
        self._work = clean_line(work)
        self._draw()

    def on_resize(self) -> None:
        """Fit the new width."""
        self._draw()

    def _draw(self) -> None:
        left = "   ".join(filter(None, (self._message, self._work)))
        room = self.size.width - cell_len(self._place) - 2
        if room < cell_len(left):
            left = set_cell_size(left, max(0, room - 1)) + "…"
        self.update(f"{left}{' ' * max(0, room + 2 - cell_len(left))}{self._place}", layout=False)
