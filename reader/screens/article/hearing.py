"""Hearing of what other readers do to the open article, and taking one's own decisions back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.review import Change
from annotations.text import clean_line
from reader.commands import Command
from reader.screens.article.correcting import Correcting

if TYPE_CHECKING:
    from annotations.store.news import States
    from reader.clashes import Clash

_SECONDS = 15
"""How long it is told what another reader did."""


class Hearing(Correcting):
    """A screen with an open article that others may be correcting at the same time.

    The last change wins. Whoever had decided otherwise is told, and can take theirs back.
    """

    _heard: "States | None" = None
    """The latest edits as they were looked at last; null before they were."""
    _lost: "Sequence[Clash]" = ()
    """What was decided here and has been changed since, as it was told last."""

    def listen(self) -> None:
        """Hear from now on."""
        self._heard = self.session.states(self.article.id)

    def hear(self) -> None:
        """Tell what others have done to what this person decided or looks at."""
        if self._heard is None:
            return
        from reader.clashes import clashes

        happenings, self._heard = self.session.news(self.article.id, self._heard)
        if not happenings:
            return
        looked_at = {self.view.reading.focus, self.asked_about}
        me = self.session.store.annotator
        found = clashes(happenings, me=me, looked_at=looked_at)
        if found:
            self._tell_of(found)

    def _tell_of(self, found: "Sequence[Clash]") -> None:
        lost = [each for each in found if each.back is not None]
        first, more = (lost or found)[0], len(lost or found) - 1
        told = f"{first.told}, and {more} more" if more else first.told
        if lost:
            self._lost = lost
            self.refresh_bindings()
            theirs = "all of yours" if len(lost) > 1 else "yours"
            told = f"{told}; {self.key('article.take-back')} takes {theirs} back"
        self.notify(clean_line(told), severity="warning", markup=False, timeout=_SECONDS)

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: there is nothing to take back."""
        if command.id == "article.take-back" and not self._lost:
            return "nobody has changed what you have decided here"
        return super().why_not(command)

    def action_take_back(self) -> None:
        """Decide again as before somebody else decided otherwise."""
        lost = [each.back for each in self._lost]

        def commit() -> None:
            """Put back what was there, over what is there now; marks in a step of their own."""
            changes = [self._back(each) for each in lost if isinstance(each, Change)]
            changes = [each for each in changes if each.before != each.after]
            if changes:
                changes = self.with_followers(changes)
                self.session.edit_together(self.article, "take back", changes)
            for marks in lost:
                if marks is not None and not isinstance(marks, Change):
                    self.session.mark(self.article, "take back", marks.after)
            self._lost = ()
            self.refresh_bindings()
            self.reload()
            self.say("took yours back" if len(lost) == 1 else f"took {len(lost)} of yours back")

        self.write(commit)

    def _back(self, change: Change) -> Change:
        """The change as it is to be made by now: somebody may have changed the same once more."""
        stood = change.before or change.after
        now = None if stood is None else self.session.annotation(stood.id)
        return Change(before=now, after=change.after)
