"""One connection to a store's file: how it is set up, transactions, and errors in our terms."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

from annotations.errors import (
    CannotOpen,
    NotAStore,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreGone,
    StoreInterrupted,
    StoreReadOnly,
)

Row = tuple[Any, ...]
Parameters = Sequence[Any] | Mapping[str, Any]

Found = TypeVar("Found")

_REMEMBERED = 8
"""Things that a connection remembers; keys of 100,000 articles take some megabytes."""
_LEAST_ROOM = 1 << 16
"""Bytes; the index of a log, for one, grows by half as much."""
BUSY_TIMEOUT = 3.0
"""Seconds to wait for another process's write lock."""


class Connection:
    """A SQLite connection whose errors are all `StoreError`s.

    Statements outside `writing` commit by themselves. A connection belongs to the thread that
    opened it.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection, *, read_only: bool) -> None:
        """Args:
        path: The store's file, named in errors.
        raw: The connection, in autocommit mode.
        read_only: Whether `writing` is refused.
        """
        self.path = path
        self.raw = raw
        self.read_only = read_only
        self._memory: dict[Hashable, Any] = {}
        """The latest last."""
        self._state: tuple[int, int] | None = None
        """Differs once anybody has written."""
        self.steps: list[tuple[int, str]] = []
        """The groups of edits that were done, undone and redone here, with what they are since."""
        self._file = _file_at(path)
        """Which file is open, wherever it may be moved."""

    @classmethod
    def open(cls, path: Path, *, mode: str, busy_timeout: float = BUSY_TIMEOUT) -> Self:
        """Connect to a file.

        Args:
            path: The file.
            mode: "rwc" (create if missing), "rw", "ro", or "immutable" for a file that nobody
                can write while we read it.
            busy_timeout: Seconds to wait for a lock.

        Raises:
            StoreError: If there is no such file or it cannot be opened.
        """
        query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
        with translated(path):
            raw = sqlite3.connect(
                f"{path.absolute().as_uri()}?{query}",
                uri=True,
                timeout=busy_timeout,
                isolation_level=None,
            )
        connection = cls(path, raw, read_only=mode in ("ro", "immutable"))
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    def check_place(self) -> None:
        """Make sure that the file is still where it was opened.

        Systems let a file be deleted that is open: all that is written is lost with it.

        Raises:
            StoreGone: If it is not.
        """
        if _file_at(self.path) != self._file:
            raise StoreGone(self.path)

    def close(self) -> None:
        """Close it; nothing is lost, because nothing is ever left uncommitted."""
        self.raw.close()

    def execute(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Run one statement whose rows do not matter."""
        with translated(self.path):
            return self.raw.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Run one statement for each set of parameters."""
        with translated(self.path):
            self.raw.executemany(sql, parameters)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        with translated(self.path):
            return self.raw.execute(sql, parameters).fetchall()

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows of a query one by one; nothing may be written until the last is read."""
        with translated(self.path):
            yield from self.raw.execute(sql, parameters)

    def batches(self, sql: str, parameters: Parameters = (), *, size: int) -> Iterator[list[Row]]:
        """The rows of a query, so many at a time; nothing may be written until the last is read."""
        with translated(self.path):
            cursor = self.raw.execute(sql, parameters)
            while batch := cursor.fetchmany(size):
                yield batch

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or null."""
        with translated(self.path):
            row: Row | None = self.raw.execute(sql, parameters).fetchone()
            return row

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The first column of all rows of a query."""
        return [row[0] for row in self.rows(sql, parameters)]

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row of a query, or null."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def remembered(self, about: Hashable, read: Callable[[], Found]) -> Found:
        """What was read before, if nobody has written since; else it is read now.

        Only the last few things are remembered.

        Args:
            about: What is read.
            read: Reads it. What it gives is shared, and must not be changed.
        """
        state = (self.value("PRAGMA data_version"), self.raw.total_changes)
        if state != self._state:
            self._memory.clear()
            self._state = state
        found: Found = self._memory.pop(about) if about in self._memory else read()
        self._memory[about] = found
        if len(self._memory) > _REMEMBERED:
            del self._memory[next(iter(self._memory))]
        return found

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that holds the write lock from the start and commits at the end.

        Whatever is read in it still holds when it writes. Any exception undoes all of it.

        Raises:
            StoreReadOnly: If the store cannot be written.
            StoreGone: If its file is no longer there.
            StoreBusy: If another process keeps the lock.
            StoreFull: If there is no room on the disk.
        """
        if self.read_only:
            raise StoreReadOnly(self.path)
        self.check_place()
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let several queries see the same state; inside `writing` they do anyway."""
        if self.raw.in_transaction:
            yield
            return
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.execute(begin)
        steps = len(self.steps)
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            del self.steps[steps:]
            if self.raw.in_transaction:  # some errors have made SQLite roll back already
                self.execute("ROLLBACK")
            raise


class translated:
    """Turn what sqlite3 raises in a block into errors that say what to do.

    It stands around every statement: as a generator it would cost as much as a short one.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        """Args:
        path: The store.
        """
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        if isinstance(error, sqlite3.Error):
            raise _in_our_terms(error, self._path) from error
        if isinstance(error, OverflowError | UnicodeEncodeError):
            raise StoreError(
                f"{self._path}: a value cannot be stored ({error}).",
                hint="Numbers have to fit in 64 bits, and text has to be valid Unicode.",
            ) from error


def _in_our_terms(error: sqlite3.Error, path: Path) -> StoreError:
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    match primary:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy(path)
        case sqlite3.SQLITE_READONLY:
            return StoreReadOnly(path)
        case sqlite3.SQLITE_NOTADB:
            return NotAStore(path)
        case sqlite3.SQLITE_CANTOPEN:
            return CannotOpen(path)
        case sqlite3.SQLITE_FULL:
            return StoreFull(path)
        case sqlite3.SQLITE_IOERR if _is_full(path):  # as where no shared memory can be had
            return StoreFull(path)
        case sqlite3.SQLITE_INTERRUPT:
            return StoreInterrupted(f"A query of {path} was interrupted.")
    hint = {
        sqlite3.SQLITE_CORRUPT: "The file is damaged: restore a copy, and see `closeread doctor`.",
        sqlite3.SQLITE_IOERR: "Check the disk, and try again.",
    }.get(primary, "See `closeread doctor`.")
    return StoreError(f"{path}: {error}.", hint=hint)


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells a file from every other one; null if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_full(path: Path) -> bool:
    """Whether there is less room on the disk than the least that SQLite asks for."""
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False
