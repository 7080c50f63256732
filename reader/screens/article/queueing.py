"""The queue over the open article: opening and leaving it, and going to what it brings."""

from typing import TYPE_CHECKING

from reader.commands import Command
from reader.messages import BeginQueue, OpenArticle
from reader.screens.article.jumping import Jumping
from reader.screens.article.stating import Stating
from reader.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from annotations.store.waiting import Waiting
    from reader.queueing.review_queue import ReviewQueue

_MANY = 5_000
"""Annotations of an article from which on the next is looked for in a thread there, too."""
_IN_QUEUE = frozenset({"article.skip", "article.queue-order"})
"""Commands that need a queue."""


class Queueing(Stating, Jumping):
    """A screen with an open article that a queue may have brought."""

    @property
    def queue(self) -> "ReviewQueue | None":
        """The queue that is being worked off; null if none is."""
        queueing = self.session.queueing
        return None if queueing is None else queueing.open_queue

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: it needs a queue."""
        if command.id in _IN_QUEUE and self.queue is None:
            return f"no queue is open: {self.key('article.queue')} opens one"
        return super().why_not(command)

    def queue_shown(self) -> str:
        """How far the queue is, and how fast it goes; empty where none is open."""
        if self.queue is None:
            return ""
        order = f" · {self.queue.order.value}" if self.has_class("-wide") else ""
        return f"{self.queue.words}{order}"

    def queue_changed(self) -> None:
        """Show how far the queue is, or that it was left."""
        if self.is_current:
            self.show_place()
            self.refresh_bindings()

    def show_place(self) -> None:
        """Say where one is."""
        raise NotImplementedError

    # Opening and leaving

    def action_queue(self) -> None:
        """Bring what waits in the list that the article is of, one by one; or leave the queue."""
        if self.leave_queue():
            return
        if not self.session.holds(self.article.id):
            self.say("This article is not in the library yet.")
            return
        key = self.session.store.articles.key(self.article.id)
        self.post_message(BeginQueue(self.session.listed(key).keys, first=key))

    def leave_queue(self) -> bool:
        """Stay where one is, without the queue; tells whether there was one."""
        queue = self.queue
        if queue is None:
            return False
        queue.is_open = False
        self.queue_changed()
        self.say(f"left the queue at {queue.words}; {self.key('article.queue')} goes on with it")
        return True

    def action_close(self) -> None:
        """Back to the list that it was opened from, without the queue."""
        self.leave_queue()
        super().action_close()

    def leave_for_another(self) -> None:
        """Let another article take the place of this one, which tells what was done here."""
        if self.queue is not None:
            self.queue.parting = self.query_one(StatusLine).message
        super().leave_for_another()

    def arrive(self) -> None:
        """Tell what was done in the article from which the queue has led here."""
        if self.queue is not None and self.queue.parting:
            self.say(self.queue.parting)
            self.queue.parting = ""

    # Moving on

    def go_on(self, following: int | None) -> None:
        """After a decision: what the queue brings next, else the next in the article."""
        if self.queue is None:
            super().go_on(following)
        else:
            self.follow(self.queue)

    def follow(self, queue: "ReviewQueue") -> None:
        """Go to what is in front as long as it waits, else to what comes next."""
        queueing = self.session.queueing
        assert queueing is not None
        if queue.waits(self.session.store.queue):
            assert queue.brought is not None
            self._to(queue.brought)
        elif not self._follow_here(queue):
            queueing.seek(queue)
        self.show_place()

    def _follow_here(self, queue: "ReviewQueue") -> bool:
        """Go to what comes next in this article; tells whether something does, and can be told."""
        brought = queue.brought
        is_here = brought is not None and brought.article_id == self.article.id
        if not is_here or len(self.view.reading.index) > _MANY:
            return False
        spot = queue.search.here(self.session.store.queue)
        if spot is None or spot.brought is None:
            return False
        queue.take(spot)
        self._to(spot.brought)
        return True

    def _to(self, brought: "Waiting") -> None:
        if brought.article_id != self.article.id:
            self.post_message(OpenArticle(brought.article_id, annotation_id=brought.id))
            return
        if self.view.reading.index.position(brought.id) is None:
            self.reload()  # a detector has suggested it meanwhile
        self.go_to(brought.id)

    def go_to(self, annotation_id: int) -> None:
        """Go to an annotation of the article, and show it if it is hidden."""
        raise NotImplementedError

    def action_skip(self) -> None:
        """Let what the queue has brought come again at the end."""
        if self.queue is not None:
            self.queue.skip()
            self.say("skipped; it comes again at the end")
            self.follow(self.queue)

    def action_queue_order(self) -> None:
        """Let the queue bring the least sure of all first, or everything in reading order."""
        if self.queue is not None:
            self.queue.reorder()
            self.say(f"the queue goes on {_WAYS[self.queue.order.name]}")
            self.show_place()


_WAYS = {
    "UNSURE_FIRST": "with what the detector was least sure of",
    "READING": "in reading order",
}
"""By an order's name, how a queue goes on from here."""
