"""Keys that mean something only together: two-key commands (`gg`), and answers such as a mark's."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class KeyTaker:
    """Who wants the next keys."""

    take: Callable[[str], bool]
    """Is given the letter of each key; tells whether it wants another one."""
    end: Callable[[], None]
    """Is called once it gets no more keys, whether it took them all or was interrupted."""


class KeySequences(Screen[None]):
    """A screen that waits for a second key after the first of a sequence, for as long as it takes.

    Sequences are bound as if they were keys, by the names of both with a blank between. Escape
    takes the first key back.
    """

    _first_key: str = ""
    _taker: KeyTaker | None = None

    async def take_key(self, event: events.Key) -> bool:
        """Take a key before it means anything else, if it belongs to something begun before.

        The app asks for this where it would look for a binding: there keys come one after the
        other, each when all is done that the one before has asked for, however fast they were
        pressed or however late a slow line has handed them over.

        Returns:
            Whether the key was taken.
        """
        if self._taker is not None:
            letter = event.character if event.is_printable else None
            if letter is None or not self._taker.take(letter):
                self.release_keys()
            return True
        return await self._take_sequence(event.key)

    async def _take_sequence(self, key: str) -> bool:
        """Take the key if it begins or ends a sequence."""
        first, self._first_key = self._first_key, ""
        active = self.active_bindings
        ended = active.get(f"{first} {key}")
        begins = ended is None and any(name.startswith(f"{key} ") for name in active)
        if begins:
            self._first_key = key
        if first or begins:
            self.wait_for_second(self._first_key)
        if ended is not None:
            await self.app.run_action(ended.binding.action, ended.node)
        return ended is not None or begins or (bool(first) and key == "escape")

    def wait_for_second(self, first: str) -> None:
        """Say what is waited for after the first key of a sequence; nothing, if it is empty."""

    def take_keys(self, taker: KeyTaker) -> None:
        """Hand over the next keys, in place of whoever wanted them before.

        A key that stands for no letter ends it, and means nothing else.
        """
        self.release_keys()
        self._taker = taker

    def release_keys(self) -> None:
        """Let keys be commands again."""
        taker, self._taker = self._taker, None
        if taker is not None:
            taker.end()

    def on_mouse_down(self) -> None:
        """Take no more keys for anybody: the mouse is used instead."""
        self.release_keys()

    def on_resize(self) -> None:
        """Take no more keys for anybody: what they would choose from stands elsewhere."""
        self.release_keys()

    def on_screen_suspend(self) -> None:
        """Take no more keys for anybody: another screen gets them."""
        self.release_keys()
