"""One field of a form: its name, its text, and what there is to say about that beside it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.widgets.offers import Complete, FirstOffer

_CURRENT, _EDITED, _WRONG, _REFUSED = "-current", "-edited", "-wrong", "-refused"


class FieldInput(Input):
    """What the text of a field is typed into."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Done")]


class FormRow(Horizontal):
    """A field, as text or while it is typed."""

    def __init__(self, name: str, *, letter: str = "") -> None:
        """Args:
        name: What the field is called.
        letter: Leads there after another key; where it stands in the name it is underlined.
        """
        super().__init__(classes="form-row")
        self._title = _with_letter(name, letter)
        self._shown = ("", "")

    @dataclass
    class Clicked(Message):
        """The field was clicked."""

        row: "FormRow"

    def on_click(self, event: events.Click) -> None:
        """Tell of a click; one into what is being typed is its own."""
        if not self.is_edited:
            event.stop()
            self.post_message(self.Clicked(self))

    def compose(self) -> ComposeResult:
        """Name, text and remark."""
        yield Static(self._title, classes="form-name", markup=False)
        yield Static(classes="form-text", markup=False)
        yield Static(classes="form-remark", markup=False)

    @property
    def is_edited(self) -> bool:
        """Whether its text is being typed."""
        return self.has_class(_EDITED)

    def show(
        self, text: str, remark: str, *, is_wrong: bool, is_refused: bool, is_current: bool
    ) -> None:
        """Show the text, what there is to say about it, and whether one is here.

        Args:
            text: The text.
            remark: What there is to say beside it.
            is_wrong: Whether that is what is wrong.
            is_refused: Whether that is why nothing was saved, which stands out most.
            is_current: Whether one is at the field.
        """
        self.set_class(is_current, _CURRENT)
        self.set_class(is_wrong, _WRONG)
        self.set_class(is_refused, _REFUSED)
        if self._shown != (text, remark):
            self._shown = (text, remark)
            self.query_one(".form-text", Static).update(Content(text), layout=False)
            self.query_one(".form-remark", Static).update(Content(remark))
        if is_current:
            self.scroll_visible(animate=False)

    def edit(self, text: str, complete: Complete) -> None:
        """Let the text be typed."""
        field = FieldInput(text, suggester=FirstOffer(complete), compact=True)
        field.cursor_blink = False
        self.add_class(_EDITED)
        self.mount(field, after=".form-text")
        field.focus()

    def end(self) -> str:
        """Show the text again in place of what it was typed into; tells what that was."""
        field = self.query_one(FieldInput)
        text = field.value
        field.remove()
        self.remove_class(_EDITED)
        return text


def _with_letter(name: str, letter: str) -> Content:
    at = name.rfind(letter) if letter else -1
    return Content(name) if at < 0 else Content(name).stylize("underline", at, at + len(letter))
