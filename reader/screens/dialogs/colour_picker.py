"""Choosing the colour of a tag."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from annotations.tagging import COLOURS
from annotations.text import clean_line
from reader.keyboard.keymap import USUAL, Keymap
from reader.screens.dialogs.dialog import Picker
from reader.widgets.tag_ink import TagInk

NO_COLOUR = ""
"""What is handed over if the tag shall have no colour of its own."""
_NONE_KEY = "n"
_KEYS = {letter: name for name, letter in COLOURS.items()} | {_NONE_KEY: NO_COLOUR}


class ColourPicker(Picker[str | None]):
    """The colours by their letters; the name of one is handed over."""

    OFFERS: ClassVar[Mapping[str, str]] = {"rows.choose": "choose", "dialog.close": "leave"}

    def __init__(self, tag: str, colours: Mapping[str, str], *, keys: Keymap = USUAL) -> None:
        """Args:
        tag: The tag that is to have a colour.
        colours: The colours by the tags that have one of their own.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._tag = tag
        self._own = colours.get(tag, NO_COLOUR)

    def on_mount(self) -> None:
        """List all of them, the bar on the present one."""
        self.query_one(self.FRAME).border_title = Content(f"#{clean_line(self._tag)}")
        ink = TagInk(self.choices, {name: name for name in COLOURS})
        self.choices.add_options(
            Option(Content.assemble((f"{letter}  ", "dim"), ink.written(_shown(name), name)))
            for letter, name in _KEYS.items()
        )
        names = list(_KEYS.values())
        self.choices.highlighted = names.index(self._own) if self._own in names else 0
        self.choices.focus()

    async def take_key(self, event: events.Key) -> bool:
        """Take the letter of a colour before it means anything else."""
        if event.character in _KEYS:
            self.dismiss(_KEYS[event.character])
            return True
        return await super().take_key(event)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the colour under the bar over."""
        self.dismiss(list(_KEYS.values())[event.option_index])


def _shown(name: str) -> str:
    return f"■ {name}" if name else "  none of its own"
