"""The tour: a few short steps, shown once and whenever somebody asks for it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tour import Step


class TourScreen(ModalScreen[None]):
    """One step at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,down,l,j,tab", "step(1)", "Next"),
        Binding("left,up,h,k,backspace,shift+tab", "step(-1)", "Back"),
        Binding("escape,q", "dismiss", "Skip"),
    ]

    def __init__(self, steps: Sequence[Step]) -> None:
        """Args:
        steps: What to show.
        """
        super().__init__()
        self._steps = steps
        self._at = 0

    def compose(self) -> ComposeResult:
        """The first step."""
        with Vertical(id="tour"):
            yield Static(self._content(), id="tour-step")

    def action_step(self, step: int) -> None:
        """Go on or back; from the last step, out."""
        if self._at + step == len(self._steps):
            self.dismiss()
            return
        self._at = max(0, self._at + step)
        self.query_one("#tour-step", Static).update(self._content())

    def _content(self) -> Content:
        step, number, last = self._steps[self._at], self._at + 1, len(self._steps)
        on = "ends the tour" if number == last else "goes on"
        return Content.assemble(
            (f"{step.title}\n\n", "bold"),
            f"{step.text}\n\n",
            (f"{number} of {last} · Enter {on} · ← goes back · Esc skips the rest", "dim"),
        )
