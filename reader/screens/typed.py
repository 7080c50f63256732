"""Commands typed behind a colon."""

from collections.abc import Iterable, Sequence

from textual import on

from annotations.errors import NoSuchArticle
from annotations.language.names import beginning as languages_beginning
from reader.looks.themes import AUTOMATIC, THEMES
from reader.messages import Answered, ChooseTheme, OpenArticle
from reader.screens.looking_up import LookingUp
from reader.settings.preferences import column_width, theme
from reader.typed_commands import (
    TYPED_COMMANDS,
    Complete,
    TypedCommand,
    TypedError,
    completions,
    read,
    whole_lines,
)

_PURPOSE = "command"
_OFFERED = 8
"""Articles that a completion offers."""


def _beginning(begun: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(begun)]


_FEW_WORDS: dict[str, Complete] = {
    "theme": lambda begun: _beginning(begun, (*THEMES, AUTOMATIC)),
    "goto": lambda begun: _beginning(begun, ("25%", "50%", "75%", "100%")),
}
"""By a command's name what completes its argument, where that is one of a few words."""


class Typing(LookingUp):
    """A screen that takes typed commands: each has a method here or in a subclass."""

    @property
    def typed_commands(self) -> Sequence[TypedCommand]:
        """Those that work here."""
        return [each for each in TYPED_COMMANDS if hasattr(self, each.method)]

    def action_type_command(self) -> None:
        """Ask for a command."""
        self.type_command()

    def type_command(self, begun: str = "") -> None:
        """Ask for a command, or for the rest of one that was begun."""
        names = ", ".join(each.name for each in self.typed_commands)
        self.ask(
            _PURPOSE,
            ":",
            value=begun,
            hint=f"{names}; Tab completes",
            complete=self._complete_command,
        )

    def lines_beginning(self, begun: str) -> dict[str, TypedCommand]:
        """The lines, with their commands, that what was begun can become; the store is not asked.

        Args:
            begun: The whole name of a command, and perhaps the beginning of an argument.
        """
        return whole_lines(begun, self.typed_commands, _FEW_WORDS.get)

    def _complete_command(self, line: str) -> list[str]:
        arguments: dict[str, Complete] = {
            **_FEW_WORDS,
            "open": self._titles,
            "language": languages_beginning,
            "tag": self.complete_tags,
            "accept": self._groups,
            "reject": self._groups,
        }
        return completions(line, self.typed_commands, arguments.get)

    def _groups(self, begun: str) -> list[str]:
        return _beginning(begun, self.groups_here())

    def groups_here(self) -> Sequence[str]:
        """The groups of annotations that can be accepted or rejected here, as they are typed."""
        return ()

    def _titles(self, words: str) -> Iterable[str]:
        if not self.session.is_open:
            return ()
        articles = self.session.store.articles
        found = articles.titled(words, limit=_OFFERED) or articles.meant(words, limit=_OFFERED)
        return (each.title or each.id for each in found)

    @on(Answered)
    def _obey(self, event: Answered) -> None:
        if event.purpose == _PURPOSE and event.value.strip(" :"):
            self.say("")  # or what came of the command before would seem to be said of this one
            self.attempt(lambda: self.obey(event.value))

    def obey(self, line: str) -> None:
        """Carry out what was typed.

        Raises:
            CloseReadError: If it has no meaning here, or cannot be done.
        """
        command, argument = read(line, self.typed_commands)
        getattr(self, command.method)(argument)

    # The commands

    def typed_theme(self, name: str) -> None:
        """Put a theme on."""
        try:
            self.post_message(ChooseTheme(theme(name)))
        except ValueError as error:
            raise TypedError(f"{name} {error}.") from error

    def typed_width(self, cells: str) -> None:
        """Let lines be at most so wide."""
        if not cells.isdecimal():
            raise TypedError(f"{cells!r} is no number of characters.")
        try:
            self.change_width(column_width(int(cells)))
        except ValueError as error:
            raise TypedError(f"{cells} {error}.") from error

    def change_width(self, cells: int) -> None:
        """Let lines be at most so wide in articles that are opened from now on."""
        self.session.measure = cells
        self.say(f"at most {cells} characters on a line")

    def typed_open(self, words: str) -> None:
        """Open an article."""
        from reader.choosing import choose

        if not self.session.is_open:
            raise NoSuchArticle(words)
        self.post_message(OpenArticle(choose(self.session.store, words)))
