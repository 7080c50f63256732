"""How fast somebody works, by a clock that is passed in. Pure."""

import time
from collections import deque
from collections.abc import Callable

_REMEMBERED = 30
"""Decisions that the pace goes by: more would hide that somebody has got faster."""
_FEWEST = 3
"""Decisions from which on there is a pace to speak of."""
_PAUSE = 120.0
"""Seconds from which on somebody was away, rather than at work on one decision."""


class Pace:
    """The time that decisions take."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Args:
        clock: Gives seconds, from whatever beginning; never goes back.
        """
        self._clock = clock
        self._took: deque[float] = deque(maxlen=_REMEMBERED)
        self._last = clock()

    def begin(self) -> None:
        """Somebody begins to work, or comes back to it."""
        self._last = self._clock()

    def decided(self) -> None:
        """Somebody has made a decision."""
        now = self._clock()
        took, self._last = now - self._last, now
        if took < _PAUSE:
            self._took.append(took)

    @property
    def per_minute(self) -> float | None:
        """Decisions in a minute; null as long as too few were made."""
        seconds = sum(self._took)
        if len(self._took) < _FEWEST or not seconds:
            return None
        return 60 * len(self._took) / seconds


def progress(done: int, left: int, per_minute: float | None) -> str:
    """How far somebody is, in words.

    >>> progress(34, 478, 12)
    '34 of 512, 12 a minute, about 40 min left'
    >>> progress(0, 512, None)
    '0 of 512'
    """
    words = [f"{done:,} of {done + left:,}"]
    if per_minute is not None:
        words.append(f"{_number(per_minute)} a minute")
        if left:
            words.append(_time(left / per_minute))
    return ", ".join(words)


def _number(per_minute: float) -> str:
    return f"{per_minute:.0f}" if per_minute >= 1 else f"{per_minute:.1f}"


def _time(minutes: float) -> str:
    """A time that is left, as exactly as it can be known."""
    if minutes < 1:
        return "less than a minute left"
    if minutes < 90:
        return f"about {minutes:.0f} min left"
    return f"about {minutes / 60:.0f} h left"
