"""Running the detector on articles, in a thread beside the screen."""

import threading
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from textual.message import Message

from annotations.detect.client import DetectorProcess
from annotations.errors import CloseReadError, DetectorDied, DetectorError, TextChanged
from annotations.store import Store
from reader.services.messages import Detected, DetectionEnded, DetectionProgress, WorkFailed
from reader.undetected import why_not_run


class Detection:
    """A queue of articles and the child process that works it off.

    The thread has a store connection of its own and only posts messages; the screens learn of
    results as they learn of anybody else's edits, by looking at the store.
    """

    def __init__(
        self, store_path: Path, process: DetectorProcess, *, post: Callable[[Message], object]
    ) -> None:
        """Args:
        store_path: The store to read articles from and to record runs in.
        process: The child; it is started and ended here.
        post: Takes the messages; called from the thread.
        """
        self._path = store_path
        self._post = post
        self._process = process
        self._wake = threading.Condition()
        self._wanted: deque[str] = deque()
        self._again: set[str] = set()
        """Those of the wanted ones that are to be run although they were run before."""
        self._under_way: str | None = None
        self._look = True
        self._stopped = False
        self._given_up: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="detection", daemon=True)

    def start(self) -> None:
        """Begin to work off what has not been run yet."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether it still takes articles; not so after the child died twice, for instance."""
        return self._thread.is_alive()

    def want(self, article_id: str, *, again: bool = False) -> None:
        """Run this article next.

        Args:
            article_id: The article; if it is being run just now, nothing is to be done.
            again: Run it even if it was run before.
        """
        with self._wake:
            if article_id == self._under_way:
                return
            if article_id in self._wanted:
                self._wanted.remove(article_id)
            self._wanted.appendleft(article_id)
            if again:
                self._again.add(article_id)
            self._given_up.discard(article_id)
            self._wake.notify()

    def look(self) -> None:
        """Look for articles that were added."""
        with self._wake:
            self._look = True
            self._wake.notify()

    def stop(self) -> None:
        """End the child and the thread; an article under way stays "not run yet"."""
        with self._wake:
            self._stopped = True
            self._wake.notify()
        self._process.close()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        try:
            with ExitStack() as stack:
                store = stack.enter_context(Store.open(self._path, create=False))
                stack.callback(self._process.close)  # it is started for the first article
                self._work_off(store)
        except CloseReadError as error:
            if not self._stopped:
                self._post(WorkFailed(error))
        self._post(DetectionEnded())

    def _work_off(self, store: Store) -> None:
        """Detect until told to stop; the child may die once, not twice."""
        pending: deque[str] = deque()
        deaths = 0
        while (article_id := self._next(store, pending)) is not None:
            try:
                self._detect(store, article_id, waiting=len(pending))
            except DetectorDied as error:
                deaths += 1
                if self._stopped or deaths > 1:
                    raise
                self._give_up(article_id, error)
                self._process.restart()
            except DetectorError as error:
                if self._process.detector is None:
                    raise
                self._give_up(article_id, error)

    def _next(self, store: Store, pending: deque[str]) -> str | None:
        """The article to run next; waits until there is one, null when told to stop."""
        with self._wake:
            self._under_way = None
            while not self._stopped:
                if self._look:
                    self._look = False
                    pending.clear()
                    pending.extend(store.runs.pending())
                if (article_id := self._choose(store, pending)) is not None:
                    self._under_way = article_id
                    return article_id
                self._post(DetectionEnded())
                self._wake.wait()
        return None

    def _choose(self, store: Store, pending: deque[str]) -> str | None:
        """One that is asked for, else the oldest that was not run yet."""
        while self._wanted:
            article_id = self._wanted.popleft()
            again = article_id in self._again
            self._again.discard(article_id)
            if again or store.runs.last(article_id) is None:
                return article_id
        while pending:
            article_id = pending.popleft()
            if article_id not in self._given_up and store.runs.last(article_id) is None:
                return article_id
        return None

    def _detect(self, store: Store, article_id: str, *, waiting: int) -> None:
        article = store.articles.get(article_id)
        if why_not_run(store, article):
            return
        self._post(DetectionProgress(article_id, 0, waiting))
        detector = self._process.start()

        def report(share: float) -> None:
            """Tell the screen how much of the article is read, from 0 to 1."""
            self._post(DetectionProgress(article_id, share, waiting))

        found = self._process.detect(article, progress=report)
        try:
            kept = store.runs.record(article_id, detector, found, version=article.version)
        except TextChanged:  # it is read once more, as it is now
            self._wanted.append(article_id)
        else:
            self._post(Detected(article_id, kept))

    def _give_up(self, article_id: str, error: CloseReadError) -> None:
        """Leave an article as it is until somebody asks for it."""
        self._given_up.add(article_id)
        self._post(WorkFailed(error))
