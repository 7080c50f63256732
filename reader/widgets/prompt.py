"""A line of input at the foot of a screen: what to find, tags, a note."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from reader.messages import Answered, AnswerTyped, AskingCancelled


class Prompt(Horizontal):
    """One question. Enter answers it, Escape takes it back; either way it goes away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    def __init__(self, purpose: str, question: str, *, value: str = "", hint: str = "") -> None:
        """Args:
        purpose: Comes back with the answer, so that its receiver knows what was asked.
        question: What to print before the input.
        value: The answer to begin with.
        hint: Shown while the answer is empty.
        """
        super().__init__(id="prompt")
        self._purpose = purpose
        self._question = question
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The question and the input."""
        yield Label(self._question, id="prompt-question", markup=False)
        yield Input(
            self._value,
            self._hint,
            id="prompt-input",
            compact=True,
            select_on_focus=False,
        )

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of the answer so far."""
        event.stop()
        self.post_message(AnswerTyped(self._purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over the answer."""
        event.stop()
        changed = event.value != self._value
        self.screen.post_message(Answered(self._purpose, event.value, changed))
        self.remove()

    def action_cancel(self) -> None:
        """Take the question back."""
        self.screen.post_message(AskingCancelled(self._purpose))
        self.remove()
