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


def sum_up_edits(db: Database) -> None:
    """What each group did as a whole, and the groups of a person and of a day.

    Of the kinds before and after, each stands there if all changes of the group share it.
    """
    db.executescript("""
        ALTER TABLE edit_groups ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE edit_groups ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE edit_groups ADD COLUMN layer TEXT;
        ALTER TABLE edit_groups ADD COLUMN kind_before TEXT;
        ALTER TABLE edit_groups ADD COLUMN kind_after TEXT;
        CREATE INDEX edit_groups_annotator ON edit_groups (annotator);
        CREATE INDEX edit_groups_at ON edit_groups (at);

        UPDATE edit_groups SET articles = s.articles
        FROM (
            SELECT edit_group, count(DISTINCT article) AS articles FROM edits GROUP BY edit_group
        ) AS s
        WHERE id = s.edit_group;

        WITH kinds AS (
            SELECT edit_group, layer,
                coalesce(
                    json_extract(before, '$.label'),
                    json_extract(before, '$.type'),
                    json_extract(before, '$.category')
                ) AS was,
                coalesce(
                    json_extract(after, '$.label'),
                    json_extract(after, '$.type'),
                    json_extract(after, '$.category')
                ) AS became
            FROM edits WHERE annotation IS NOT NULL
        ), sums AS (
            SELECT edit_group, count(*) AS changes,
                iif(min(layer) = max(layer), min(layer), NULL) AS layer,
                iif(min(was) = max(was) AND count(was) = count(*), min(was), NULL) AS was,
                iif(min(became) = max(became) AND count(became) = count(*), min(became), NULL)
                    AS became
            FROM kinds GROUP BY edit_group
        )
        UPDATE edit_groups
        SET changes = s.changes, layer = s.layer, kind_before = s.was, kind_after = s.became
        FROM sums AS s WHERE id = s.edit_group;
    """)
