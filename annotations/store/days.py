"""The day on which what an article reports happened."""

from annotations.store.connection import Connection

DATED = """
    layer = 'casualties' AND status <> 'rejected' AND date_iso IS NOT NULL
    AND NOT coalesce(historical, 0)
"""
"""Figures that have a date and are of the event itself, as their index has it."""

_DAY = "date_iso GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"
"""Those that give a day, or an interval, of which the first day counts."""


def event_days(connection: Connection) -> dict[int, str]:
    """The day of each article, by its key; articles of which none is known are left out.

    It is the day that most of the article's figures give; where none gives a day, that of its
    publication.
    """
    days: dict[int, str] = dict(
        connection.rows("SELECT key, substr(published, 1, 10) FROM articles WHERE published <> ''")
    )
    stated = connection.rows(
        f"""
        SELECT article, day, max(figures) FROM (
            SELECT article, substr(date_iso, 1, 10) AS day, count(*) AS figures
            FROM annotations WHERE {DATED} AND {_DAY}
            GROUP BY article, day
        ) GROUP BY article
        """
    )
    days.update((article, day) for article, day, _ in stated)
    return days


def days_of(connection: Connection, article: int) -> list[str]:
    """All days that the figures of an article give; that of its publication if none does."""
    stated = connection.column(
        f"""
        SELECT DISTINCT substr(date_iso, 1, 10) FROM annotations
        WHERE article = ? AND {DATED} AND {_DAY}
        """,
        (article,),
    )
    if stated:
        return stated
    published = connection.value("SELECT published FROM articles WHERE key = ?", (article,))
    return [published[:10]] if published and len(published) >= 10 else []


def articles_of(connection: Connection, day: str) -> list[int]:
    """The articles whose figures give a day, or that were published on it."""
    return connection.column(
        f"""
        SELECT article FROM annotations WHERE date_iso BETWEEN ?1 AND ?1 || '~' AND {DATED}
        UNION SELECT key FROM articles WHERE published BETWEEN ?1 AND ?1 || '~'
        """,
        (day,),
    )
