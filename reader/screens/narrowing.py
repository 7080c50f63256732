"""Typing words that a list follows."""

from typing import ClassVar

from textual import on

from reader.messages import Answered, AnswerTyped, AskingCancelled
from reader.screens.typed import Typing

_PURPOSE = "narrow the list"


class Narrowing(Typing):
    """A screen with a list, which words narrow while they are typed."""

    ROWS: ClassVar[tuple[str, str]]
    """What one row is called, and what many are."""
    words = ""
    """What the rows that are listed have in them."""

    def show_rows(self) -> None:
        """List the rows that have the words."""
        raise NotImplementedError

    def focus_rows(self) -> None:
        """Give the list the keys."""
        raise NotImplementedError

    def how_many(self, count: int) -> str:
        """How many rows are listed, and for which words."""
        sought = f" for “{self.words.strip()}”" if self.words.strip() else ""
        return f"{count:,} {self.ROWS[count != 1]}{sought}"

    def narrow(self, words: str) -> None:
        """List what has the words."""
        if words != self.words:
            self.words = words
            self.show_rows()

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        self.focus_rows()
        one, many = self.ROWS
        hint = f"words in the {one}"
        self.ask(_PURPOSE, f"{many.capitalize()}: ", value=self.words, hint=hint)

    @on(AnswerTyped)
    def _narrow_as_typed(self, event: AnswerTyped) -> None:
        if event.purpose == _PURPOSE:
            self.narrow(event.value)

    @on(Answered)
    def _narrow_as_answered(self, event: Answered) -> None:
        if event.purpose == _PURPOSE:
            self.focus_rows()
            self.narrow(event.value)

    @on(AskingCancelled)
    def _narrow_no_longer(self, event: AskingCancelled) -> None:
        if event.purpose == _PURPOSE:
            self.focus_rows()
            self.narrow("")
