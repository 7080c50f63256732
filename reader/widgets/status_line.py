"""The line above the footer: where one is, and what has just happened."""

from rich.cells import cell_len, set_cell_size
from textual.timer import Timer
from textual.widgets import Static

from annotations.text import clean_line

_GAP = 2
"""Cells between a message and what stays beside it."""
_SECONDS = 6
"""How long a message stays."""


class StatusLine(Static):
    """Where one is on the right; on the left what has just happened, and what goes on."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__(id="status", markup=False)
        self._place = ""
        self._stays = False
        self._message = ""
        self._work = ""
        self._pending = ""
        self._expiry: Timer | None = None

    def show_place(self, place: str, *, stays: bool = False) -> None:
        """Say where one is.

        Args:
            place: In words.
            stays: Whether a message is cut to leave room for it, rather than taking its place.
        """
        self._place, self._stays = clean_line(place), stays
        self._draw()

    @property
    def message(self) -> str:
        """What has just happened; empty if that was a while ago."""
        return self._message

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
        gives_way = bool(self._pending) if self._stays else bool(said)
        right = "" if gives_way and cell_len(left + self._place) + _GAP > width else self._place
        room = width - cell_len(right) - (_GAP if right and self._stays else 0)
        if cell_len(left) > room:
            left = set_cell_size(left, max(0, room - 2)) + "… "
        self.update(f"{left}{' ' * (width - cell_len(left + right))}{right}", layout=False)
