"""Which names are the same across articles, and which names there are."""

from sqlite_utils import Database

from annotations.store.names import schema


def index_names(db: Database) -> None:
    """Which names are the same across articles, as a person decides."""
    db.executescript(schema.TABLES)
    db.executescript(schema.VIEWS)


def index_written_names(db: Database) -> None:
    """Every name once, with its words indexed, so that a part of it finds it at once.

    A name that no annotation has any more may stay: it finds nothing then.
    """
    db.executescript("""
        CREATE TABLE written_names (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE VIRTUAL TABLE written_names_fts USING fts5(
            name, content = 'written_names', content_rowid = 'key',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER written_names_indexed AFTER INSERT ON written_names BEGIN
            INSERT INTO written_names_fts (rowid, name) VALUES (new.key, new.name);
        END;
        CREATE TRIGGER annotations_named AFTER INSERT ON annotations
        WHEN new.layer = 'entities' AND new.name IS NOT NULL BEGIN
            INSERT OR IGNORE INTO written_names (name) VALUES (new.name);
        END;
        CREATE TRIGGER annotations_renamed AFTER UPDATE OF name ON annotations
        WHEN new.layer = 'entities' AND new.name IS NOT NULL AND new.name IS NOT old.name BEGIN
            INSERT OR IGNORE INTO written_names (name) VALUES (new.name);
        END;
        INSERT OR IGNORE INTO written_names (name)
            SELECT DISTINCT name FROM annotations
            WHERE layer = 'entities' AND name IS NOT NULL AND status <> 'rejected';
    """)


def index_claimants(db: Database) -> None:
    """Who claims a figure, so that all that a name claims is found at once."""
    db.executescript("""
        CREATE INDEX annotations_claimant
            ON annotations (claimed_by, article, start, status, category)
            WHERE layer = 'casualties' AND status <> 'rejected' AND claimed_by IS NOT NULL;
    """)


def log_name_decisions(db: Database) -> None:
    """Merges and splits of names in the log of edits, each with its row before and after."""
    db.executescript("""
        CREATE TABLE name_edits (
            id INTEGER PRIMARY KEY,
            edit_group INTEGER NOT NULL REFERENCES edit_groups (id) ON DELETE CASCADE,
            decision TEXT NOT NULL CHECK (decision IN ('merge', 'split')),
            decision_id INTEGER NOT NULL,
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after))
        );
        CREATE INDEX name_edits_group ON name_edits (edit_group);
    """)
