"""All that is known of one annotation, with room to scroll."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotations.model import Annotation
from annotations.text import clean
from reader.describing import fields


class AnnotationCard(ModalScreen[None]):
    """The text of an annotation and its fields, a line each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    def __init__(self, annotation: Annotation) -> None:
        """Args:
        annotation: What to show.
        """
        super().__init__()
        self._annotation = annotation

    def compose(self) -> ComposeResult:
        """The text, then the fields."""
        parts: list[str | tuple[str, str]] = [f"{clean(self._annotation.text)}\n"]
        for name, value in fields(self._annotation):
            parts += [(f"\n{name:<12}", "dim"), value]
        with VerticalScroll(id="card"):
            yield Static(Content.assemble(*parts))

    def on_mount(self) -> None:
        """Let keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
