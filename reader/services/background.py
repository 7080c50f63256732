"""What goes on behind the screens: adding and detection, begun when they are needed.

Both are imported only then, because neither is needed to read.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.errors import CloseReadError, StoreReadOnly
from annotations.sources import Source
from reader.services.session import Session

if TYPE_CHECKING:
    from reader.services.copying import Copying
    from reader.services.detection import Detection

_NICE = 5
"""The detector's process yields to the screen where both want the processor."""


class Background:
    """Starts and ends the threads of one reader."""

    def __init__(self, session: Session, *, post: Callable[[Message], object]) -> None:
        """Args:
        session: The store to work in.
        post: Takes the threads' messages; called from them.
        """
        self._session = session
        self._post = post
        self._detection: Detection | None = None
        self._copying: Copying | None = None

    def add(self, paths: Sequence[Source]) -> None:
        """Begin to read files, folders and addresses into the store.

        Raises:
            StoreReadOnly: If the store cannot be written.
        """
        from reader.services.adding import Adding

        if self._session.is_open and self._session.store.read_only:
            raise StoreReadOnly(self._session.store_path)
        session, post = self._session, self._post
        Adding(
            session.store_path,
            paths,
            post=post,
            annotator=session.annotator,
            reading=session.reading,
        ).start()

    def detect(self, article_id: str | None = None, *, again: bool = False) -> None:
        """Run the detector on what was not run yet; on this article before all others.

        Args:
            article_id: An article to begin with.
            again: Run it even if it was run before.

        Raises:
            StoreReadOnly: If the store cannot be written.
        """
        store = self._session.store
        if store.read_only:
            raise StoreReadOnly(self._session.store_path)
        if self._detection is None or not self._detection.is_alive:
            self._detection = self._start_detection()
        if article_id is None:
            self._detection.look()
        else:
            self._detection.want(article_id, again=again)

    def _start_detection(self) -> "Detection":
        from annotations.detect.client import DetectorProcess
        from reader.services.detection import Detection

        session = self._session
        process = DetectorProcess(
            session.model,
            vague_rule=session.vague_rule,
            own_names=session.own_names,
            nice=_NICE,
        )
        detection = Detection(self._session.store_path, process, post=self._post)
        detection.start()
        return detection

    def look_for_copies(self) -> None:
        """Look for copies of reports among what was not looked at yet."""
        with suppress(CloseReadError):  # who looks for copies next tries again
            if not self._session.is_open or not self._session.store.copies.count_missing():
                return
        if self._copying is None:
            from reader.services.copying import Copying

            self._copying = Copying(self._session.store_path)
        self._copying.look()

    def stop(self) -> None:
        """End the detector; an article under way stays "not run yet"."""
        if self._copying is not None:
            self._copying.stop()
        if self._detection is not None:
            self._detection.stop()
