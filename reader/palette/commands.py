"""The command palette's commands, from the registry: those of keys, and those that are typed."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hits, Provider
from textual.markup import escape

from reader.commands import WIDGET_ROOMS, Command, of_rooms
from reader.palette.searching import Entry, best, hit
from reader.screens.base import ReaderScreen
from reader.screens.typed import Typing
from reader.typed_commands import TypedCommand

_LINE_WEIGHT = 0.85
"""What a typed command with its argument is worth: any words can be one, and are sooner meant for
something else."""


class CommandProvider(Provider):
    """Every command that works on the screen below, by what it does."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for each in (*self._commands(), *self._typed({})):
            yield DiscoveryHit(each.text, each.act, help=escape(each.help))

    async def search(self, query: str) -> Hits:
        """Those that match what was typed, and typed ones with their arguments."""
        lines = self._lines(query)
        for each in best(query, (*self._commands(), *self._typed(lines))):
            yield hit(each, weight=1.0, style=self.match_style)
        for each in best(query, self._with_arguments(lines)):
            yield hit(each, weight=_LINE_WEIGHT, style=self.match_style)

    def _commands(self) -> Iterator[Entry]:
        if not isinstance(self.screen, ReaderScreen):
            return
        keys = self.screen.settings.keymap
        for command in of_rooms(*self.screen.rooms):
            if not self.screen.why_not(command):
                title = command.help[0].upper() + command.help[1:]
                yield Entry.of(title, about=keys.shown(command), act=partial(self._run, command))

    async def _run(self, command: Command) -> None:
        """Carry a command out where it belongs: in the widget in focus, else on the screen."""
        target = self.focused if command.room in WIDGET_ROOMS else self.screen
        await self.app.run_action(command.action, target or self.screen)

    def _lines(self, query: str) -> dict[str, TypedCommand]:
        """The typed commands with the arguments that were typed, or can be."""
        if not isinstance(self.screen, Typing):
            return {}
        return self.screen.lines_beginning(query.removeprefix(":"))

    def _typed(self, lines: dict[str, TypedCommand]) -> Iterator[Entry]:
        """The other typed commands; choosing one asks for its argument."""
        if isinstance(self.screen, Typing):
            for command in self.screen.typed_commands:
                if command not in lines.values():
                    act = partial(self._ask, self.screen, command)
                    yield Entry.of(command.usage, about=command.help, act=act)

    def _with_arguments(self, lines: dict[str, TypedCommand]) -> Iterator[Entry]:
        if isinstance(self.screen, Typing):
            for line, command in lines.items():
                act = partial(self._obey, self.screen, line)
                yield Entry.of(f":{line}", about=command.help, act=act)

    async def _ask(self, screen: Typing, command: TypedCommand) -> None:
        screen.type_command(f"{command.name} ")

    async def _obey(self, screen: Typing, line: str) -> None:
        screen.attempt(lambda: screen.obey(line))
