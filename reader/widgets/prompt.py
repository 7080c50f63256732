"""A line of input at the foot of a screen: what to find, tags, a note."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Key
from textual.suggester import Suggester
from textual.widgets import Input, Label

from reader.messages import Answered, AnswerTyped, AskingCancelled

Complete = Callable[[str], list[str]]
"""From an answer so far to whole ones, the best first."""


class _First(Suggester):
    """Shows the first completion while somebody types."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The first that goes on as it was typed; null if there is none."""
        return next((each for each in self._complete(value) if each.startswith(value)), None)


class _Field(Input):
    """An input that has something to do with Tab.

    It does it itself: a binding would have its turn only after the letters that are typed next.
    """

    def __init__(self, *arguments: Any, on_tab: Callable[[], None], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._on_tab = on_tab

    def on_key(self, event: Key) -> None:
        """Take Tab."""
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self._on_tab()


class Prompt(Horizontal):
    """One question. Enter answers it, Escape takes it back; either way it goes away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    def __init__(
        self,
        purpose: str,
        question: str,
        *,
        value: str = "",
        hint: str = "",
        complete: Complete | None = None,
    ) -> None:
        """Args:
        purpose: Comes back with the answer, so that its receiver knows what was asked.
        question: What to print before the input.
        value: The answer to begin with.
        hint: Shown while the answer is empty.
        complete: From what was typed to what it can go on to be, for Tab to go through.
        """
        super().__init__(id="prompt")
        self._purpose = purpose
        self._question = question
        self._value = value
        self._hint = hint
        self._complete = complete
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        """The question and the input."""
        yield Label(self._question, id="prompt-question", markup=False)
        yield _Field(
            self._value,
            self._hint,
            id="prompt-input",
            compact=True,
            select_on_focus=False,
            suggester=None if self._complete is None else _First(self._complete),
            on_tab=self.complete,
        )

    def on_mount(self) -> None:
        """Take the keys."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

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

    def complete(self) -> None:
        """Put what the answer can go on to be in its place; again, the next of several."""
        field = self.query_one(Input)
        if self._complete is not None and (
            len(self._offered) < 2 or field.value not in self._offered
        ):
            self._offered = self._complete(field.value)
        if self._offered:
            at = self._offered.index(field.value) if field.value in self._offered else -1
            field.value = self._offered[(at + 1) % len(self._offered)]
            field.cursor_position = len(field.value)

    def action_cancel(self) -> None:
        """Take the question back."""
        self.screen.post_message(AskingCancelled(self._purpose))
        self.remove()
