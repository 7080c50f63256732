"""All that is known of one annotation or of the article, with room to scroll."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotations.text import clean
from reader.describing import Field


class Card(ModalScreen[None]):
    """A text, and what is known of it, a line each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Close"),
        Binding("i", "dismiss", show=False, id="article.inspect"),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    def __init__(self, text: str, fields: Sequence[Field]) -> None:
        """Args:
        text: The annotation's text, or the article's title.
        fields: What is known of it.
        """
        super().__init__()
        self._text = text
        self._fields = fields

    def compose(self) -> ComposeResult:
        """The text, then the fields."""
        parts: list[str | tuple[str, str]] = [f"{clean(self._text)}\n"]
        for name, value in self._fields:
            parts += [(f"\n{name:<12}", "dim"), value]
        with VerticalScroll(id="card"):
            yield Static(Content.assemble(*parts))

    def on_mount(self) -> None:
        """Let keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
