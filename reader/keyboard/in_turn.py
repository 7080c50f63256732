"""Keys one after the other, however fast they were pressed or a slow line hands them over."""

import asyncio
from collections import deque
from collections.abc import Iterator

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

from reader.screens.base import ReaderScreen

_PATIENCE = 2
"""Seconds that a key may keep those behind it waiting; then they take what they find."""
_ROWS_PATIENCE = 3
"""Seconds to wait for the rows that a key is meant for."""
_GLANCE = 0.005
"""Seconds between two looks at whether they have come."""

_ALT = "alt+"
_Typed = events.Key | events.Paste


class KeysInTurn(App[None]):
    """An app that gives out a key when all is done that the one before has asked for.

    Textual gives it at once to whatever has the focus. What was typed after a key that opens a
    question, a list or an article then reaches what stood there before.
    """

    def __init__(self) -> None:
        """Make an app that no key was pressed in yet."""
        super().__init__()
        self._typed: deque[_Typed] = deque()
        self._giving: asyncio.Task[None] | None = None

    @property
    def keys_are_done(self) -> bool:
        """Whether all that the keys so far have asked for is done."""
        return self._giving is None

    async def on_event(self, event: events.Event) -> None:
        """Let keys wait for their turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed += self._taken_apart(event)
        if self._giving is None:
            self._giving = asyncio.create_task(self._give_all())

    def _taken_apart(self, event: _Typed) -> Iterator[_Typed]:
        """Escape and a letter, where Textual makes one key of both because they came together.

        That is what old terminals send for a letter with Alt, which means nothing here unless
        somebody has given it a command.
        """
        if isinstance(event, events.Key) and self._is_two_keys(event):
            yield events.Key("escape", None)
            yield events.Key(event.key.removeprefix(_ALT), event.character)
        else:
            yield event

    def _is_two_keys(self, event: events.Key) -> bool:
        is_letter = event.is_printable and event.key.startswith(_ALT)
        return is_letter and event.key not in self.screen.active_bindings

    async def _give_all(self) -> None:
        try:
            while self._typed:
                await self._rows_wanted()
                self.call_later(super().on_event, self._typed.popleft())
                await self._settled()
                if not self._typed:
                    # Else the screen would wait for its next frame, half of what a key takes.
                    self.screen._on_timer_update()
        except Exception as error:
            self._handle_exception(error)
        finally:
            self._giving = None

    async def _rows_wanted(self) -> None:
        """Wait until a list shows what was asked for, unless the key is a letter for a field."""
        focused = self.focused
        if focused is not None and focused.check_consume_key("a", "a"):
            return
        waited = 0.0
        while isinstance(self.screen, ReaderScreen) and not self.screen.is_listed:
            if waited > _ROWS_PATIENCE:
                return
            await asyncio.sleep(_GLANCE)
            waited += _GLANCE

    async def _settled(self) -> None:
        """Wait until a key has been taken, and what it opens has been made and has the focus."""
        try:
            async with asyncio.timeout(_PATIENCE):
                before = None
                while (now := (self.screen, self.focused)) != before:
                    before = now
                    await self._all_passed()
        except TimeoutError:
            return

    async def _all_passed(self) -> None:
        """Wait until all that is in the queues now has been worked off, and what follows from it.

        A key goes up from what has the focus to the app, which looks for its command; the command
        may make widgets, and these ask the app for the focus.
        """
        await _passed(self)
        for node in (self.focused or self.screen).ancestors_with_self:
            await _passed(node)
        for node in self.screen.walk_children(Widget, with_self=True):
            if not node.is_mounted:
                await _passed(node)
        await _passed(self)


async def _passed(node: MessagePump) -> None:
    """Wait until a node has worked off what is in its queue now."""
    passed = asyncio.Event()
    # Not by `call_later`, which wraps what it is given so that Textual looks at it anew each time.
    if node.post_message(events.Callback(callback=passed.set)):
        await passed.wait()
