"""Edits that may take a while, made in a thread, one after the other."""

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.errors import CloseReadError, StoreInterrupted
from annotations.store import Store
from annotations.store.progress import Report
from reader.services.messages import Edited, EditFailed, EditProgress

if TYPE_CHECKING:
    from reader.services.long_edits import LongEdit

_TOLD_EVERY = 0.2
"""Seconds between two reports of how far an edit has come."""


class Editing:
    """A queue of edits. Each is done as a whole or, if it is given up, not at all."""

    def __init__(
        self, store_path: Path, *, annotator: str | None, post: Callable[[Message], object]
    ) -> None:
        """Args:
        store_path: The store, which has to be there by the first edit.
        annotator: Who the edits are by; null for the login name.
        post: Takes the messages; called from the thread.
        """
        self._path = store_path
        self._annotator = annotator
        self._post = post
        self._lock = threading.Lock()
        self._waiting: deque[LongEdit] = deque()
        self._given_up = False
        self._steps: list[tuple[int, str]] = []
        self._thread: threading.Thread | None = None

    @property
    def is_idle(self) -> bool:
        """Whether all edits are done or given up."""
        with self._lock:
            return self._thread is None

    def add(self, edit: "LongEdit") -> None:
        """Make an edit once those before it are made."""
        with self._lock:
            self._waiting.append(edit)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="editing", daemon=True)
                self._thread.start()

    def give_up(self) -> None:
        """Undo what is under way and forget what waits; returns before that is done."""
        with self._lock:
            self._given_up = self._thread is not None
            self._waiting.clear()

    def stop(self) -> None:
        """Give up, and wait for a moment until what is under way is undone."""
        self.give_up()
        if (thread := self._thread) is not None:
            thread.join(timeout=2)

    def take_steps(self) -> list[tuple[int, str]]:
        """What the edits since the last call have done; see `Store.take_steps`."""
        with self._lock:
            steps, self._steps = self._steps, []
        return steps

    def _run(self) -> None:
        edit = self._next()
        while edit is not None:
            outcome = self._outcome(edit)
            edit = self._next()  # whoever hears of the outcome finds it idle, if it is
            self._post(outcome)

    def _next(self) -> "LongEdit | None":
        with self._lock:
            self._given_up = False
            if self._waiting:
                return self._waiting.popleft()
            self._thread = None
            return None

    def _outcome(self, edit: "LongEdit") -> Message:
        try:
            with Store.open(self._path, create=False, annotator=self._annotator) as store:
                said = edit.carry_out(store, self._report(edit.doing))
                with self._lock:
                    self._steps += store.take_steps()
            return Edited(said)
        except StoreInterrupted:
            return Edited(f"stopped {edit.doing}: nothing was changed")
        except CloseReadError as error:
            return EditFailed(error)

    def _report(self, doing: str) -> Report:
        told = time.monotonic()

        def report(done: int, total: int) -> None:
            """Tell how far it has come, unless it is given up."""
            nonlocal told
            if self._given_up:
                raise StoreInterrupted("The edit was given up.")
            if (now := time.monotonic()) - told >= _TOLD_EVERY:
                told = now
                self._post(EditProgress(doing, done / total, len(self._waiting)))

        return report
