"""Which files need not be read again, because all that they hold is in the store."""

import os
from collections import Counter, deque
from contextlib import suppress
from pathlib import Path

from annotations import __version__
from annotations.store import Addition
from annotations.store.read_files import ReadFile, ReadFiles
from annotations.text import clean_line

_AT_ONCE = 100
"""Files that are remembered in one go."""


class KnownFiles:
    """Knows a file by its size and times, and by the way in which it was read.

    A file is remembered once all its articles are committed, so what was interrupted is read again.
    """

    def __init__(self, files: ReadFiles, *, way: str = "") -> None:
        """Args:
        files: What the store remembers.
        way: What tells this way of reading from others; options that change what is read.
        """
        self._files = files
        self._way = f"{__version__} {way}".rstrip()
        self._state: str | None = None
        self._taken = 0
        """Articles that have come from all files."""
        self._began = 0
        """How many there were when the present file began."""
        self._waiting: deque[tuple[int, ReadFile]] = deque()
        """Files with the number of articles at their ends."""
        self._conflicts: list[int] = []
        self.present: Path | None = None
        """The file that is being read."""
        self.skipped: Counter[Addition] = Counter()
        """What would have become of the articles in files that were not read."""

    @property
    def name(self) -> str | None:
        """What errors call the present file; null if none is being read."""
        return None if self.present is None else clean_line(str(self.present))

    def begins(self, path: Path) -> bool:
        """Whether a file has to be read."""
        self.present, self._began = path, self._taken
        self._state = self._state_of(path)
        if self._state is None:
            return True
        origin = os.path.abspath(path)
        articles = self._files.articles(origin, self._state)
        if articles is None:
            return True
        deleted = articles == 1 and self._files.is_deleted(origin)
        self.skipped[Addition.DELETED if deleted else Addition.UNCHANGED] += articles
        self.present = None
        return False

    def ends(self, path: Path, *, whole: bool) -> None:
        """That a file has been read."""
        has_any = self._taken > self._began  # one without may lead to some when it is named
        if whole and has_any and self._state is not None:
            file = ReadFile(
                origin=os.path.abspath(path),
                state=self._state,
                articles=self._taken - self._began,
            )
            self._waiting.append((self._taken, file))
        self.present = None

    def take(self) -> None:
        """That an article has come."""
        self._taken += 1

    def conflict(self, number: int) -> None:
        """That an article, counted from 1, could not be added; its file is to be read again."""
        self._conflicts.append(number)

    def committed(self, articles: int, *, all_of_them: bool = False) -> None:
        """Remember the files whose articles are safe.

        Args:
            articles: How many are, of all that have come.
            all_of_them: Whether no more come.
        """
        if len(self._waiting) < _AT_ONCE and not all_of_them:
            return
        safe = []
        while self._waiting and self._waiting[0][0] <= articles:
            end, file = self._waiting.popleft()
            if not any(end - file.articles < each <= end for each in self._conflicts):
                safe.append(file)
        self._files.keep(safe)

    def _state_of(self, path: Path) -> str | None:
        try:
            states = [_state(os.stat(path))]
        except OSError:
            return None
        with suppress(OSError):  # what was written to a database last may be beside it
            states.append(_state(os.stat(f"{path}-wal")))
        return " ".join((*states, self._way))


def _state(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
