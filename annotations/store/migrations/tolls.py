"""How many people each article says were killed, injured and so on."""

from sqlite_utils import Database

_CATEGORIES = (
    *("killed", "injured", "casualties", "missing", "trapped"),
    *("displaced", "evacuated", "detained", "abducted", "freed"),
)
"""Those of `annotations.model.Category`, written out for good."""
_SAYING = (
    *("article", "layer", "status", "start", '"end"', "text", "category", "num_start", "num_end"),
    *("count_low", "count_high", "count_best", "qualifier", "victim_type", "place", "claimed_by"),
    *("negated", "hypothetical", "subset", "incremental", "historical", "implicit", "rate"),
    "vague_rule",
)
"""The columns that what an article says follows from."""


def keep_tolls(db: Database) -> None:
    """A row for each article whose figures were summed up since they last changed.

    SQL cannot sum them up, so triggers only take out what holds no longer.
    """
    columns = ", ".join(f"{category} INTEGER" for category in _CATEGORIES)
    db.execute(f"""
        CREATE TABLE article_tolls (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE, {columns}
        )
    """)
    db.executescript(f"""
        CREATE TRIGGER annotations_told AFTER INSERT ON annotations
        WHEN new.layer = 'casualties' BEGIN
            {_forget("new")}
        END;
        CREATE TRIGGER annotations_untold AFTER DELETE ON annotations
        WHEN old.layer = 'casualties' BEGIN
            {_forget("old")}
        END;
        {_retelling(_SAYING)}
    """)


def weigh_running_totals(db: Database) -> None:
    """Sum up anew what depends on which figures are running totals, and follow their changes."""
    db.executescript(f"""
        DROP TRIGGER annotations_retold;
        {_retelling((*_SAYING, "cumulative"))}
        DELETE FROM article_tolls;
    """)


def _retelling(columns: tuple[str, ...]) -> str:
    return f"""
        CREATE TRIGGER annotations_retold AFTER UPDATE OF {", ".join(columns)} ON annotations
        WHEN 'casualties' IN (old.layer, new.layer) BEGIN
            {_forget("old")}
            {_forget("new")}
        END;
    """


def _forget(row: str) -> str:
    return f"DELETE FROM article_tolls WHERE article = {row}.article;"
