"""The steps that make a store's schema, each run once per file and never changed afterwards.

A file records the steps it has seen in `_sqlite_migrations`. To change the schema, add a
function here and its name to `annotations.store.schema.STEPS`.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from annotations.store.names import schema as names
from annotations.store.schema import APPLICATION_ID, MIGRATION_SET

steps = Migrations(MIGRATION_SET)


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that a file still needs, inside the caller's transaction."""
    steps.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


@steps()
def create_articles(db: Database) -> None:
    """Articles with their tags and notes.

    An article is referred to by its integer key: VACUUM may renumber rows without one, which
    would detach the full-text index. Its text comes last so that reading the other columns
    never touches the pages it overflows to. Notes stand apart because an update of the article
    would index its text again.
    """
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.executescript("""
        CREATE TABLE articles (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            title TEXT,
            source TEXT,
            url TEXT,
            published TEXT,
            byline TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(byline)),
            language TEXT,
            added_at TEXT NOT NULL,
            text TEXT NOT NULL
        );
        CREATE UNIQUE INDEX articles_id ON articles (id);
        CREATE INDEX articles_title ON articles (title COLLATE NOCASE);
        CREATE INDEX articles_source ON articles (source COLLATE NOCASE);
        CREATE INDEX articles_published ON articles (published);

        CREATE TABLE article_notes (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
            note TEXT NOT NULL
        );
        CREATE TABLE article_tags (
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            tag TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (article, tag)
        ) WITHOUT ROWID;
        CREATE INDEX article_tags_tag ON article_tags (tag);
    """)


@steps()
def create_annotations(db: Database) -> None:
    """Annotations of all layers in one table, null where a column does not apply.

    AUTOINCREMENT keeps ids from being used twice, because the edit log goes on referring to
    annotations that were removed.
    """
    db.executescript("""
        CREATE TABLE annotations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            layer TEXT NOT NULL CHECK (layer IN ('entities', 'quotes', 'casualties')),
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL CHECK (0 <= start AND start < "end"),
            text TEXT NOT NULL,
            status TEXT NOT NULL
                CHECK (status IN ('suggested', 'accepted', 'corrected', 'added', 'rejected')),
            note TEXT, annotator TEXT, detector TEXT,
            label TEXT, name TEXT,
            type TEXT,
            speaker_start INTEGER, speaker_end INTEGER, speaker TEXT,
            cue_start INTEGER, cue_end INTEGER, cue TEXT,
            speaker_name TEXT,
            num_start INTEGER, num_end INTEGER,
            category TEXT,
            count_low INTEGER, count_high INTEGER, count_best INTEGER,
            qualifier TEXT, victim_type TEXT, place TEXT, date TEXT, claimed_by TEXT,
            negated INTEGER, hypothetical INTEGER,
            subset INTEGER, incremental INTEGER, cumulative INTEGER,
            CHECK (coalesce(label, type, category) IS NOT NULL)
        );
        CREATE INDEX annotations_article ON annotations (article, start, "end" DESC);

        CREATE TABLE annotation_tags (
            annotation INTEGER NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
            tag TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (annotation, tag)
        ) WITHOUT ROWID;
        CREATE INDEX annotation_tags_tag ON annotation_tags (tag);
    """)


@steps()
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


@steps()
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


@steps()
def create_counts(db: Database) -> None:
    """How many annotations each article has, kept by triggers so that no list has to count."""
    db.executescript("""
        CREATE TABLE article_counts (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
            entities INTEGER NOT NULL DEFAULT 0,
            quotes INTEGER NOT NULL DEFAULT 0,
            casualties INTEGER NOT NULL DEFAULT 0,
            reviewed INTEGER NOT NULL DEFAULT 0,
            unreviewed INTEGER NOT NULL DEFAULT 0
        );
        CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
            INSERT INTO article_counts (article) VALUES (new.key);
        END;
    """)
    db.executescript(f"""
        CREATE TRIGGER annotations_counted AFTER INSERT ON annotations BEGIN
            {_count("+", "new")}
        END;
        CREATE TRIGGER annotations_discounted AFTER DELETE ON annotations BEGIN
            {_count("-", "old")}
        END;
        CREATE TRIGGER annotations_recounted AFTER UPDATE OF article, layer, status ON annotations
        BEGIN
            {_count("-", "old")}
            {_count("+", "new")}
        END;
    """)


def _count(sign: str, row: str) -> str:
    """The statement that adds a row to its article's counts, or takes it away."""
    shown = f"{row}.status <> 'rejected'"
    return f"""
        UPDATE article_counts SET
            entities = entities {sign} ({row}.layer = 'entities' AND {shown}),
            quotes = quotes {sign} ({row}.layer = 'quotes' AND {shown}),
            casualties = casualties {sign} ({row}.layer = 'casualties' AND {shown}),
            reviewed = reviewed {sign} ({row}.status <> 'suggested'),
            unreviewed = unreviewed {sign} ({row}.status = 'suggested')
        WHERE article = {row}.article;
    """


@steps()
def create_views(db: Database) -> None:
    """A layer a view, with the columns that apply to it."""
    layers = {
        "entities": ("entities", "label name"),
        "quotes": (
            "quotes",
            "type speaker_start speaker_end speaker cue_start cue_end cue speaker_name",
        ),
        "casualty_figures": (
            "casualties",
            "num_start num_end category count_low count_high count_best qualifier victim_type "
            "place date claimed_by negated hypothetical subset incremental cumulative",
        ),
    }
    for view, (layer, columns) in layers.items():
        _create_view(db, view, layer, columns)


def _create_view(db: Database, view: str, layer: str, columns: str) -> None:
    own = ", ".join(f"n.{column}" for column in columns.split())
    db.execute(f"""
        CREATE VIEW {view} AS
        SELECT a.id AS article_id, n.start, n."end", n.text, n.status, {own},
            n.id, n.annotator, n.detector, n.note,
            (SELECT group_concat(tag, ', ') FROM (
                SELECT tag FROM annotation_tags WHERE annotation = n.id ORDER BY position
            )) AS tags
        FROM annotations AS n JOIN articles AS a ON a.key = n.article
        WHERE n.layer = '{layer}'
    """)


@steps()
def create_search(db: Database) -> None:
    """Full text over title and text, without accents and inflections."""
    db.table("articles").enable_fts(
        ["title", "text"],
        create_triggers=True,
        tokenize="porter unicode61 remove_diacritics 2",
    )


@steps()
def extend_casualty_figures(db: Database) -> None:
    """What a monitor needs beside the count: who claims it, when exactly, and what found it."""
    for column in (
        "victim_group TEXT",
        "date_iso TEXT",
        *("claimed_in_start INTEGER", "claimed_in_end INTEGER", "claimed_in TEXT"),
        *("part_of_start INTEGER", "part_of_end INTEGER", "part_of TEXT"),
        "historical INTEGER",
        "rate TEXT",
        "implicit INTEGER",
        *("vague_rule TEXT", "rule TEXT", "confidence TEXT"),
    ):
        db.execute(f"ALTER TABLE annotations ADD COLUMN {column}")
    db.execute("DROP VIEW casualty_figures")
    _create_view(
        db,
        "casualty_figures",
        "casualties",
        "num_start num_end category count_low count_high count_best qualifier vague_rule "
        "victim_type victim_group place date date_iso "
        "claimed_by claimed_in_start claimed_in_end claimed_in "
        "negated hypothetical subset part_of_start part_of_end part_of "
        "incremental cumulative historical rate implicit rule confidence",
    )


@steps()
def extend_quotes(db: Database) -> None:
    """Which parts are one utterance, and which rules found quotes, their speakers and names."""
    for column in (
        *("utterance_start INTEGER", "utterance_end INTEGER", "utterance TEXT"),
        "speaker_rule TEXT",
    ):
        db.execute(f"ALTER TABLE annotations ADD COLUMN {column}")
    for view in ("entities", "quotes"):
        db.execute(f"DROP VIEW {view}")
    _create_view(db, "entities", "entities", "label name rule confidence")
    _create_view(
        db,
        "quotes",
        "quotes",
        "type speaker_start speaker_end speaker cue_start cue_end cue speaker_name speaker_rule "
        "utterance_start utterance_end utterance rule confidence",
    )


@steps()
def locate_names_and_figures(db: Database) -> None:
    """Where places lie, and with them what is counted there."""
    for column in (
        *("country TEXT", "latitude REAL", "longitude REAL"),
        *("geo_precision TEXT", "geo_alternatives TEXT"),
    ):
        db.execute(f"ALTER TABLE annotations ADD COLUMN {column}")
    for view in ("entities", "casualty_figures"):
        db.execute(f"DROP VIEW {view}")
    _create_view(
        db,
        "entities",
        "entities",
        "label name country latitude longitude geo_precision geo_alternatives rule confidence",
    )
    _create_view(
        db,
        "casualty_figures",
        "casualties",
        "num_start num_end category count_low count_high count_best qualifier vague_rule "
        "victim_type victim_group place country latitude longitude geo_precision date date_iso "
        "claimed_by claimed_in_start claimed_in_end claimed_in "
        "negated hypothetical subset part_of_start part_of_end part_of "
        "incremental cumulative historical rate implicit rule confidence",
    )


@steps()
def index_names(db: Database) -> None:
    """Which names are the same across articles, as a person decides."""
    db.executescript(names.TABLES)
    db.executescript(names.VIEWS)
