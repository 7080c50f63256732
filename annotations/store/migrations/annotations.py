"""Annotations in their one table, and the views on it, a layer each."""

from sqlite_utils import Database


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
