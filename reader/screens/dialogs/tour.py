"""The tour: a few short steps, shown once and whenever somebody asks for it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.keyboard.keymap import USUAL, Keymap
from reader.screens.dialogs.dialog import Dialog
from reader.tour import Step


class TourScreen(Dialog[None]):
    """One step at a time."""

    FRAME = "#tour"

    def __init__(self, steps: Sequence[Step], *, keys: Keymap = USUAL) -> None:
        """Args:
        steps: What to show.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._steps = steps
        self._at = 0

    def compose(self) -> ComposeResult:
        """The first step."""
        with Vertical(id="tour"):
            yield Static(self._content(), id="tour-step")

    def move(self, rows: int) -> None:
        """Go on or back by steps; from the last one, out."""
        if self._at + rows >= len(self._steps):
            self.action_close()
        else:
            self.move_to(self._at + rows)

    def move_pages(self, pages: int) -> None:
        """Go on or back: a step is a page."""
        self.move(pages)

    def move_to(self, row: int | None) -> None:
        """Show a step, or the last one."""
        last = len(self._steps) - 1
        self._at = last if row is None else min(max(0, row), last)
        self.query_one("#tour-step", Static).update(self._content())

    def action_choose(self) -> None:
        """Go on."""
        self.move(1)

    def _content(self) -> Content:
        step, number, last = self._steps[self._at], self._at + 1, len(self._steps)
        does = {
            "rows.choose": "ends the tour" if number == last else "goes on",
            "dialog.previous": "goes back",
            "dialog.close": "skips the rest",
        }
        keys = (f"{self.keys.first(name)} {what}" for name, what in does.items())
        return Content.assemble(
            (f"{step.title}\n\n", "bold"),
            f"{step.text}\n\n",
            (" · ".join((f"{number} of {last}", *keys)), "dim"),
        )
