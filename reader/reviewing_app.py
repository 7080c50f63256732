"""The part of the application that brings what waits in a queue, from article to article."""

from textual import on

from reader.looks.themed_app import ThemedApp
from reader.messages import BeginQueue, OpenArticle
from reader.queueing.review_queue import ReviewQueue
from reader.screens.base import ReaderScreen
from reader.services.messages import WorkFailed
from reader.services.queueing import QueueCounted, QueueFailed, QueueFound, Queueing


class ReviewingApp(ThemedApp):
    """An app in which one queue can be worked off."""

    async def open_article(self, event: OpenArticle) -> None:
        """Show an article of the store."""
        raise NotImplementedError

    @property
    def _queueing(self) -> Queueing:
        """The queue; its threads begin with the first question."""
        if self.session.queueing is None:
            self.session.queueing = Queueing(self.session.store_path, post=self.post_message)
        return self.session.queueing

    def on_unmount(self) -> None:
        """End the threads."""
        if self.session.queueing is not None:
            self.session.queueing.stop()

    @on(BeginQueue)
    async def _begin_queue(self, event: BeginQueue) -> None:
        """Open a queue where it was left, else at its beginning."""
        queue = self._queueing.begin(event.keys, first=event.first)
        self._queueing.count(queue)
        if queue.waits(self.session.store.queue):
            await self._bring(queue)
        else:
            self._queueing.seek(queue)
        self._tell_of_queue()

    @on(QueueFound)
    async def _show_found(self, event: QueueFound) -> None:
        try:
            if self._queueing.open_queue is not event.queue:
                return
            if event.spot is None:
                self._end_queue(event.queue)
                return
            if event.spot.came_round:
                self._say("all else is decided: what you skipped comes again")
            event.queue.take(event.spot)
            await self._bring(event.queue)
        finally:
            self._queueing.is_seeking = False
            self._tell_of_queue()

    async def _bring(self, queue: ReviewQueue) -> None:
        """Show what is in front, unless somebody has begun something else meanwhile."""
        brought = queue.brought
        if brought is not None and isinstance(self.screen, ReaderScreen):
            await self.open_article(OpenArticle(brought.article_id, annotation_id=brought.id))

    def _end_queue(self, queue: ReviewQueue) -> None:
        queue.is_open = False
        articles = len(queue.keys)
        where = "this article" if articles == 1 else f"these {articles:,} articles"
        self._say(f"nothing waits in {where} any more; {queue.done:,} decided")

    @on(QueueFailed)
    def _show_failed_search(self, event: QueueFailed) -> None:
        self._queueing.is_seeking = False
        self.complain(event.error)

    @on(WorkFailed)
    def _seek_no_longer(self) -> None:
        """Give keys out again, if it was the thread of the queue that could not even begin."""
        if self.session.queueing is not None:
            self.session.queueing.is_seeking = False

    @on(QueueCounted)
    def _show_counted(self, event: QueueCounted) -> None:
        event.queue.left = event.left
        self._tell_of_queue()

    def _say(self, message: str) -> None:
        if isinstance(self.screen, ReaderScreen):
            self.screen.say(message)

    def _tell_of_queue(self) -> None:
        for screen in self.screens():
            screen.queue_changed()
