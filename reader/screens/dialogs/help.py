"""What the keys do on the screen below."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from reader.commands import ROOMS, Command, Motion, binding, of_rooms
from reader.keyboard.keymap import USUAL, Keymap
from reader.screens.dialogs.dialog import Scrolled, ScrolledText
from reader.typed_commands import TypedCommand

_LEGEND = Content.assemble(
    ("How to read the page\n", "bold"),
    "  ",
    ("underlined", "underline"),
    "  a name, number or date\n  ",
    ("italic", "italic"),
    "      a quote; Q in the margin, │ where it goes on\n  ",
    ("bold", "bold"),
    "        a casualty figure; F in the margin\n  ",
    ("weaker", "dim"),
    "      a figure without a number (“a soldier was killed”)\n",
    "  · suggested  ✓ accepted  ≠ corrected  + added: in the list\n",
)

_COUNTS = Content.assemble(
    ("Numbers\n", "bold"),
    "  A number typed before a motion says how often, or to which line.\n",
)


class HelpScreen(Scrolled):
    """Every command of some rooms with its keys, and a legend; what opened it closes it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("app.help", "close")]
    FRAME = "#help"

    def __init__(
        self,
        rooms: Sequence[str],
        keys: Keymap = USUAL,
        *,
        typed: Sequence[TypedCommand] = (),
        why_not: Callable[[Command], str] = lambda _: "",
    ) -> None:
        """Args:
        rooms: The rooms whose commands to list.
        keys: The keys of the commands.
        typed: The typed commands to list.
        why_not: Says why a command does nothing now; those for which it does are left out.
        """
        super().__init__(keys)
        self._why_not = why_not
        self._rooms = rooms
        self._typed = typed

    def compose(self) -> ComposeResult:
        """The rooms one after the other."""
        with ScrolledText(id="help"):
            if "text" in self._rooms:
                yield Static(_LEGEND)
            if self._has_motions:
                yield Static(_COUNTS)
            for room in self._rooms:
                yield Static(self._describe(room))
            if "library" in self._rooms:
                yield Static(_describe_filters())
            yield Static(_describe_typed(self._typed))

    @property
    def _has_motions(self) -> bool:
        return any(isinstance(command, Motion) for command in of_rooms(*self._rooms))

    def _describe(self, room: str) -> Content:
        """A room's heading and its commands, a line each; those without a key are left out."""
        parts: list[str | tuple[str, str]] = [(f"{ROOMS[room]}\n", "bold")]
        for command in of_rooms(room):
            if (keys := self.keys.shown(command)) and not self._why_not(command):
                parts.append(f"  {keys:<16}  {command.help}\n")
        return Content.assemble(*parts)


def _describe_filters() -> Content:
    """What a filter is made of."""
    from annotations.filters import EXPLAINED

    lines = (f"  {written:<20}  {meaning}\n" for written, meaning in EXPLAINED)
    return Content.assemble(("In a filter\n", "bold"), *lines)


def _describe_typed(commands: Sequence[TypedCommand]) -> Content:
    lines = (f"  {each.usage:<16}  {each.help}\n" for each in commands)
    return Content.assemble(("Typed\n", "bold"), *lines) if commands else Content()
