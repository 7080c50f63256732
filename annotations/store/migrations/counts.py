"""How many annotations an article has, and how many are reviewed."""

from sqlite_utils import Database


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
    return f"({row}.layer = 'entities' AND {row}.status <> 'rejected' AND NOT {_is_number(row)})"


def _is_reviewed(row: str) -> str:
    return f"({row}.status <> 'suggested' AND NOT {_is_number(row)})"


def _is_unreviewed(row: str) -> str:
    return f"({row}.status = 'suggested' AND NOT {_is_number(row)})"


def _is_number(row: str) -> str:
    """Whether a row has one of `annotations.model.NUMBER_LABELS`, written out for good."""
    labels = "'DATE', 'TIME', 'PERCENT', 'MONEY', 'QUANTITY', 'ORDINAL', 'CARDINAL'"
    return f"({row}.layer = 'entities' AND {row}.label IN ({labels}))"
