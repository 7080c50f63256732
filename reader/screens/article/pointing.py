"""Pointing at words of the open article that say something about one of its annotations."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rich.cells import cell_len

from annotations.model import Span
from annotations.store.places import Place
from reader.describing import excerpt
from reader.pointing import Aim
from reader.reading import Reading
from reader.screens.article.correcting import Correcting
from reader.screens.article.jumping import Jumping
from reader.widgets.status_line import StatusLine

_SHOWN, _FEWEST = 24, 6
"""Characters that are shown of the words that would be taken, at most; and, else none, at least."""
_MARGIN = 4
"""Cells of the status line that no question takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be pointed at, and what becomes of it."""

    asked: str
    """What it is, in a word or two: "speaker"."""
    take: Callable[[Span], None]
    """Takes what was pointed at."""
    take_nothing: Callable[[], None]
    """Learns that there is nothing to point at, and none there shall be."""
    leave: Callable[[], None]
    """Learns that the question was taken back."""
    nothing: str = "none"
    """What the key does that says that there is nothing: "drops it"."""
    aim: Aim = field(default_factory=Aim)
    """Which words are an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Where a person was when they were asked, to put them back there."""

    place: Place
    anchor: int | None
    focus: int | None


class Pointing(Correcting, Jumping):
    """A screen with an open article in which somebody can be asked to point at something.

    Meanwhile all motions and selecting work; what leads away from the article does not.
    """

    _question: Question | None = None
    _asked_at: "_Spot | None" = None

    def ask_where(self, question: Question) -> None:
        """Let a person point at something."""
        reading = self.view.reading
        spot = _Spot(place=self.view.place, anchor=reading.anchor, focus=reading.focus)
        self._question, self._asked_at = question, spot
        reading.aim = question.aim
        self.view.perform(Reading.unselect)
        self.view.focus()
        self.show_question()

    def has_to_answer(self) -> bool:
        """Whether a person is to point at something first; then it says so."""
        if self._question is not None:
            self.say(f"first the {self._question.asked}")
        return self._question is not None

    def wait_for(self, first: str, *, count: int) -> None:
        """Show what follows a key; in between, what is to be pointed at."""
        super().wait_for(first, count=count)
        if not first and not count:
            self.show_question()

    def release_keys(self) -> None:
        """Let keys be commands again, and say what is to be pointed at."""
        super().release_keys()
        self.show_question()

    def show_question(self) -> None:
        """Say what is to be pointed at, if anything is, and which words would be taken."""
        if self._question is None:
            return
        take, none, leave = map(self.key, ("article.choose", "article.remove", "article.cancel"))
        asked, nothing = self._question.asked, self._question.nothing
        said = f"The {asked}? {take} takes ", f" · {none} {nothing} · {leave} back"
        status, words = self.query_one(StatusLine), self._pointed_at()
        room = min(_SHOWN, status.size.width - sum(map(cell_len, said)) - _MARGIN)
        it = excerpt(words.text, width=room) if words and room >= _FEWEST else "it"
        status.show_pending(it.join(said))

    def _answered(self) -> Question | None:
        """The question, which is no longer asked: all stands where it stood."""
        question, spot = self._question, self._asked_at
        self._question = self._asked_at = None
        self.view.reading.aim = None
        if spot is not None:
            self.query_one(StatusLine).show_pending("")
            self.view.perform(Reading.unselect)
            self.view.return_to(spot.place)
            self.view.perform(lambda reading: reading.keep_focus(spot.focus))
            if (anchor := spot.anchor) is not None:
                self.view.perform(lambda reading: reading.select(anchor=anchor))
        return question

    def _pointed_at(self) -> Span | None:
        """The selection, else the name or figure in focus, else the words under the cursor."""
        pointed = self.view.reading.pointed_at
        return None if pointed is None else Span.cut(self.article.text, *pointed)

    # What the keys do meanwhile

    def action_choose(self) -> None:
        """Take what is pointed at; where nothing is asked, label the selection."""
        if self._question is None:
            super().action_choose()
        elif (span := self._pointed_at()) is None:
            self.say("There is no word under the cursor.")
        elif (question := self._answered()) is not None:
            question.take(span)

    def action_remove(self) -> None:
        """Point at nothing; where nothing is asked, remove the annotation."""
        if self._question is None:
            super().action_remove()
        elif (question := self._answered()) is not None:
            question.take_nothing()

    def leave_question(self) -> bool:
        """Take the question back; tells whether one was asked."""
        question = self._answered()
        if question is not None:
            question.leave()
        return question is not None

    def action_close(self) -> None:
        """Back to the library; from a question, back to where it was asked."""
        if not self.leave_question():
            super().action_close()

    def action_article(self, step: int, times: int = 1) -> None:
        """Open another article of the list, unless something is to be pointed at in this one."""
        if not self.has_to_answer():
            super().action_article(step, times)

    def action_jump(self, step: int, times: int = 1) -> None:
        """Go to where a jump began, unless something is to be pointed at in this article."""
        if not self.has_to_answer():
            super().action_jump(step, times)
