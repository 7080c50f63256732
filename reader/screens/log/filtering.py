"""Which edits of a log are listed: those of a person, of a day, of an article or of all."""

from dataclasses import replace
from datetime import date

from textual import on

from annotations.store.log import Wanted
from reader.dating import days_meant, local_day
from reader.messages import Answered
from reader.screens.log.listing import LogListing

_WHO, _DAY = "log person", "log day"


class LogFiltering(LogListing):
    """A screen with a log that can be filtered."""

    def action_who(self) -> None:
        """Ask for the person whose edits are wanted."""
        here = self.group
        offered = self.wanted.annotator or (here.annotator if here else "")
        self.ask(
            _WHO,
            "Edits by: ",
            value=offered,
            hint="Tab completes, nothing is everybody",
            complete=lambda begun: [each for each in self.annotators if each.startswith(begun)],
            replacing=True,
        )

    def action_day(self) -> None:
        """Ask for the day whose edits are wanted."""
        here = self.group
        offered = self.day or (local_day(here.at) if here else "")
        hint = "2026-03-01, 2026-03, today, yesterday; nothing is always"
        self.ask(_DAY, "Edits on: ", value=offered, hint=hint, replacing=True)

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        answer = event.value.strip()
        self.groups.focus()
        if event.purpose == _WHO:
            self._want(replace(self.wanted, annotator=answer or None))
        elif event.purpose == _DAY:
            self.attempt(lambda: self._want_day(answer))

    def _want_day(self, typed: str) -> None:
        since, before = days_meant(typed, today=date.today()) if typed else (None, None)
        self.day = typed
        self._want(replace(self.wanted, since=since, before=before))

    def _want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.look()

    def action_scope(self) -> None:
        """List the edits of the article, or of the whole store."""
        wider = self.wanted.article_id is not None
        self._want(replace(self.wanted, article_id=None if wider else self.origin))

    def action_clear(self) -> None:
        """From the changes to the edits; then all edits again; then back."""
        everything = Wanted(article_id=self.wanted.article_id)
        if self.changes.has_focus:
            self.groups.focus()
        elif self.wanted != everything:
            self.day = ""
            self._want(everything)
        else:
            self.app.pop_screen()
