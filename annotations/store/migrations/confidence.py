"""How many annotations of an article wait for a decision, by how sure their detector was."""

from sqlite_utils import Database

_NUMBERS = "'DATE', 'TIME', 'PERCENT', 'MONEY', 'QUANTITY', 'ORDINAL', 'CARDINAL'"
"""`annotations.model.NUMBER_LABELS`, written out for good."""
_COUNTED = ("article", "layer", "status", "label", "confidence")
"""The columns that counts follow from."""


def count_by_confidence(db: Database) -> None:
    """The least and the most sure of the unreviewed ones apart, for a queue to begin with.

    So a queue over very many articles finds those that have any without looking at annotations.
    """
    for column in ("unreviewed_low", "unreviewed_high"):
        db.execute(f"ALTER TABLE article_counts ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    db.execute(f"""
        UPDATE article_counts SET (unreviewed_low, unreviewed_high) = (
            SELECT coalesce(sum({_waits("n", "low")}), 0), coalesce(sum({_waits("n", "high")}), 0)
            FROM annotations AS n WHERE n.article = article_counts.article
        )
    """)
    for trigger in ("annotations_counted", "annotations_discounted", "annotations_recounted"):
        db.execute(f"DROP TRIGGER {trigger}")
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in _COUNTED)
    db.executescript(f"""
        CREATE TRIGGER annotations_counted AFTER INSERT ON annotations BEGIN
            {_count("+", "new")}
        END;
        CREATE TRIGGER annotations_discounted AFTER DELETE ON annotations BEGIN
            {_count("-", "old")}
        END;
        CREATE TRIGGER annotations_recounted
        AFTER UPDATE OF {", ".join(_COUNTED)} ON annotations WHEN {changed} BEGIN
            {_count("-", "old")}
            {_count("+", "new")}
        END;
    """)


def _count(sign: str, row: str) -> str:
    """The statement that adds a row to its article's counts, or takes it away."""
    shown = f"{row}.status <> 'rejected'"
    number = _is_number(row)
    return f"""
        UPDATE article_counts SET
            entities = entities {sign} ({row}.layer = 'entities' AND {shown}),
            names = names {sign} ({row}.layer = 'entities' AND {shown} AND NOT {number}),
            quotes = quotes {sign} ({row}.layer = 'quotes' AND {shown}),
            casualties = casualties {sign} ({row}.layer = 'casualties' AND {shown}),
            reviewed = reviewed {sign} ({row}.status <> 'suggested' AND NOT {number}),
            unreviewed = unreviewed {sign} ({row}.status = 'suggested' AND NOT {number}),
            unreviewed_low = unreviewed_low {sign} {_waits(row, "low")},
            unreviewed_high = unreviewed_high {sign} {_waits(row, "high")}
        WHERE article = {row}.article;
    """


def _waits(row: str, confidence: str) -> str:
    is_so = f"coalesce({row}.confidence, '') = '{confidence}'"
    return f"({row}.status = 'suggested' AND {is_so} AND NOT {_is_number(row)})"


def _is_number(row: str) -> str:
    return f"({row}.layer = 'entities' AND {row}.label IN ({_NUMBERS}))"
