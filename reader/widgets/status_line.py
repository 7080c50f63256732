"""The line above the footer: where one is, and what has just happened."""

from rich.cells import cell_len, set_cell_size
from textual.timer import Timer
from textual.widgets import Static

from annotations.text import clean_line

_SECONDS = 6
"""How long a message stays."""


class StatusLine(Static):
    """Where one is on the right; on the left what has just happened, and what goes on."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__(id="status", markup=False)
        self._place = ""
        self._message = ""
        self._work = ""
        self._pending = ""
        self._expiry: Timer | None = None

    def show_place(self, place: str) -> None:
        """Say where one is."""
        self._place = clean_line(place)
        self._draw()

    def show_message(self, message: str) -> None:
        """Say what has just happened, until the next message or for some seconds."""
        self._message = clean_line(message)
        if self._expiry is not None:
            self._expiry.stop()
        self._expiry = self.set_timer(_SECONDS, self._forget) if message else None
        self._draw()

    def add_message(self, message: str) -> None:
        """Say something more about what has just happened."""
        self.show_message("; ".join(filter(None, (self._message, message))))

    def _forget(self) -> None:
        self._message, self._expiry = "", None
        self._draw()

    def show_work(self, work: str) -> None:
        """Say what goes on in the background; empty when nothing does."""
        self._work = clean_line(work)
        self._draw()

    def show_pending(self, pending: str) -> None:
        """Say what is waited for, in front of all else; empty when nothing is."""
        self._pending = clean_line(pending)
        self._draw()

    def on_resize(self) -> None:
        """Fit the new width."""
        self._draw()

    def _draw(self) -> None:
        """Set both sides; where there is not room for both, a message comes first."""
        said = self._pending or self._message
        self.set_class(bool(said), "-message")
        width = self.size.width
        left = "   ".join(filter(None, (said, self._work)))
        if said and cell_len(left) > width:
            left = said  # what goes on can wait
        right = "" if said and cell_len(left + self._place) > width else self._place
        room = width - cell_len(right)
        if cell_len(left) > room:
            left = set_cell_size(left, max(0, room - 2)) + "… "
        self.update(f"{left}{' ' * max(0, room - cell_len(left))}{right}", layout=False)
