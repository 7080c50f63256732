"""Saying who speaks the quotes of the open article, and how they are reported."""

from collections.abc import Callable, Sequence

from textual import on

from annotations.model import Quote, Span
from annotations.review import Change
from annotations.utterances import parts_of
from reader.attributing import (
    Tell,
    by_cue,
    by_name,
    by_speaker,
    by_words,
    likely_speakers,
    of_type,
    quote_before,
)
from reader.describing import excerpt
from reader.messages import Answered
from reader.pointing import Aim
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
            parts = self._in_one_go(quotes)
            self._tell(action, parts, told_by(words), said(words) if asked != _SPEAKER else "")

        self.ask_where(
            Question(
                asked=asked,
                aim=Aim(is_speaker=asked == _SPEAKER),
                take=take,
                take_nothing=lambda: take(None),
                leave=lambda: self.say(f"the {asked} is as it was"),
            )
        )

    def _by_words(self, words: Span | None) -> Tell:
        if words is None:
            return by_speaker(None, None)
        return by_words(words, self.view.reading.index)

    def action_continue_speaker(self) -> None:
        """Let the quotes go on from the one before the first of them; once they do, part them."""
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
            self._continue(quotes, before)

    def _continue(self, quotes: Sequence[Quote], before: Quote) -> None:
        from reader.continuing import continued, is_joined, parted

        reading, text = self.view.reading, self.article.text
        around = self._in_one_go([before, *quotes])
        inside = reading.is_inside
        changes = continued(quotes, before, around=around, text=text, is_inside=inside)
        first, key = quotes[0], self.key("article.continue")
        if changes or not is_joined(first, before):
            after = {each.after.id: each.after for each in changes if isinstance(each.after, Quote)}
            now = [after.get(each.id, each) for each in (first, before)]
            also = f"; {key} again parts them" if is_joined(now[0], now[1]) else ""
            self._commit_told("attribute", quotes, changes, also=also)
        else:
            changes = parted(first, around=around, text=text)
            apart = f"said apart from {excerpt(before.text, width=24)}; {key} joins them"
            self._commit_told("attribute", [first], changes, said=apart)

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
            self._tell("attribute", self._in_one_go(quotes), by_speaker(*following))

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
            self._tell("attribute", self._in_one_go(self._attributed), by_name(name))

    # Steps

    def _tell(self, action: str, quotes: Sequence[Quote], tell: Tell, said: str = "") -> None:
        """Commit what is told of some quotes as one edit, then show it, and say what was said."""
        standing = [self.session.annotation(each.id) for each in quotes]
        changes = [Change(before=e, after=tell(e)) for e in standing if isinstance(e, Quote)]
        changes = [each for each in changes if each.before != each.after]
        self._commit_told(action, quotes, changes, said=said)

    def _commit_told(
        self,
        action: str,
        quotes: Sequence[Quote],
        changes: Sequence[Change],
        *,
        said: str = "",
        also: str = "",
    ) -> None:
        """Commit changes to some quotes, and what follows them, as one edit; then show and say it.

        Args:
            action: As the history names it.
            quotes: Those that were told of.
            changes: What becomes of them, and of other parts of their utterances.
            said: What was told; empty if that was who speaks.
            also: What more to say.
        """
        if not changes:
            self.say("They say so already." if len(quotes) > 1 else "It says so already.")
            return
        told = {each.id for each in quotes}

        def commit() -> None:
            """Write it to the store, and show what that gives back."""
            group = self.session.edit_together(self.article, action, self.with_followers(changes))
            self._show_all(group.changes)
            self.view.perform(Reading.unselect)
            self.view.perform(lambda reading: reading.keep_focus(quotes[0].id))
            after = [each.after for each in group.changes if isinstance(each.after, Quote)]
            about = [each for each in after if each.id in told] or after
            self.say(self._account(about, said) + also)

        self.write(commit)

    def _account(self, after: Sequence[Quote], said: str) -> str:
        """What to say of quotes once they are changed; how to name a speaker without a name."""
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

    def _in_one_go(self, quotes: Sequence[Quote]) -> list[Quote]:
        """Some quotes with the other parts of their utterances, in reading order."""
        found = {each.id: each for each in quotes}
        for quote in quotes:
            if (whole := quote.utterance) is not None:
                parts = parts_of(quote, self.quotes_over(whole.start, whole.end))
                found |= {each.id: each for each in parts if each.id not in found}
        return sorted(found.values(), key=lambda each: each.start)

    def _touched(self, start: int, end: int) -> list[Quote]:
        """The quotes that are to be seen on a stretch of the text, the innermost last."""
        index, hidden = self.view.reading.index, self.view.reading.hidden
        over = (index.ids[at] for at in index.overlapping(start, end, hidden=hidden))
        found = map(self.session.annotation, over)
        return [each for each in found if isinstance(each, Quote)]
