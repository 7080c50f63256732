"""Disagreements of annotators that a person has settled."""

from sqlite_utils import Database


def keep_settled_disagreements(db: Database) -> None:
    """What two annotators said, how that was settled, and what stands in its place.

    A disagreement goes by what both sides said, `first` and `second`, null where one had nothing.
    What is not settled is not here: it is found by comparing the two sides anew.
    """
    db.executescript("""
        CREATE TABLE settled_disagreements (
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            disagreement TEXT NOT NULL,
            verdict TEXT NOT NULL,
            layer TEXT NOT NULL,
            first TEXT CHECK (first IS NULL OR json_valid(first)),
            second TEXT CHECK (second IS NULL OR json_valid(second)),
            annotations TEXT NOT NULL CHECK (json_valid(annotations)),
            PRIMARY KEY (article, disagreement)
        ) WITHOUT ROWID;
    """)
