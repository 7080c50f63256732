"""Two-key commands (`gg`) beside Textual's single-key bindings."""

from textual import events
from textual.screen import Screen


class KeySequences(Screen[None]):
    """A screen that waits for a second key after the first of a sequence.

    Sequences are bound as if they were keys, by the names of both with a blank between. Textual
    asks its bindings only after a key has passed the screen, so a key that belongs to a sequence
    is taken here and never reaches them.
    """

    _first_key: str = ""

    async def on_key(self, event: events.Key) -> None:
        """Take the key if it begins or ends a sequence."""
        first, self._first_key = self._first_key, ""
        active = self.active_bindings
        ended = active.get(f"{first} {event.key}")
        if ended is not None:
            event.stop()
            event.prevent_default()
            await self.app.run_action(ended.binding.action, ended.node)
        elif any(key.startswith(f"{event.key} ") for key in active):
            event.stop()
            event.prevent_default()
            self._first_key = event.key
