"""The days on which what articles report happened."""

from sqlite_utils import Database


def index_event_days(db: Database) -> None:
    """The days that figures give, so that articles are found and grouped by them."""
    db.executescript("""
        CREATE INDEX annotations_event_day ON annotations (date_iso, article)
            WHERE layer = 'casualties' AND status <> 'rejected' AND date_iso IS NOT NULL
                AND NOT coalesce(historical, 0);
    """)
