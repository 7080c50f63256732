"""Stopping between two articles when a person or the system asks for it."""

import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Self, TypeVar

_Item = TypeVar("_Item")


class Stopping:
    """Turns Ctrl+C and SIGTERM into the end of what is being read, so that it is committed.

    Reading is broken off at once; what is written is written to its end. A second signal breaks
    off whatever goes on.
    """

    def __init__(self) -> None:
        """Wait for nothing yet."""
        self.asked = False
        self._is_reading = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for each in (signal.SIGINT, signal.SIGTERM):
                self._before[each] = signal.signal(each, self._stop)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each, handler in self._before.items():
            signal.signal(each, handler)  # type: ignore[arg-type]

    def until_asked(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """Pass items on until somebody asks to stop."""
        rest = iter(items)
        while not self.asked:
            try:
                self._is_reading = True
                item = next(rest)
            except (KeyboardInterrupt, StopIteration):
                return
            finally:
                self._is_reading = False
            yield item

    def _stop(self, number: int, frame: FrameType | None) -> None:
        again, self.asked = self.asked, True
        if again or self._is_reading:
            raise KeyboardInterrupt
