"""Textual's command palette, which loses no letter and does not wait for the slowest answer."""

from textual import on
from textual.command import Command, CommandList, CommandPalette, Provider
from textual.widgets import Input
from textual.widgets.option_list import Option
from textual.worker import Worker


class LateProvider(Provider):
    """A provider for whose answer the palette does not wait for long."""

    is_late = False
    """Whether the palette has gone on without what was asked for."""


class Palette(CommandPalette):
    """The command palette.

    Enter takes the first of what fits the letters before it, and waits until that is known. Textual
    would take the first of what was listed for fewer letters.
    """

    _sought = ""
    """The letters that are being searched for, or have been last."""
    _listed_for: str | None = None
    """The letters that what is listed fits."""
    _enter_at: str | None = None
    """The letters behind which Enter was pressed, while it waits."""

    def __init__(self) -> None:
        """Make one that searches what the app and the screen below have."""
        super().__init__(placeholder="commands, articles, names", id="--command-palette")

    def on_mount(self) -> None:
        """Let no cursor blink: over a slow line that is traffic, and to some it is worse."""
        self.query_one(Input).cursor_blink = False

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    @on(Input.Changed)
    def _forget_enter(self) -> None:
        if self._enter_at != self._typed:
            self._enter_at = None

    @on(Input.Submitted)
    def _take_enter(self, event: Input.Submitted) -> None:
        if self._listed_for != self._typed:
            self._enter_at = self._typed
            event.prevent_default()

    def _gather_commands(self, search_value: str) -> Worker[None]:
        self._sought = search_value
        return super()._gather_commands(search_value)

    def _refresh_command_list(
        self, command_list: CommandList, commands: list[Command], clear_current: bool
    ) -> None:
        super()._refresh_command_list(command_list, commands, clear_current)
        self._listed_for = self._sought
        if commands and self._sought == self._enter_at:
            self._enter_at = None
            self.call_later(self._select_or_command)

    def search_again(self, query: str) -> None:
        """List anew what fits a query, if it still stands there: more has been found."""
        if self.is_mounted and self._typed == query:
            self._gather_commands(query)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say that nothing was found only once all have answered."""
        late = (each for each in self._providers if isinstance(each, LateProvider))
        if any(each.is_late for each in late):
            searching = Option("searching …", disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(searching)
            self._list_visible = True
        else:
            super()._start_no_matches_countdown(search_value)
