"""Which SQLite this Python carries, for `doctor`."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The SQLite library in use."""

    version: str
    has_full_text: bool
    """Whether it was built with FTS5, which every store needs."""


def engine() -> Engine:
    """Ask SQLite itself."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError:
            return Engine(version=sqlite3.sqlite_version, has_full_text=False)
    return Engine(version=sqlite3.sqlite_version, has_full_text=True)
