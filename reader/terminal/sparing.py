"""An application that writes to the terminal only what changes there."""

from typing import cast

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.screen import Screen

from reader.terminal.frames import Frame, Shown, Update


class SparingApp(App[None]):
    """The base of the reader's application."""

    def __init__(self) -> None:
        """Make an app that knows nothing of the terminal yet."""
        super().__init__()
        self._shown = Shown()

    def on_mount(self) -> None:
        """Write everything anew after another program had the terminal."""
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw(), immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Write everything anew: a terminal does what it likes with lines that no longer fit."""
        self._shown.forget()

    def action_redraw(self) -> None:
        """Write everything anew, after somebody else wrote on the terminal."""
        self._shown.forget()
        self.refresh(layout=True)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if not isinstance(renderable, Update):
            super()._display(screen, renderable)
            return
        # Textual asks an update for its sequences before it asks Rich for anything. What it writes
        # around them wakes the thread that writes to the terminal twice more, at its own cost.
        at_once, self._sync_available = self._sync_available, False
        frame = Frame(renderable, self._shown, at_once=at_once)
        try:
            super()._display(screen, cast(RenderableType, frame))
        finally:
            self._sync_available = at_once
