"""Choosing a group of an article's annotations, to accept or reject all that waits of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from annotations.selecting import Group, Selector
from annotations.text import clean_line
from reader.keyboard.keymap import USUAL, Keymap
from reader.screens.dialogs.dialog import Picker


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """What is to be done to all that waits of a group."""

    verb: str
    """accept or reject."""
    selector: Selector


class GroupPicker(Picker[GroupChoice | None]):
    """The groups, each with how many it has and how many of them wait."""

    OFFERS: ClassVar[Mapping[str, str]] = {
        "rows.choose": "accept what waits",
        "dialog.reject": "reject it",
        "dialog.close": "leave",
    }

    def __init__(self, groups: Sequence[Group], *, keys: Keymap = USUAL) -> None:
        """Args:
        groups: In the order in which they are listed.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._groups = groups

    def on_mount(self) -> None:
        """List all of them."""
        self.choices.add_options(Option(_line(group)) for group in self._groups)
        self.choices.highlighted = 0 if self._groups else None
        self.choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Accept what waits of the group."""
        self.dismiss(GroupChoice("accept", self._groups[event.option_index].selector))

    def action_reject(self) -> None:
        """Reject what waits of the group."""
        place = self.choices.highlighted
        if place is not None:
            self.dismiss(GroupChoice("reject", self._groups[place].selector))


def _line(group: Group) -> Content:
    count = f"{group.total:,}, of which {group.unreviewed:,} unreviewed"
    style = "" if group.unreviewed else "dim"
    return Content.assemble((f"{clean_line(str(group.selector)):24} ", style), (count, "dim"))
