"""Other people's SQLite databases, read without trusting anything in them."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.tables.columns import wanted
from annotations.sources.tables.streamed_text import mended
from annotations.text import clean_line

_WAL_VERSION = 2
"""What byte 19 of a file says if it is written by way of a write-ahead log."""
_STEPS, _MOST = 1_000_000, 300
"""Operations of SQLite's machine between two looks at it, and looks before a row is given up: a
view can be made to count for ever."""
_SHADOWS = (
    *("_data", "_idx", "_content", "_docsize", "_config", "_segments", "_segdir", "_stat"),
    *("_node", "_parent", "_rowid"),
)
"""Tables behind full-text and spatial indexes."""
_HARMLESS = frozenset(
    (
        *(sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION),
        sqlite3.SQLITE_RECURSIVE,
    )
)
_BY_INDEXES = frozenset(
    (
        *((sqlite3.SQLITE_PRAGMA, "data_version"), (sqlite3.SQLITE_PRAGMA, "page_size")),
        (sqlite3.SQLITE_UPDATE, "sqlite_master"),
    )
)
_TABLES = """
    SELECT name, type = 'table' AND upper(sql) NOT LIKE 'CREATE VIRTUAL%' FROM sqlite_master
    WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table or view."""

    name: str
    columns: tuple[str, ...]
    is_plain: bool
    """Whether it holds its rows itself, unlike a view or a full-text index."""


class Database:
    """An open database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Args:
        connection: To a file that may hold anything.
        """
        self._connection = connection
        self._looks = 0
        connection.set_progress_handler(self._is_stuck, _STEPS)

    def tables(self) -> list[Table]:
        """Its tables and views but for those behind indexes; what cannot be opened is left out.

        Raises:
            sqlite3.Error: If it is damaged.
        """
        found = self._connection.execute(_TABLES).fetchall()
        virtual = tuple(name for name, is_plain in found if not is_plain)
        shadows = {f"{name}{shadow}" for name in virtual for shadow in _SHADOWS}
        return [
            Table(name=name, columns=columns, is_plain=bool(is_plain))
            for name, is_plain in found
            if name not in shadows and (columns := self._columns(name))
        ]

    def records(self, table: Table, fields: Mapping[str, str]) -> Iterator[dict[str, object]]:
        """Yield the rows of a table.

        Raises:
            SourceError: If it is damaged, or asks for too much. A reason without a full stop.
        """
        columns = wanted(table.columns, fields)
        listed = ", ".join(map(_quoted, columns))
        with _reasons():
            self._looks = 0
            for cells in self._connection.execute(f"SELECT {listed} FROM {_quoted(table.name)}"):
                self._looks = 0
                yield dict(zip(columns, cells, strict=True))

    def _columns(self, name: str) -> tuple[str, ...]:
        self._looks = 0
        try:
            cursor = self._connection.execute(f"SELECT * FROM {_quoted(name)} LIMIT 0")
        except sqlite3.Error:
            return ()
        return tuple(dict.fromkeys(column[0] for column in cursor.description))

    def _is_stuck(self) -> bool:
        self._looks += 1
        return self._looks > _MOST


@contextmanager
def opened(path: Path, name: str) -> Iterator[Database]:
    """Open a database for reading, without leaving a trace beside it where that is possible.

    Args:
        path: The file.
        name: What errors call it.

    Raises:
        SourceError: If it cannot be opened.
    """
    try:
        connection = sqlite3.connect(_address(path), uri=True, isolation_level=None)
        with closing(connection):
            _restrict(connection)
            yield Database(connection)
    except sqlite3.Error as error:
        raise SourceError(
            f"{name} cannot be read ({clean_line(str(error))}).",
            hint="If a program has it open, close that, or add a copy.",
        ) from error


def _address(path: Path) -> str:
    """The file as SQLite is to open it.

    A file that is written by way of a log, and has none beside it, is not being written; SQLite
    would make one none the less.
    """
    with path.open("rb") as file:
        uses_log = file.read(20)[19:] == bytes([_WAL_VERSION])
    has_log = os.path.exists(f"{path}-wal")
    settled = "&immutable=1" if uses_log and not has_log else ""
    return f"{path.absolute().as_uri()}?mode=ro{settled}"


def _restrict(connection: sqlite3.Connection) -> None:
    connection.text_factory = _text
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.WHOLE)
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.set_authorizer(_allow)


def _allow(action: int, subject: str | None, *_: object) -> int:
    """Reading, and what full-text indexes do when they are opened, writing to no file."""
    is_harmless = action in _HARMLESS or (action, subject) in _BY_INDEXES
    return sqlite3.SQLITE_OK if is_harmless else sqlite3.SQLITE_DENY


def _text(data: bytes) -> str:
    return mended(data.decode("utf-8", errors="surrogateescape"))


@contextmanager
def _reasons() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        reason = "it asks for too much" if "interrupted" in str(error) else str(error)
        raise SourceError(clean_line(reason)) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
