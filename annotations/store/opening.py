"""From a path to a connection whose schema is current, whatever the path holds."""

import os
import time
from pathlib import Path

from annotations.errors import (
    CannotOpen,
    NotAStore,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreReadOnly,
)
from annotations.store.connection import Connection, translated
from annotations.store.schema import missing_steps

_HEADER_SIZE = 100
"""Bytes every SQLite file begins with. SQLite takes a file of one byte for an empty one."""

_MAGIC = b"SQLite format 3\0"

_RETRY_PAUSE = 0.02
"""Seconds between attempts at a lock for which SQLite does not wait by itself."""


def open_connection(path: Path, *, create: bool, busy_timeout: float) -> Connection:
    """Open a store's file, making or migrating it if need be.

    A store that can be read but not written, as where the disk is full, is opened read-only.

    Args:
        path: The file; with `create`, it and its folders need not exist.
        create: Whether a missing or empty file is made into a store.
        busy_timeout: Seconds to wait for another process's lock.

    Raises:
        NotAStore: If the file is something else.
        StoreReadOnly: If it would have to be written and cannot.
        StoreError: If it is missing and `create` is false, or made by a newer closeread.
    """
    _check_place(path, create=create)
    try:
        return _open_writable(path, busy_timeout=busy_timeout)
    except (StoreReadOnly, StoreFull, CannotOpen) as refusal:
        if not path.is_file() or not path.stat().st_size:
            raise StoreReadOnly(path) from refusal
        return _open_readable(path, busy_timeout=busy_timeout)


def is_sqlite(path: Path) -> bool:
    """Whether a path holds a database, of whoever's making; anything else is no store."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def check_can_be_made(path: Path) -> None:
    """Make sure that a store is at a path, or could be made there; nothing is left behind.

    Raises:
        StoreError: If there is no file, and there can be none.
    """
    from tempfile import TemporaryFile  # only where there is no store yet

    if os.path.exists(path):
        return
    folder = next(each for each in path.absolute().parents if os.path.exists(each))
    try:
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise StoreError(
            f"There is no store at {path}, and none can be made ({error.strerror or error}).",
            hint="Name another file with --store.",
        ) from error


def _check_place(path: Path, *, create: bool) -> None:
    """Make sure that something of ours can be at a path, and make its folder."""
    if path.exists():
        size = path.stat().st_size
        if not path.is_file() or (size < _HEADER_SIZE and not (create and size == 0)):
            raise NotAStore(path)
        return
    if not create:
        raise StoreError(
            f"There is no store at {path}.",
            hint="Add articles with `closeread add`, or name another file with --store.",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(path) from error


def _open_writable(path: Path, *, busy_timeout: float) -> Connection:
    connection = Connection.open(path, mode="rwc", busy_timeout=busy_timeout)
    try:
        if missing_steps(connection):
            _run_missing_steps(connection)
        _use_write_ahead_log(connection, patience=busy_timeout)
        _check_writable(connection, busy_timeout=busy_timeout)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_readable(path: Path, *, busy_timeout: float) -> Connection:
    """Open a store without a right to write it.

    SQLite needs a shared-memory file beside a store in WAL mode. Where the folder does not allow
    one and no log waits to be read, nobody else can be writing, and the file counts as immutable.
    """
    log = path.with_name(f"{path.name}-wal")
    if not (log.exists() and log.stat().st_size):
        try:
            return _open_as(path, mode="ro", busy_timeout=busy_timeout)
        except (CannotOpen, StoreReadOnly, StoreFull):  # which of them depends on SQLite's version
            return _open_as(path, mode="immutable", busy_timeout=busy_timeout)
    return _open_as(path, mode="ro", busy_timeout=busy_timeout)


def _open_as(path: Path, *, mode: str, busy_timeout: float) -> Connection:
    connection = Connection.open(path, mode=mode, busy_timeout=busy_timeout)
    try:
        if missing_steps(connection):
            raise StoreReadOnly(path)
    except BaseException:
        connection.close()
        raise
    return connection


def _run_missing_steps(connection: Connection) -> None:
    """Bring the schema up to date; whoever else tries at the same time finds nothing left."""
    from annotations.store.migrations.running import migrate  # sqlite-utils costs 0.2 s

    with connection.writing(), translated(connection.path):
        migrate(connection.raw)


def _use_write_ahead_log(connection: Connection, *, patience: float) -> None:
    """Switch to WAL mode, which lasts; SQLite does not wait for the lock that takes."""
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except StoreBusy:
            if time.monotonic() >= deadline:
                raise
            time.sleep(_RETRY_PAUSE)


def _check_writable(connection: Connection, *, busy_timeout: float) -> None:
    """Write nothing, to see whether it is allowed.

    SQLite opens a file without write permission in silence, and even begins a transaction on it.

    Raises:
        StoreReadOnly: If the file cannot be written.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("DELETE FROM runs WHERE FALSE")
    except StoreBusy:
        pass  # somebody is writing it, so it can be written
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(busy_timeout * 1000)}")
