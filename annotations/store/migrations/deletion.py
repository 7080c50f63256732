"""Articles that are deleted, and still there."""

from sqlite_utils import Database

from annotations.store.names import schema


def delete_articles(db: Database) -> None:
    """Which articles a person has deleted; no view shows what they hold."""
    db.executescript("""
        CREATE TABLE deleted_articles (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE
        );
    """)
    for view in ("entities", "quotes", "casualty_figures"):
        made = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (view,)).fetchone()[0]
        db.execute(f"DROP VIEW {view}")
        db.execute(f"{made} AND n.article NOT IN (SELECT article FROM deleted_articles)")
    joined = "CROSS JOIN articles AS x ON x.key = w.article"
    without = f"{joined} AND x.key NOT IN (SELECT article FROM deleted_articles)"
    db.execute("DROP VIEW names")
    db.execute("DROP VIEW name_articles")
    db.executescript(schema.VIEWS.replace(joined, without))
