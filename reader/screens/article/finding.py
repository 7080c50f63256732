"""Finding in the text of the open article, as one types."""

from textual import on, work

from annotations.errors import CloseReadError
from annotations.store.places import Place
from reader.finding import Hits, find, is_pattern
from reader.messages import Answered, AnswerTyped, AskingCancelled
from reader.screens.article.jumping import Jumping

_PURPOSE = _WORKERS = "find"


class Finding(Jumping):
    """A screen with an open article in which something can be found."""

    _find_origin = Place(cursor=0, top=0)
    """Where a person was when they began to search."""

    def show_place(self) -> None:
        """Say where one is."""
        raise NotImplementedError

    def action_find(self) -> None:
        """Ask what to find."""
        self._find_origin = self.view.place
        hint = "capitals count only if there are some; \\v begins a regular expression"
        self.ask(_PURPOSE, "Find: ", hint=hint)

    @on(AnswerTyped)
    def _find_so_far(self, event: AnswerTyped) -> None:
        if event.purpose != _PURPOSE:
            return
        self.remark("")
        self.workers.cancel_group(self, _WORKERS)
        if is_pattern(event.value):
            self.say("")  # that its first letter does not occur
            self._find_pattern(event.value)
        else:
            self._take_hits(find(self.view.reading.text, event.value))

    @work(group=_WORKERS)
    async def _find_pattern(self, sought: str) -> None:
        """Find what a regular expression matches; until it is known, the hits stay as they are."""
        from reader.services.pattern_search import search  # brings JSON and subprocesses

        try:
            hits = await search(self.view.reading.text, sought)
        except CloseReadError as error:
            self.remark(error.message)
        else:
            self._take_hits(hits)

    def _take_hits(self, hits: Hits) -> None:
        self.view.take_hits(hits, origin=self._find_origin.cursor)
        self._say_hit()

    @on(Answered)
    def _end_finding(self, event: Answered) -> None:
        if event.purpose == _PURPOSE:
            self.jumped_from(self._find_origin)

    @on(AskingCancelled)
    def _cancel_prompt(self, event: AskingCancelled) -> None:
        if event.purpose == _PURPOSE:
            self.workers.cancel_group(self, _WORKERS)
            self.forget_hits()
            self.view.return_to(self._find_origin)
        self.view.focus()

    def forget_hits(self) -> None:
        """Mark nothing as found any more."""
        self.view.take_hits(Hits(), origin=self.view.reading.cursor)
        self.say("")
        self.show_place()

    def action_hit(self, step: int, times: int = 1) -> None:
        """Go to the next or previous hit, going round."""
        if not self.view.reading.hits:
            self.say(f"Nothing to find: {self.key('article.find')} begins a search.")
            return
        before = self.view.reading.cursor
        self.view.leap(lambda reading: reading.to_hit(step, times=times))
        is_lapped = times > len(self.view.reading.hits)
        goes_round = is_lapped or (self.view.reading.cursor - before) * step <= 0
        border = "top" if step > 0 else "end"
        self._say_hit(f", round to the {border}" if goes_round else "")

    def _say_hit(self, way: str = "") -> None:
        hits = self.view.reading.hits
        if hits:
            self.say(f"{self.hit_shown()} “{hits.sought}”{way}")
        elif hits.sought:
            self.say(f"“{hits.sought}” does not occur.")
        self.show_place()

    def hit_shown(self) -> str:
        """Which of the hits is under the cursor, of how many, as in `3/17`.

        `17 hits` where the cursor is on none of them; empty if there are none.
        """
        hits, number = self.view.reading.hits, self.view.reading.hit
        if not hits:
            return ""
        if number is not None:
            return f"{number + 1:,}/{hits.total}"
        return "1 hit" if hits.total == "1" else f"{hits.total} hits"
