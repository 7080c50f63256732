"""What opens over a screen until it is answered or closed: pickers, help, cards, the tour."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList

from reader.commands import binding, bindings
from reader.enduring import Enduring
from reader.keyboard.counts import fell_short
from reader.keyboard.keymap import USUAL, Keymap
from reader.keyboard.sequences import KeySequences

Result = TypeVar("Result")


class Dialog(Enduring, ModalScreen[Result], KeySequences[Result], inherit_bindings=False):
    """A screen over another one, moved in by the keys of lists.

    Its parts have no keys of their own, so that all of them can be chosen in `config.toml`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("rows", "dialog"),
        binding("app.help"),
        binding("app.redraw"),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]
    HELP_ROOMS: ClassVar[tuple[str, ...]] = ("rows", "dialog")
    FRAME: ClassVar[str]
    """Selects the widget with the border, in which it is shown what is waited for."""

    def __init__(self, keys: Keymap = USUAL) -> None:
        """Args:
        keys: The keys of the commands.
        """
        super().__init__()
        self.keys = keys

    def wait_for(self, first: str, *, count: int) -> None:
        """Show a count, and what may follow the first key of a sequence."""
        self.say(self.keys.following(first, *self.rooms, count=count))

    def refuse_count(self, does: str) -> None:
        """Say that nothing was done."""
        self.say(f"Nothing done: “{does}” takes no number before it.")

    def say(self, message: str) -> None:
        """Say something in the border; nothing, if it is empty."""
        self.query_one(self.FRAME).border_subtitle = Content(message)

    # What the keys do

    @abstractmethod
    def move(self, rows: int) -> None:
        """Go by so many rows down, or up."""

    @abstractmethod
    def move_pages(self, pages: int) -> None:
        """Go by so many pages down, or up."""

    @abstractmethod
    def move_to(self, row: int | None) -> None:
        """Go to a row, counted from 0; null for the last."""

    def action_cursor_down(self, times: int = 1) -> None:
        """Next row."""
        self.move(times)

    def action_cursor_up(self, times: int = 1) -> None:
        """Previous row."""
        self.move(-times)

    def action_page_down(self, times: int = 1) -> None:
        """Next page."""
        self.move_pages(times)

    def action_page_up(self, times: int = 1) -> None:
        """Previous page."""
        self.move_pages(-times)

    def action_scroll_home(self, row: int = 1) -> None:
        """First row, or the one of that number."""
        self.move_to(row - 1)

    def action_scroll_end(self, row: int | None = None) -> None:
        """Last row, or the one of that number."""
        self.move_to(None if row is None else row - 1)

    def action_next(self) -> None:
        """Go on by one."""
        self.move(1)

    def action_previous(self) -> None:
        """Go back by one."""
        self.move(-1)

    def action_choose(self) -> None:
        """Choose; where there is nothing to choose, close."""
        self.action_close()

    def action_remove(self) -> None:
        """Forget what is under the bar, where it can be forgotten."""

    def action_reject(self) -> None:
        """Reject what is under the bar, where it can be rejected."""

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


class Scrolled(Dialog[None]):
    """A text to scroll, in a `ScrolledText`."""

    @property
    def scrolled(self) -> "ScrolledText":
        """The text."""
        return self.query_one(ScrolledText)

    def move(self, rows: int) -> None:
        """Scroll by lines."""
        self.scrolled.scroll_relative(y=rows, animate=False)

    def move_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self.move(pages * max(1, self.scrolled.size.height - 1))

    def move_to(self, row: int | None) -> None:
        """Scroll to a line."""
        self.scrolled.scroll_to(y=self.scrolled.max_scroll_y if row is None else row, animate=False)


class ScrolledText(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What is scrolled, by the keys of its screen."""


class Choices(OptionList, inherit_bindings=False):
    """What is chosen from, by the keys of its screen."""


class Picker(Dialog[Result]):
    """A list to choose from, in `Choices`, under a line that says how."""

    FRAME = "#kind-picker"
    OFFERS: ClassVar[Mapping[str, str]] = {}
    """What each of these commands does here, by its id."""

    def compose(self) -> ComposeResult:
        """What to do, and the list."""
        keys = ((self.keys.first(name), does) for name, does in self.OFFERS.items())
        offered = ", ".join(f"{key} to {does}" for key, does in keys if key)
        with Vertical(id="kind-picker"):
            yield Label(offered, id="kind-picker-help", markup=False)
            yield Choices(id="kind-picker-list")

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    def move(self, rows: int) -> None:
        """Move the bar, as far as there are rows."""
        before = self.choices.highlighted or 0
        self.move_to(max(0, before + rows))
        done = abs((self.choices.highlighted or 0) - before)
        if done < abs(rows) > 1:
            end = f"the list {'ends' if rows > 0 else 'begins'} here"
            self.say(fell_short(done, abs(rows), "row", because=end))

    def move_pages(self, pages: int) -> None:
        """Move the bar by pages."""
        before = self.choices.highlighted or 0
        self.move_to(max(0, before + pages * max(1, self.choices.size.height - 1)))

    def move_to(self, row: int | None) -> None:
        """Put the bar on a row, or on the last one."""
        last = self.choices.option_count - 1
        if last >= 0:
            self.choices.highlighted = last if row is None else min(row, last)

    def action_choose(self) -> None:
        """Choose the row under the bar."""
        self.choices.action_select()
