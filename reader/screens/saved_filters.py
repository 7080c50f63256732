"""Choosing one of the filters that have a name."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from annotations.text import clean_line


class SavedFilterPicker(ModalScreen[str | None]):
    """The saved filters; the one that is chosen is handed over as it was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("delete,backspace", "remove", "Remove"),
    ]

    def __init__(self, filters: Mapping[str, str], *, remove: Callable[[str], bool]) -> None:
        """Args:
        filters: Each name with its filter.
        remove: Forgets the filter of a name; tells whether it could.
        """
        super().__init__()
        self._filters = dict(filters)
        self._remove = remove

    def compose(self) -> ComposeResult:
        """What to do, and the list."""
        with Vertical(id="kind-picker"):
            yield Label("Enter to filter, Delete to forget, Esc to leave", id="kind-picker-help")
            yield OptionList(id="kind-picker-list")

    def on_mount(self) -> None:
        """List all of them."""
        self._list()
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the filter over."""
        self.dismiss(list(self._filters.values())[event.option_index])

    def action_move(self, step: int) -> None:
        """Move the bar."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_remove(self) -> None:
        """Forget the filter under the bar."""
        place = self.query_one(OptionList).highlighted
        if place is not None and self._remove(name := list(self._filters)[place]):
            del self._filters[name]
            self._list()
            if not self._filters:
                self.dismiss(None)

    def _list(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content.assemble(f"{clean_line(name):20} ", (clean_line(typed), "dim")))
            for name, typed in self._filters.items()
        )
        options.highlighted = 0 if self._filters else None
