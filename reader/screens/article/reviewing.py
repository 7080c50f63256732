"""Working off the queue: after each decision the next thing that waits, in whatever article."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.model import Annotation, Status
from annotations.review import Change
from reader.describing import short
from reader.messages import EditArticles, OpenArticle
from reader.screens.article.queueing import Queueing
from reader.switches import UNCOUNTED

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup
    from reader.queueing.review_queue import ReviewQueue

_AT_ONCE = 100
"""Annotations whose edit is undone sooner than a key is pressed; more are beside the screen."""


class Reviewing(Queueing):
    """A screen with an open article in which decisions move the queue on.

    What counts as a decision is what the article's own keys decide. While ends are moved, speakers
    set and so on, the queue waits for one of them.
    """

    # What is decided

    def _decide(
        self,
        action: str,
        decide: Callable[[Annotation], Annotation | None],
        *,
        go_on: bool,
        about: int | None = None,
    ) -> None:
        queue = self.queue
        if queue is not None and self._was_decided_elsewhere(queue):
            self._pass_on(queue)
            return
        goes_on = go_on or (queue is not None and action in ("relabel", "remove"))
        super()._decide(action, decide, go_on=goes_on, about=about)

    def write(self, act: Callable[[], None]) -> bool:
        """Write to the store, and count what of the queue that has decided."""
        queue, queueing = self.queue, self.session.queueing
        if queue is None or queueing is None:
            return super().write(act)
        brought, waiting = queue.brought, self._waiting_here
        is_done = super().write(act)
        if is_done:
            decided = waiting - self._waiting_here
            touched = queue.brought is brought
            queue.edited(self.article.id, decided=max(0, decided), touched=touched)
            queueing.count_if_outdated(queue)
            self.show_place()
        return is_done

    @property
    def _waiting_here(self) -> int:
        return self.view.reading.index.unreviewed(hidden=UNCOUNTED)

    def state_given(self) -> None:
        """Move on where nothing waits in the article any more, or it was put off."""
        queue, queueing = self.queue, self.session.queueing
        if queue is not None and queueing is not None:
            queueing.count(queue)
            self.follow(queue)

    def edited(self, said: str) -> None:
        """Show what many edits have made of the article, and move on if that is decided."""
        queue, queueing = self.queue, self.session.queueing
        if queue is None or queueing is None:
            super().edited(said)
            return
        queue.is_touched = True
        super().edited(said)
        queueing.count(queue)
        if queue.waits(self.session.store.queue):
            queue.is_touched = False
        elif self.is_current:
            self.follow(queue)

    # What others decide

    def follow_others(self) -> None:
        """Let what somebody else has decided be in front no longer."""
        queue, queueing = self.queue, self.session.queueing
        if queue is None or queueing is None:
            return
        queueing.is_outdated = True
        queueing.count_if_outdated(queue)
        if self._is_idle and self._was_decided_elsewhere(queue):
            self._pass_on(queue)

    @property
    def _is_idle(self) -> bool:
        """Whether nothing is begun here that moving on would spoil."""
        is_asked = self._prompt is not None and self._prompt.is_open
        return self.is_current and not is_asked and self.view.reading.anchor is None

    def _was_decided_elsewhere(self, queue: "ReviewQueue") -> bool:
        """Whether what is in front and in focus waits no longer, though nothing was done here."""
        brought = queue.brought
        return (
            brought is not None
            and brought.id == self.view.reading.focus
            and not queue.is_touched
            and not self.is_seeking
            and not queue.waits(self.session.store.queue)
        )

    def _pass_on(self, queue: "ReviewQueue") -> None:
        assert queue.brought is not None
        annotation = self.session.annotation(queue.brought.id)
        self.reload()
        self.say(_decided_words(annotation))
        self.follow(queue)

    # Undoing

    def action_undo(self) -> None:
        """Undo the last edit: in a queue that of the queue, in whatever article it was."""
        last = None if self.queue is None else self.queue.edited_last
        if last is None or last == self.article.id:
            super().action_undo()
        else:
            self._undo_in(last)

    def _undo_in(self, article_id: str) -> None:
        queue = self.queue
        assert queue is not None
        if self.session.store.edits.size_of_step(article_id, undo=True) > _AT_ONCE:
            from reader.services.long_edits import step

            self.post_message(EditArticles(step(undo=True, article_id=article_id)))
            queue.undone()
            return
        group = self.walk(lambda: self.session.undo(article_id))
        if group is None:
            return
        queue.undone()
        self._count_if_unsure(group)
        changed = next((each.after or each.before for each in group.changes), None)
        from reader.step_words import words_of  # what only undoing needs

        self.say(f"undid: {words_of(group.action, group.changes)}")
        at = None if changed is None else changed.id
        self.post_message(OpenArticle(article_id, annotation_id=at))

    def _show_step(self, verb: str, group: "EditGroup | None") -> None:
        super()._show_step(verb, group)
        queue = self.queue
        if group is None or queue is None:
            return
        if verb == "undid":
            queue.undone()
            queue.is_touched = not queue.waits(self.session.store.queue)
        else:
            decided = sum(map(_is_decision, group.changes))
            queue.edited(self.article.id, decided=decided, touched=True)
        self._count_if_unsure(group)
        self.show_place()

    def _count_if_unsure(self, group: "EditGroup") -> None:
        """Count what waits after an undone or redone edit of more, or less, than one annotation."""
        queue, queueing = self.queue, self.session.queueing
        if queue is not None and queueing is not None and len(group.changes) != 1:
            queueing.count(queue)


def _is_decision(change: Change) -> bool:
    """Whether something that waited waits no longer."""
    before, after = change.before, change.after
    waited = before is not None and before.status is Status.SUGGESTED
    return waited and (after is None or after.status is not Status.SUGGESTED)


def _decided_words(annotation: Annotation | None) -> str:
    """What somebody else has done to what was in front."""
    if annotation is None:
        return "What was in front is no longer there."
    who = annotation.annotator or "somebody"
    if annotation.status is Status.SUGGESTED:  # then the article was excluded, or put off
        return "Nothing in that article waits any more."
    return f"{who} has {annotation.status} {short(annotation)} meanwhile."
