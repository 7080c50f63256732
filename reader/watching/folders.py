"""Folders and files that are watched: those that are new or have changed, once they are whole.

They are looked at every few seconds rather than reported by the operating system: that works on
network drives, too, and a look at ten thousand files takes a fraction of a second.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from annotations.errors import SourceError
from annotations.sources import Item, Options, read
from annotations.sources.folders import files
from annotations.sources.registry import may_hold_articles
from annotations.text import clean_line

_EVERY = 2.0
"""Seconds between looks. Whoever writes a file has done something to it within that time."""
_QUIET = 10.0
"""Seconds after which a file is taken to be whole that was there before."""

_State = tuple[int, int]
"""When a file was written last, in nanoseconds, and its bytes."""


class WatchedFolder:
    """A folder, or a single file."""

    def __init__(self, path: Path, *, options: Options, clock: Callable[[], float]) -> None:
        """Args:
        path: The folder or file.
        options: How to read.
        clock: Tells the time, in seconds since 1970.
        """
        self.name = clean_line(str(path))
        self.due = clock()
        self._path = path
        self._options = options
        self._clock = clock
        self._seen: dict[Path, _State] = {}
        """Each file as the last look found it."""
        self._taken: dict[Path, _State] = {}
        """Each file as it was when it was read."""
        self._is_missing = False

    def look(self) -> Iterator[Item]:
        """Read the files that have changed since they were read, and do so no longer."""
        now = self._clock()
        self.due = now + _EVERY
        if not self._path.exists():
            yield from () if self._is_missing else (self._missing(),)
            return
        self._is_missing = False
        found: dict[Path, _State] = {}
        ready: list[Path] = []
        for path in self._files():
            if isinstance(path, SourceError):
                continue  # a folder that cannot be entered was told of by the first reading
            state = _state(path)
            if state is None:
                continue
            found[path] = state
            if self._taken.get(path) != state and self._is_whole(path, state, now):
                ready.append(path)
        self._seen = found
        for path in ready:
            self._taken[path] = found[path]
            yield from read(path, self._options_for(path))

    def settle(self) -> None:
        """Nothing has to be kept: files that are there are told from new ones by what they hold."""

    def _files(self) -> Iterator[Path | SourceError]:
        if self._path.is_dir():
            return files(self._path, is_wanted=may_hold_articles)
        return iter((self._path,))

    def _is_whole(self, path: Path, state: _State, now: float) -> bool:
        return self._seen.get(path) == state or now - state[0] / 1e9 > _QUIET

    def _options_for(self, path: Path) -> Options:
        """What nobody has named leads to no address, as in any folder."""
        is_named = path == self._path or self._options.full
        return self._options if is_named else self._options.offline()

    def _missing(self) -> SourceError:
        self._is_missing = True
        return SourceError(f"{self.name} is not there.", hint="It is read once it is.")


def _state(path: Path) -> _State | None:
    """What tells that a file has changed; null if it has gone meanwhile."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
