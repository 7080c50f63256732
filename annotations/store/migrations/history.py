"""What detectors and people did: runs and edits."""

from sqlite_utils import Database


def create_runs(db: Database) -> None:
    """Which detector ran on which article, also when it found nothing."""
    db.executescript("""
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            detector TEXT NOT NULL,
            version TEXT NOT NULL,
            at TEXT NOT NULL,
            entities INTEGER NOT NULL,
            quotes INTEGER NOT NULL,
            casualties INTEGER NOT NULL
        );
        CREATE INDEX runs_article ON runs (article);
    """)


def create_edit_log(db: Database) -> None:
    """Every edit, in groups that are undone and redone as a whole.

    `undone_as` orders the undone groups by when that was. An edit without an annotation is one
    of an article's tags and note. Before and after are records of the interchange format.
    """
    db.executescript("""
        CREATE TABLE edit_groups (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            annotator TEXT NOT NULL,
            at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
            undone_as INTEGER CHECK ((state = 'undone') = (undone_as IS NOT NULL))
        );
        CREATE INDEX edit_groups_done ON edit_groups (id) WHERE state = 'done';
        CREATE INDEX edit_groups_undone ON edit_groups (undone_as) WHERE state = 'undone';

        CREATE TABLE edits (
            id INTEGER PRIMARY KEY,
            edit_group INTEGER NOT NULL REFERENCES edit_groups (id) ON DELETE CASCADE,
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            annotation INTEGER,
            layer TEXT CHECK ((layer IS NULL) = (annotation IS NULL)),
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after))
        );
        CREATE INDEX edits_group ON edits (edit_group);
        CREATE INDEX edits_article ON edits (article, edit_group);
        CREATE INDEX edits_annotation ON edits (annotation) WHERE annotation IS NOT NULL;
    """)
