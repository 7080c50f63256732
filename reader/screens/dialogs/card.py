"""All that is known of one annotation or of the article, with room to scroll."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from annotations.text import clean
from reader.commands import binding
from reader.describing import Field
from reader.keyboard.keymap import USUAL, Keymap
from reader.note_lines import BREAK
from reader.screens.dialogs.dialog import Scrolled, ScrolledText

_NAMES = 12
"""Cells of the names of fields."""


class Card(Scrolled):
    """A text, and what is known of it, a line each; what opened it closes it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("article.inspect", "close")]
    FRAME = "#card"

    def __init__(self, text: str, fields: Sequence[Field], *, keys: Keymap = USUAL) -> None:
        """Args:
        text: The annotation's text, or the article's title.
        fields: What is known of it.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._text = text
        self._fields = fields

    def compose(self) -> ComposeResult:
        """The text, then the fields."""
        parts: list[str | tuple[str, str]] = [f"{clean(self._text)}\n"]
        for name, value in self._fields:
            lines = value.replace(f" {BREAK} ", f"\n{'':<{_NAMES}}") if name == "note" else value
            parts += [(f"\n{name:<{_NAMES}}", "dim"), lines]
        with ScrolledText(id="card"):
            yield Static(Content.assemble(*parts))
