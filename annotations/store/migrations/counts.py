"""How many annotations an article has, and how many are reviewed."""

from collections.abc import Callable, Mapping

from sqlite_utils import Database

_COUNTED = ("layer", "status", "label", "confidence")
"""The columns that counts follow from; the article of an annotation never changes."""


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


def count_without_numbers(db: Database) -> None:
    """Names apart from numbers and dates, which do not count as work to review either.

    They are hidden when an article opens, so that nobody would ever be done with what they see.
    """
    db.execute("ALTER TABLE article_counts ADD COLUMN names INTEGER NOT NULL DEFAULT 0")
    db.execute(f"""
        UPDATE article_counts SET (names, reviewed, unreviewed) = (
            SELECT
                coalesce(sum({_is_name("n")}), 0),
                coalesce(sum({_is_reviewed("n")}), 0),
                coalesce(sum({_is_unreviewed("n")}), 0)
            FROM annotations AS n WHERE n.article = article_counts.article
        )
    """)
    for trigger in ("annotations_counted", "annotations_discounted", "annotations_recounted"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.executescript(f"""
        CREATE TRIGGER annotations_counted AFTER INSERT ON annotations BEGIN
            {_count_without_numbers("+", "new")}
        END;
        CREATE TRIGGER annotations_discounted AFTER DELETE ON annotations BEGIN
            {_count_without_numbers("-", "old")}
        END;
        CREATE TRIGGER annotations_recounted
        AFTER UPDATE OF article, layer, status, label ON annotations
        BEGIN
            {_count_without_numbers("-", "old")}
            {_count_without_numbers("+", "new")}
        END;
    """)


def _count_without_numbers(sign: str, row: str) -> str:
    """The statement that adds a row to its article's counts, or takes it away."""
    shown = f"{row}.status <> 'rejected'"
    return f"""
        UPDATE article_counts SET
            entities = entities {sign} ({row}.layer = 'entities' AND {shown}),
            names = names {sign} {_is_name(row)},
            quotes = quotes {sign} ({row}.layer = 'quotes' AND {shown}),
            casualties = casualties {sign} ({row}.layer = 'casualties' AND {shown}),
            reviewed = reviewed {sign} {_is_reviewed(row)},
            unreviewed = unreviewed {sign} {_is_unreviewed(row)}
        WHERE article = {row}.article;
    """


def _is_name(row: str) -> str:
    """Whether a row is a name, and was not rejected."""
    return f"({row}.layer = 'entities' AND {row}.status <> 'rejected' AND NOT {_is_number(row)})"


def _is_reviewed(row: str) -> str:
    """Whether a row was decided, and is no number."""
    return f"({row}.status <> 'suggested' AND NOT {_is_number(row)})"


def _is_unreviewed(row: str) -> str:
    """Whether a row waits for a decision, and is no number."""
    return f"({row}.status = 'suggested' AND NOT {_is_number(row)})"


def _is_number(row: str) -> str:
    """Whether a row has one of `annotations.model.NUMBER_LABELS`, written out for good.

    Behind an IN, SQLite would put the labels into a table of its own each time that a trigger asks,
    which takes ten times as long as all the rest of it.
    """
    labels = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL")
    is_one = " OR ".join(f"{row}.label = '{each}'" for each in labels)
    return f"({row}.layer = 'entities' AND ({is_one}))"


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
            {_change("new", lambda counted: f"+ {counted('new')}")}
        END;
        CREATE TRIGGER annotations_discounted AFTER DELETE ON annotations BEGIN
            {_change("old", lambda counted: f"- {counted('old')}")}
        END;
        CREATE TRIGGER annotations_recounted
        AFTER UPDATE OF {", ".join(_COUNTED)} ON annotations WHEN {changed} BEGIN
            {_change("new", lambda counted: f"- {counted('old')} + {counted('new')}")}
        END;
    """)


_Counted = Callable[[str], str]
"""An expression for 1 if a row, given by its name, counts in a column, else 0."""


def _change(row: str, term: Callable[[_Counted], str]) -> str:
    """The statement that brings the counts of a row's article up to date.

    Args:
        row: What the row is called.
        term: What is added to a column, from what says whether a row counts in it.
    """
    terms = (f"{column} = {column} {term(counted)}" for column, counted in _COLUMNS.items())
    return f"UPDATE article_counts SET {', '.join(terms)} WHERE article = {row}.article;"


def _shown(layer: str) -> _Counted:
    return lambda row: f"({row}.layer = '{layer}' AND {row}.status <> 'rejected')"


def _waits(row: str, confidence: str) -> str:
    is_so = f"coalesce({row}.confidence, '') = '{confidence}'"
    return f"({_is_unreviewed(row)} AND {is_so})"


_COLUMNS: Mapping[str, _Counted] = {
    "entities": _shown("entities"),
    "names": _is_name,
    "quotes": _shown("quotes"),
    "casualties": _shown("casualties"),
    "reviewed": _is_reviewed,
    "unreviewed": _is_unreviewed,
    "unreviewed_low": lambda row: _waits(row, "low"),
    "unreviewed_high": lambda row: _waits(row, "high"),
}
