"""Feeds that are watched."""

from sqlite_utils import Database


def remember_feeds(db: Database) -> None:
    """What a feed's server wants to hear the next time, and when that may be.

    Feeds whose pages are fetched are remembered apart: that nothing has changed since the entries
    were taken does not mean that their pages were. `not_before` is in seconds
    since 1970.
    """
    db.executescript("""
        CREATE TABLE feeds (
            address TEXT NOT NULL,
            with_pages INTEGER NOT NULL,
            etag TEXT,
            modified TEXT,
            not_before REAL NOT NULL DEFAULT 0,
            PRIMARY KEY (address, with_pages)
        ) WITHOUT ROWID;
    """)
