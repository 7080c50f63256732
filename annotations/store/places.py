"""Where a person was in each article, and what they marked: a file of its own, beside no store.

A place is no correction. In the store it would be one more write that every other reader of it
has to look at; here it touches nobody, and a store that can only be read keeps places too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotations.errors import StoreError, StoreReadOnly
from annotations.store.connection import Connection

_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS places (
        store TEXT NOT NULL, article TEXT NOT NULL,
        cursor INTEGER NOT NULL, top INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (store, article)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS marks (
        store TEXT NOT NULL, article TEXT NOT NULL, letter TEXT NOT NULL,
        cursor INTEGER NOT NULL, top INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (store, article, letter)
    ) WITHOUT ROWID
    """,
)
_PATIENCE = 0.2
"""Seconds to wait for another reader's write; a place is not worth waiting longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a person is in an article, in characters, so that it holds at any width."""

    cursor: int
    top: int
    """The first character of the first line in view."""
    version: int = 1
    """Number of the article's text that these are characters of."""


class Places:
    """The places in the articles of one store."""

    def __init__(self, path: Path, *, store: Path) -> None:
        """Args:
        path: The file of places; it is made when there is one to keep.
        store: The store's file, which the places are kept apart by.
        """
        self._path = path
        self._store = str(store.resolve())
        self._connection: Connection | None = None

    def of(self, article_id: str) -> Place | None:
        """The place that was kept last of an article, or null.

        Raises:
            StoreError: If the file cannot be read.
        """
        if self._connection is None and not self._path.exists():
            return None
        with _explained("The place last read is not known"):
            row = self._opened().row(
                "SELECT cursor, top, version FROM places WHERE store = ? AND article = ?",
                (self._store, article_id),
            )
        return None if row is None else Place(cursor=row[0], top=row[1], version=row[2])

    def keep(self, article_id: str, place: Place) -> None:
        """Remember the place in an article; it outlives the process once this returns.

        Raises:
            StoreError: If it could not be written.
        """
        with _explained("The place in the article was not kept"):
            self._opened().execute(
                """
                INSERT OR REPLACE INTO places (store, article, cursor, top, version)
                VALUES (?, ?, ?, ?, ?)
                """,
                (self._store, article_id, place.cursor, place.top, place.version),
            )

    def marks(self, article_id: str) -> dict[str, Place]:
        """The places that were marked in an article, by their letters.

        Raises:
            StoreError: If the file cannot be read.
        """
        if self._connection is None and not self._path.exists():
            return {}
        with _explained("The marks in the article are not known"):
            rows = self._opened().rows(
                "SELECT letter, cursor, top, version FROM marks WHERE store = ? AND article = ?",
                (self._store, article_id),
            )
        return {
            letter: Place(cursor=cursor, top=top, version=version)
            for letter, cursor, top, version in rows
        }

    def keep_mark(self, article_id: str, letter: str, place: Place) -> None:
        """Mark a place in an article; what the letter marked before is forgotten.

        Raises:
            StoreError: If it could not be written.
        """
        with _explained("The mark was not kept"):
            self._opened().execute(
                """
                INSERT OR REPLACE INTO marks (store, article, letter, cursor, top, version)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                (self._store, article_id, letter, place.cursor, place.top, place.version),
            )

    def close(self) -> None:
        """Let go of the file; it is opened again if need be."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = _open(self._path)
        return self._connection


def _open(path: Path) -> Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(path) from error
    connection = Connection.open(path, mode="rwc", busy_timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # No waiting for the disk: what may be lost with the power is a place, not a correction.
        connection.execute("PRAGMA synchronous = NORMAL")
        for table in _TABLES:
            connection.execute(table)
        for name in ("places", "marks"):  # made when no text had versions
            if "version" not in connection.column(f"SELECT name FROM pragma_table_info('{name}')"):
                connection.execute(
                    f"ALTER TABLE {name} ADD COLUMN version INTEGER NOT NULL DEFAULT 1"
                )
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _explained(what: str) -> Iterator[None]:
    """Say of what fails that reading does not depend on it."""
    try:
        yield
    except StoreError as error:
        raise StoreError(f"{what}. {error.message}", hint="Reading goes on without it.") from error
