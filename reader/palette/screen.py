"""Textual's command palette, which loses no letter and does not wait for the slowest answer."""

from textual import events
from textual.command import CommandList, CommandPalette, Provider
from textual.widgets import Input
from textual.widgets.option_list import Option


class LateProvider(Provider):
    """A provider for whose answer the palette does not wait for long."""

    is_late = False
    """Whether the palette has gone on without what was asked for."""


class Palette(CommandPalette):
    """The command palette; letters that are typed before it stands are typed into it."""

    _early = ""

    def __init__(self) -> None:
        """Make one that searches what the app and the screen below have."""
        super().__init__(placeholder="commands, articles, names", id="--command-palette")

    def on_mount(self) -> None:
        """Take what was typed before, and let no cursor blink.

        Over a slow line blinking is traffic, and to some it is worse.
        """
        field = self.query_one(Input)
        field.cursor_blink = False
        field.insert_text_at_cursor(self._early)

    async def take_key(self, event: events.Key) -> bool:
        """Take a letter that no widget has taken; tells whether it was one."""
        if event.character is None or not event.is_printable:
            return False
        if self.is_mounted:
            self.query_one(Input).insert_text_at_cursor(event.character)
        else:
            self._early += event.character
        return True

    def search_again(self, query: str) -> None:
        """List anew what fits a query, if it still stands there: more has been found."""
        if self.is_mounted and self.query_one(Input).value.strip() == query:
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
