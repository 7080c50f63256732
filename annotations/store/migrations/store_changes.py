"""What people did to a store as a whole."""

from sqlite_utils import Database


def log_store_changes(db: Database) -> None:
    """Edits that are of no article: the colour of a tag, a filter that follows its new name.

    They are rows of the groups of `edit_groups`, and undone and redone with these. `what` says what
    they are of, `name` which one; before and after are null where there was or is none.
    """
    db.executescript("""
        CREATE TABLE store_edits (
            id INTEGER PRIMARY KEY,
            edit_group INTEGER NOT NULL REFERENCES edit_groups (id) ON DELETE CASCADE,
            what TEXT NOT NULL,
            name TEXT NOT NULL,
            before TEXT,
            after TEXT
        );
        CREATE INDEX store_edits_group ON store_edits (edit_group);
        CREATE INDEX store_edits_name ON store_edits (what, name);
    """)
