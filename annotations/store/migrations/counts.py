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
