"""The queue that somebody works in, and the threads that look for what comes next and count.

It outlives the screens: each article is one of its own, and who comes back goes on where they left.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from annotations.errors import CloseReadError, StoreInterrupted
from annotations.store import Store
from reader.queueing.review_queue import ReviewQueue
from reader.queueing.seeking import Search, Spot
from reader.services.lookup import Answer, Lookup

_COUNTED_EVERY = 5.0
"""Seconds between two counts while others write: over very many articles each takes a while."""


@dataclass
class QueueFound(Message):
    """The next thing in the queue was found."""

    queue: ReviewQueue
    spot: Spot | None
    """Null if nothing waits any more."""


@dataclass
class QueueFailed(Message):
    """The next thing in the queue could not be looked for."""

    error: CloseReadError


@dataclass
class QueueCounted(Message):
    """It was counted how much waits in the queue."""

    queue: ReviewQueue
    left: int


class Queueing:
    """The queue of one reader."""

    def __init__(
        self,
        store_path: Path,
        *,
        post: Callable[[Message], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args:
        store_path: The store.
        post: Takes the messages; called from the threads.
        clock: Gives seconds; never goes back.
        """
        self._clock = clock
        self._counted_at: float | None = None
        self.is_outdated = False
        """Whether others have written since what waits was counted."""
        self.queue: ReviewQueue | None = None
        """The queue that was opened last, whether somebody still works in it or not."""
        self.is_seeking = False
        """Whether the next thing is being looked for, or has been found and is not shown yet."""
        self._seeking = Lookup(store_path, post=post)
        self._counting = Lookup(store_path, post=post)

    @property
    def open_queue(self) -> ReviewQueue | None:
        """The queue that somebody works in now; null if in none."""
        return self.queue if self.queue is not None and self.queue.is_open else None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being looked for or counted."""
        return not self.is_seeking and self._counting.is_idle

    def begin(self, keys: Sequence[int], *, first: int | None = None) -> ReviewQueue:
        """Open the queue over some articles; the one that was left, if it is over the same.

        Args:
            keys: The articles, in order.
            first: The article to begin with, in a queue that was not there before.
        """
        before = self.queue
        if before is None or before.listed != list(keys):
            self.queue = ReviewQueue(keys, first=first)
            self.queue.skipped |= before.skipped if before is not None else set()
        assert self.queue is not None
        self.queue.open()
        return self.queue

    def seek(self, queue: ReviewQueue) -> None:
        """Look for what comes next; the answer comes as `QueueFound`."""
        self.is_seeking = True
        self._seeking.ask("next", _following(queue, queue.search))

    def count(self, queue: ReviewQueue) -> None:
        """Count what waits; the answer comes as `QueueCounted`.

        Single decisions need no count: a queue knows of its own.
        """
        self.is_outdated, self._counted_at = False, self._clock()
        self._counting.ask("left", _left(queue))

    def count_if_outdated(self, queue: ReviewQueue) -> None:
        """Count again if others have written, unless that was done a moment ago."""
        last = self._counted_at
        if self.is_outdated and (last is None or self._clock() - last >= _COUNTED_EVERY):
            self.count(queue)

    def stop(self) -> None:
        """End the threads."""
        self._seeking.stop()
        self._counting.stop()


def _following(queue: ReviewQueue, search: Search) -> Answer:
    def answer(store: Store) -> Message:
        try:
            return QueueFound(queue, search.following(store.queue))
        except StoreInterrupted:
            raise
        except CloseReadError as error:
            return QueueFailed(error)

    return answer


def _left(queue: ReviewQueue) -> Answer:
    keys = queue.keys

    def answer(store: Store) -> Message:
        return QueueCounted(queue, store.queue.left(keys))

    return answer
