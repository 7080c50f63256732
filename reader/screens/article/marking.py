"""Marks that a person sets in the open article, each under a letter, and returns to."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from annotations.store.places import Place
from reader.describing import excerpt
from reader.keyboard.sequences import KeyTaker
from reader.screens.article.jumping import Jumping
from reader.widgets.status_line import StatusLine

_BEFORE_JUMP = "'"
"""The mark that is always where the last jump began."""
_SHOWN = 16
"""Characters shown of the text at a mark."""


class Marking(Jumping):
    """A screen with an open article in which places can be marked."""

    _before_jump: Place | None = None

    def jumped_from(self, origin: Place) -> None:
        """Remember a place of this article that was left by a jump, if another was come to."""
        super().jumped_from(origin)
        if origin.cursor != self.view.reading.cursor:
            self._before_jump = origin

    def action_mark(self) -> None:
        """Mark this place with the letter that is typed next."""
        self._take_letter("Mark this place as …  a letter or digit", self._set_mark)

    def action_to_mark(self) -> None:
        """Go to the place that was marked with the letter that is typed next."""
        marks = self.session.marks(self.article.id)
        shown = "  ".join(f"{letter} {self._text_at(marks[letter])}" for letter in sorted(marks))
        self._take_letter(
            f"Go to mark …  {_BEFORE_JUMP} before the jump  {shown}", self._go_to_mark
        )

    def _take_letter(self, question: str, act: Callable[[str], None]) -> None:
        status = self.query_one(StatusLine)
        self.view.focus()
        self.take_keys(KeyTaker(partial(_once, act), partial(status.show_pending, "")))
        status.show_pending(question)

    def _text_at(self, place: Place) -> str:
        return excerpt(self.view.reading.text[place.cursor :][:_SHOWN], width=_SHOWN)

    def _set_mark(self, letter: str) -> None:
        if not letter.isalnum():
            self.say(f"{letter} is neither a letter nor a digit: nothing is marked.")
            return
        place = replace(self.view.place, version=self.article.version)
        if self.attempt(partial(self.session.keep_mark, self.article.id, letter, place)):
            self.say(f"marked as {letter}")

    def _go_to_mark(self, letter: str) -> None:
        is_before_jump = letter == _BEFORE_JUMP
        marks = self.session.marks(self.article.id)
        place = self._before_jump if is_before_jump else marks.get(letter)
        if place is None:
            what = (
                "There was no jump in this article yet" if is_before_jump else f"No mark {letter}"
            )
            self.say(f"{what}.")
            return
        origin = self.view.place
        self.view.return_to(place)
        self.jumped_from(origin)


def _once(act: Callable[[str], None], letter: str) -> bool:
    act(letter)
    return False
