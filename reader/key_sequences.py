"""Two-key commands (`gg`) beside Textual's single-key bindings."""

from typing import ClassVar

from textual import events
from textual.widget import Widget


class KeySequences(Widget):
    """A widget that waits for a second key after the first of a sequence.

    Textual asks its bindings only after a key has passed the focused widget, so a key that
    belongs to a sequence is taken here and never reaches them.
    """

    SEQUENCES: ClassVar[dict[tuple[str, str], str]] = {}
    """(first key, second key) → action."""

    _first_key: str = ""

    async def on_key(self, event: events.Key) -> None:
        """Take the key if it begins or ends a sequence."""
        first, self._first_key = self._first_key, ""
        if action := self.SEQUENCES.get((first, event.key)):
            event.stop()
            event.prevent_default()
            await self.run_action(action)
        elif any(event.key == begin for begin, _ in self.SEQUENCES):
            event.stop()
            event.prevent_default()
            self._first_key = event.key
