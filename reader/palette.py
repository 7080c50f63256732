"""The command palette's entries, from the registry."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.commands import Command, of_rooms
from reader.keymap import USUAL, Keymap
from reader.screens.base import ReaderScreen


class CommandProvider(Provider):
    """Every command that works on the screen below, by what it does."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        keys = self._keys
        for command, title in self._commands():
            yield DiscoveryHit(title, partial(self._run, command), help=keys.shown(command))

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        matcher, keys = self.matcher(query), self._keys
        for command, title in self._commands():
            score = matcher.match(title)
            if score > 0:
                shown = matcher.highlight(title)
                yield Hit(score, shown, partial(self._run, command), help=keys.shown(command))

    @property
    def _keys(self) -> Keymap:
        return self.screen.settings.keymap if isinstance(self.screen, ReaderScreen) else USUAL

    def _commands(self) -> Iterator[tuple[Command, str]]:
        rooms = self.screen.rooms if isinstance(self.screen, ReaderScreen) else ("app",)
        for command in of_rooms(*rooms):
            yield command, command.help[0].upper() + command.help[1:]

    async def _run(self, command: Command) -> None:
        """Carry a command out where it belongs: in the widget in focus, else on the screen."""
        target = self.focused if command.room in ("text", "rows") else self.screen
        await self.app.run_action(command.action, target or self.screen)
