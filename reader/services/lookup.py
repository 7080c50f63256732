"""Questions to the store that may take longer than a frame, answered in a thread."""

import threading
from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from annotations.errors import CloseReadError, StoreError, StoreInterrupted
from annotations.store import Store
from reader.services.messages import WorkFailed

Answer = Callable[[Store], Message]
"""Reads from the store and puts what it found into a message; called in the thread."""


class Lookup:
    """A thread that answers the latest question of each kind with a connection of its own.

    A question that another of its kind replaces is dropped, in the middle of its statement if it
    has been begun, so that answers never queue up behind a person who goes on typing.
    """

    def __init__(self, store_path: Path, *, post: Callable[[Message], object]) -> None:
        """Args:
        store_path: The store, which has to be there by the first question.
        post: Takes the answers; called from the thread.
        """
        self._path = store_path
        self._post = post
        self._wake = threading.Condition()
        self._waiting: dict[str, Answer] = {}
        self._running: str | None = None
        self._store: Store | None = None
        self._stopped = False
        self._thread: threading.Thread | None = None

    @property
    def is_idle(self) -> bool:
        """Whether all questions have been answered."""
        with self._wake:
            return not self._waiting and self._running is None

    def ask(self, kind: str, answer: Answer) -> None:
        """Have a question answered.

        Args:
            kind: Which question it replaces, if that has not been answered yet.
            answer: Gives the answer.
        """
        with self._wake:
            self._waiting[kind] = answer
            if self._running == kind and self._store is not None:
                self._store.interrupt()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="lookup", daemon=True)
                self._thread.start()
            self._wake.notify()

    def stop(self) -> None:
        """End the thread; nothing is answered any more."""
        with self._wake:
            self._stopped = True
            self._waiting.clear()
            if self._running is not None and self._store is not None:
                self._store.interrupt()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(timeout=2)

    def _run(self) -> None:
        try:
            with Store.open(self._path, create=False) as self._store:
                while (question := self._next()) is not None:
                    self._answer(*question, self._store)
        except CloseReadError as error:
            self._post(WorkFailed(error))
        with self._wake:
            self._waiting.clear()
            self._running = self._store = self._thread = None

    def _next(self) -> tuple[str, Answer] | None:
        """The question to answer next; waits until there is one, null when told to stop."""
        with self._wake:
            self._running = None
            while not (self._waiting or self._stopped):
                self._wake.wait()
            if self._stopped:
                return None
            self._running = next(iter(self._waiting))
            return self._running, self._waiting.pop(self._running)

    def _answer(self, kind: str, answer: Answer, store: Store) -> None:
        message: Message
        try:
            message = answer(store)
        except StoreInterrupted:
            return
        except CloseReadError as error:
            message = WorkFailed(error)
        except (TypeError, ValueError) as error:  # only a damaged row makes an answer impossible
            message = WorkFailed(_unreadable(error))
        with self._wake:
            outdated = self._stopped or kind in self._waiting
        if not outdated:
            self._post(message)


def _unreadable(error: Exception) -> StoreError:
    """What a row has brought about that another program must have damaged."""
    return StoreError(
        f"What was asked could not be read from the store ({error}).",
        hint="`closeread doctor` names rows that are damaged.",
    )
