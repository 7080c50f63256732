"""Whose turn it is."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from annotations.sources import Item

NEVER = math.inf
"""When something is due that will not come back."""


class Watched(Protocol):
    """Something that is looked at again and again."""

    @property
    def name(self) -> str:
        """What people are told that it is."""

    @property
    def due(self) -> float:
        """When it is to be looked at next, in seconds since 1970."""

    def look(self) -> Iterator[Item]:
        """Read what is new."""

    def settle(self) -> None:
        """Hear that all that was read is kept."""


def rounds(
    watched: Sequence[Watched],
    *,
    clock: Callable[[], float],
    sleep: Callable[[float], object],
) -> Iterator[Watched]:
    """Yield each when it is due, for as long as any will be.

    Args:
        watched: What is watched.
        clock: Tells the time, in seconds since 1970.
        sleep: Waits for so many seconds.
    """
    while watched:
        first = min(watched, key=lambda each: each.due)
        if first.due == NEVER:
            return
        wait = first.due - clock()
        if wait > 0:
            sleep(wait)
        yield first
