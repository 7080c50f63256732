"""Filters with names."""

from sqlite_utils import Database


def save_filters(db: Database) -> None:
    """What a person has typed to filter the library, under a name."""
    db.executescript("""
        CREATE TABLE saved_filters (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            filter TEXT NOT NULL
        ) WITHOUT ROWID;
    """)
