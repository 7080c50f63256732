"""The command palette's commands, from the registry."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hits
from textual.markup import escape

from reader.commands import WIDGET_ROOMS, Command, of_rooms
from reader.palette.searching import Entry, Searching
from reader.screens.base import ReaderScreen


class CommandProvider(Searching):
    """Every command that works on the screen below, by what it does."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for each in self.entries:
            yield DiscoveryHit(each.text, each.act, help=escape(each.help))

    @property
    def entries(self) -> list[Entry]:
        """The commands, with their keys."""
        return list(self._entries())

    def _entries(self) -> Iterator[Entry]:
        if not isinstance(self.screen, ReaderScreen):
            return
        keys = self.screen.settings.keymap
        for command in of_rooms(*self.screen.rooms):
            title = command.help[0].upper() + command.help[1:]
            yield Entry.of(title, about=keys.shown(command), act=partial(self._run, command))

    async def _run(self, command: Command) -> None:
        """Carry a command out where it belongs: in the widget in focus, else on the screen."""
        target = self.focused if command.room in WIDGET_ROOMS else self.screen
        await self.app.run_action(command.action, target or self.screen)
