"""Saying who speaks the quotes of the open article, and how they are reported."""

from collections.abc import Callable, Sequence

from textual import on

from annotations.model import Quote, Span
from annotations.review import Change
from reader.attributing import (
    Tell,
    by_cue,
    by_name,
    by_speaker,
    likely_speakers,
    name_of,
    of_type,
    quote_before,
)
from reader.describing import excerpt
from reader.messages import Answered
from reader.reading import Reading
from reader.screens.article.calling import Calling
from reader.screens.article.pointing import Pointing, Question
from reader.speakers import called

_PURPOSE = "speaker name"
_SPEAKER = "speaker"
_FEW = 20
"""Annotations that are shown anew one by one."""


class Attributing(Pointing, Calling):
    """A screen with an open article whose quotes can be given speakers, cues and types.

    What is said holds for all quotes that the selection touches, else for the one in focus or
    around the cursor; all of them are one step to undo.
    """

    _attributed: Sequence[Quote] = ()
    """The quotes for which a speaker's name is asked."""
    _passed_by: tuple[int | None, frozenset[str | None]] = (None, frozenset())
    """The first of the quotes that got the next speaker last, and by whom it was not said."""

    def action_point_at_speaker(self) -> None:
        """Let a person point at who says the quotes."""
        self._ask_words(_SPEAKER, "attribute", self._by_words)

    def action_point_at_cue(self) -> None:
        """Let a person point at the words that report the quotes."""
        self._ask_words("cue", "set the cue of", by_cue)

    def _ask_words(self, asked: str, action: str, told_by: Callable[[Span | None], Tell]) -> None:
        if self.has_to_answer() or not (quotes := self._quotes()):
            return

        def said(words: Span | None) -> str:
            """What the answer was."""
            return f"{asked} {excerpt(words.text, width=30) if words else 'none'}"

        def take(words: Span | None) -> None:
            """Tell of the quotes what was pointed at."""
            self._tell(action, quotes, told_by(words), "" if asked == _SPEAKER else said(words))

        self.ask_where(
            Question(
                asked=asked,
                take=take,
                take_nothing=lambda: take(None),
                leave=lambda: self.say(f"the {asked} is as it was"),
            )
        )

    def _by_words(self, words: Span | None) -> Tell:
        if words is None:
            return by_speaker(None, None)
        return by_speaker(words, name_of(words, self.view.reading.index))

    def action_continue_speaker(self) -> None:
        """Give the quotes the speaker of the quote before the first of them."""
        quotes = self._quotes()
        if not quotes:
            return
        index, quote = self.view.reading.index, quotes[0]
        found = None if quote.id is None else quote_before(quote.id, index)
        before = self.session.annotation(found)
        if not isinstance(before, Quote):
            self.say("There is no quote before this one.")
        elif before.speaker is None and before.speaker_name is None:
            self.say("The quote before has no speaker either.")
        else:
            told = by_speaker(before.speaker, before.speaker_name)
            self._tell("attribute", quotes, told)

    def action_next_speaker(self) -> None:
        """Give the quotes the likeliest speaker of those that they were not given before."""
        quotes = self._quotes()
        if not quotes:
            return
        likely = likely_speakers(quotes[0], self.view.reading.index, self.article.text)
        now, (last, passed_by) = quotes[0].speaker_name, self._passed_by
        passed_by = (passed_by if last == quotes[0].id else frozenset()) | {now}
        if all(name in passed_by for _, name in likely):
            passed_by = frozenset({now})
        self._passed_by = quotes[0].id, passed_by
        following = next((each for each in likely if each[1] not in passed_by), None)
        if following is None:
            self.say("The article names nobody else who could say it.")
        else:
            self._tell("attribute", quotes, by_speaker(*following))

    def action_report(self, kind: str) -> None:
        """Say how the quotes are reported."""
        if quotes := self._quotes():
            self._tell("relabel", quotes, of_type(kind), kind)

    # The name

    def action_name_speaker(self) -> None:
        """Ask for the name of who says the quotes."""
        quotes = self._quotes()
        if not quotes:
            return
        self._attributed = quotes
        which = excerpt(quotes[0].text, width=24) if len(quotes) == 1 else f"{len(quotes)} quotes"
        self.ask_name(_PURPOSE, f"Who says {which}? ", value=quotes[0].speaker_name or "")

    @on(Answered)
    def _take_name(self, event: Answered) -> None:
        if event.purpose == _PURPOSE:
            name = " ".join(event.value.split()) or None
            self._tell("attribute", self._attributed, by_name(name))

    # Steps

    def _tell(self, action: str, quotes: Sequence[Quote], tell: Tell, said: str = "") -> None:
        """Commit what is told of some quotes as one edit, then show it, and say what was said."""
        standing = [self.session.annotation(each.id) for each in quotes]
        changes = [Change(before=e, after=tell(e)) for e in standing if isinstance(e, Quote)]
        changes = [each for each in changes if each.before != each.after]
        if not changes:
            self.say("They say so already." if len(quotes) > 1 else "It says so already.")
            return

        def commit() -> None:
            """Write it to the store, and show what that gives back."""
            group = self.session.edit_together(self.article, action, changes)
            self._show_all(group.changes)
            self.view.perform(Reading.unselect)
            self.view.perform(lambda reading: reading.keep_focus(quotes[0].id))
            self.say(self._account(group.changes, said))

        self.write(commit)

    def _account(self, changes: Sequence[Change], said: str) -> str:
        """What to say of quotes once they are changed; how to name a speaker without a name."""
        after = [each.after for each in changes if isinstance(each.after, Quote)]
        which = excerpt(after[0].text, width=24) if len(after) == 1 else f"{len(after)} quotes"
        if said:
            return f"{which}: {said}"
        name, words = after[0].speaker_name, after[0].speaker
        unnamed = f"; {self.key('article.speaker-name')} names them" if words and not name else ""
        return f"{which}: said by {called(name, words.text if words else None)}{unnamed}"

    def _show_all(self, changes: Sequence[Change]) -> None:
        """Show what has changed; where that is much, the article is read again instead."""
        if len(changes) > _FEW:
            self.reload()
            return
        for each in changes:
            self.annotation_changed(each.before, each.after)

    def _quotes(self) -> Sequence[Quote]:
        """The quotes that are meant, in reading order; says so if there are none."""
        reading = self.view.reading
        if reading.selection is None:
            focused = self.session.annotation(reading.focus)
            around = self._touched(reading.cursor, reading.cursor + 1)[-1:]
            quotes = [focused] if isinstance(focused, Quote) else around
        else:
            quotes = self._touched(*reading.selection)
        if not quotes:
            key = self.key("text.next-quote")
            self.say(f"There is no quote under the cursor: {key} goes to the next one.")
        return quotes

    def _touched(self, start: int, end: int) -> list[Quote]:
        """The quotes that are to be seen on a stretch of the text, the innermost last."""
        index, hidden = self.view.reading.index, self.view.reading.hidden
        over = (index.ids[at] for at in index.overlapping(start, end, hidden=hidden))
        found = map(self.session.annotation, over)
        return [each for each in found if isinstance(each, Quote)]
