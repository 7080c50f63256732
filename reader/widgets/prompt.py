"""A line of input at the foot of a screen: what to find, tags, a note."""

from typing import ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.suggester import Suggester, SuggestionReady
from textual.widgets import Input, Label

from annotations.text import clean_line
from reader.messages import Answered, AnswerTyped, AskingCancelled
from reader.note_lines import BREAK, on_one_line
from reader.widgets.offers import Complete, FirstOffer, choices


@runtime_checkable
class Asking(Protocol):
    """A screen that asks once more if nothing can be done with an answer."""

    def expect_answer(self) -> None:
        """Learn that a question was answered, before anything is done with the answer."""


class _Field(Input):
    """An input as wide as the room it has.

    Textual would lay the whole screen out again whenever the text grows; over a list that follows
    each key, that is a third of the time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Done")]
    takes_lines = False
    """Whether what is pasted may have several lines."""
    virtual_size = Reactive(Size(0, 0), layout=False)

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines where there may be several, and not the first alone as Textual does."""
        if self.takes_lines:
            self.replace(on_one_line(event.text.strip()), *self.selection)
            event.stop()
            event.prevent_default()


class Prompt(Horizontal):
    """One question. Enter answers it, Escape takes it back; either way it goes away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete"),
        Binding("ctrl+j,alt+enter", "break_line", "New line", key_display="Ctrl+J"),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(
        self,
        purpose: str,
        question: str,
        *,
        value: str = "",
        hint: str = "",
        complete: Complete | None = None,
        replacing: bool = False,
        typed: str | None = None,
        lines: bool = False,
    ) -> None:
        """Args:
        purpose: Comes back with the answer, so that its receiver knows what was asked.
        question: What to print before the input.
        value: The answer to begin with.
        hint: Shown while the answer is empty.
        complete: From what was typed to what it can go on to be, for Tab to go through.
        replacing: Whether what is typed first takes the place of the answer to begin with.
        typed: What has been typed in place of that already; null for nothing.
        lines: Whether the answer may have several lines, with a sign where one ends.
        """
        super().__init__(classes="prompt")  # one may still be going away when the next comes
        self.is_open = True
        """Whether it still waits for its answer."""
        self.purpose = purpose
        """Comes back with the answer."""
        self._hint = hint
        self._question = question
        self._value = value
        self._complete = complete
        self._takes_lines = lines
        self._offered: list[str] = []
        self._waits_at: str | None = None
        """The answer that is to be completed once it is known how."""
        self._input = _Field(
            value if typed is None else typed,
            hint,
            id="prompt-input",
            compact=True,
            select_on_focus=replacing and typed is None,
            suggester=None if complete is None else FirstOffer(complete),
        )
        self._input.cursor_blink = False
        self._input.takes_lines = lines

    def again(self, typed: str) -> "Prompt":
        """The same question, answered so far with what was typed."""
        return Prompt(
            *(self.purpose, self._question),
            value=self._value,
            hint=self._hint,
            complete=self._complete,
            typed=typed,
            lines=self._takes_lines,
        )

    def compose(self) -> ComposeResult:
        """The question, the input, and room for a remark."""
        yield Label(self._question, id="prompt-question", markup=False)
        yield self._input
        yield Label(id="prompt-remark", markup=False)

    def remark(self, remark: str) -> None:
        """Say something about the answer so far, beside it."""
        self.query_one("#prompt-remark", Label).update(clean_line(remark))

    def on_mount(self) -> None:
        """Take the keys."""
        self.enter()
        if self._input.value != self._value:
            self.post_message(AnswerTyped(self.purpose, self._input.value))

    def enter(self) -> None:
        """Take the keys, also back from elsewhere."""
        self._input.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of the answer so far."""
        event.stop()
        if event.value not in self._offered:
            self.remark("")
        self.post_message(AnswerTyped(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over the answer."""
        event.stop()
        self.is_open = False
        changed = event.value != self._value
        if isinstance(self.screen, Asking):
            self.screen.expect_answer()
        self.screen.post_message(Answered(self.purpose, event.value, changed))
        self.remove()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to complete only what can be completed, and lines only where there can be some."""
        if action == "break_line":
            return self._takes_lines
        return action != "complete" or self._complete is not None

    def action_break_line(self) -> None:
        """Begin a new line of the answer."""
        self._input.insert_text_at_cursor(f" {BREAK} ")

    def action_complete(self) -> None:
        """Put what the answer can go on to be in its place; again, the next of several.

        What is not known yet is put there once it is, if nothing else has been typed by then.
        """
        field = self._input
        if self._complete is not None and (
            len(self._offered) < 2 or field.value not in self._offered
        ):
            self._offered = self._complete(field.value)
        self._waits_at = None if self._offered else field.value
        if self._offered:
            at = self._offered.index(field.value) if field.value in self._offered else -1
            at = (at + 1) % len(self._offered)
            field.value = self._offered[at]
            field.cursor_position = len(field.value)
            self.remark(choices(self._offered, besides=at))

    def complete_again(self) -> None:
        """Offer what is known by now of what the answer can go on to be."""
        if self._waits_at == self._input.value:
            self.action_complete()
        elif self._input.suggester is not None:
            self.run_worker(self._suggest(self._input.suggester, self._input.value))

    async def _suggest(self, suggester: Suggester, value: str) -> None:
        suggestion = await suggester.get_suggestion(value)
        if suggestion is not None:
            self._input.post_message(SuggestionReady(value, suggestion))

    def action_cancel(self) -> None:
        """Take the question back."""
        self.is_open = False
        self.screen.post_message(AskingCancelled(self.purpose))
        self.remove()
