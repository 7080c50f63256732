"""Choosing one of the filters that have a name."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from annotations.text import clean_line
from reader.keyboard.keymap import USUAL, Keymap
from reader.screens.dialogs.dialog import Picker


class SavedFilterPicker(Picker[str | None]):
    """The saved filters; the one that is chosen is handed over as it was typed."""

    OFFERS: ClassVar[Mapping[str, str]] = {
        "rows.choose": "filter",
        "dialog.remove": "forget",
        "dialog.close": "leave",
    }

    def __init__(
        self, filters: Mapping[str, str], *, remove: Callable[[str], bool], keys: Keymap = USUAL
    ) -> None:
        """Args:
        filters: Each name with its filter.
        remove: Forgets the filter of a name; tells whether it could.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._filters = dict(filters)
        self._remove = remove

    def on_mount(self) -> None:
        """List all of them."""
        self._list()
        self.choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the filter over."""
        self.dismiss(list(self._filters.values())[event.option_index])

    def action_remove(self) -> None:
        """Forget the filter under the bar."""
        place = self.choices.highlighted
        if place is not None and self._remove(name := list(self._filters)[place]):
            del self._filters[name]
            self._list()
            if not self._filters:
                self.dismiss(None)

    def _list(self) -> None:
        options = self.choices
        options.clear_options()
        options.add_options(
            Option(Content.assemble(f"{clean_line(name):20} ", (clean_line(typed), "dim")))
            for name, typed in self._filters.items()
        )
        options.highlighted = 0 if self._filters else None
