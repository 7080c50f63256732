"""A line of input at the foot of a screen: what to find, tags, a note."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label


class Prompt(Horizontal):
    """Hidden until something is asked; Enter answers, Escape takes the question back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    @dataclass
    class Changed(Message):
        """The answer so far."""

        purpose: str
        value: str

    @dataclass
    class Answered(Message):
        """The question was answered."""

        purpose: str
        value: str

    @dataclass
    class Cancelled(Message):
        """The question was taken back."""

        purpose: str

    def __init__(self) -> None:
        """Make a prompt that asks nothing yet."""
        super().__init__(id="prompt")
        self._purpose = ""
        self._asking = False

    def compose(self) -> ComposeResult:
        """The question and the input."""
        yield Label("", id="prompt-question", markup=False)
        yield Input(id="prompt-input", compact=True, select_on_focus=False)

    def ask(self, purpose: str, question: str, *, value: str = "", hint: str = "") -> None:
        """Ask something.

        Args:
            purpose: Comes back with the answer, so that its receiver knows what was asked.
            question: What to print before the input.
            value: The answer to begin with.
            hint: Shown while the answer is empty.
        """
        self._purpose, self._asking = purpose, True
        self.query_one("#prompt-question", Label).update(question)
        field = self.query_one(Input)
        field.placeholder = hint
        field.value = value
        field.cursor_position = len(value)
        self.display = True
        field.focus()

    def _close(self) -> str:
        self._asking, self.display = False, False
        return self._purpose

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of the answer so far."""
        event.stop()
        if self._asking:
            self.post_message(self.Changed(self._purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over the answer."""
        event.stop()
        if self._asking:
            self.post_message(self.Answered(self._close(), event.value))

    def action_cancel(self) -> None:
        """Take the question back."""
        if self._asking:
            self.post_message(self.Cancelled(self._close()))
