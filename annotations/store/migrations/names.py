"""Which names are the same across articles."""

from sqlite_utils import Database

from annotations.store.names import schema


def index_names(db: Database) -> None:
    """Which names are the same across articles, as a person decides."""
    db.executescript(schema.TABLES)
    db.executescript(schema.VIEWS)
