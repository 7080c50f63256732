"""When a name is in the articles: what each day has of it."""

from collections import defaultdict
from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.names.spots import SPOTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What the articles of one day have of a name."""

    day: str
    """On which they appeared, as "2016-10-28", or as much of it as is known."""
    articles: int = 0
    quotes: int = 0
    """Said by somebody of the name."""
    killed: int = 0
    """The highest figure at the place of the name, and no sum: articles repeat each other."""
    injured: int = 0


_ARTICLES = """
    SELECT substr(published, 1, 10), 'articles', count(DISTINCT article) FROM temp.written
    WHERE published IS NOT NULL GROUP BY 1
"""

_QUOTES = """
    SELECT substr(w.published, 1, 10), 'quotes', count(*) FROM annotations AS q
        JOIN (SELECT DISTINCT article, written, published FROM temp.written) AS w
        ON w.article = q.article AND w.written = q.speaker_name
    WHERE q.layer = 'quotes' AND q.status <> 'rejected' AND w.published IS NOT NULL GROUP BY 1
"""

_TOLLS = f"""
    {SPOTS}
    SELECT substr(x.published, 1, 10), f.category, max(f.count_best) FROM spots AS s
        JOIN annotations AS f
            ON f.article = s.article AND f.latitude = s.latitude AND f.longitude = s.longitude
        JOIN articles AS x ON x.key = s.article
    WHERE f.layer = 'casualties' AND f.status <> 'rejected' AND x.published IS NOT NULL
        AND f.category IN ('killed', 'injured') AND f.count_best > 0
        AND NOT coalesce(f.negated, 0) AND NOT coalesce(f.hypothetical, 0)
        AND NOT coalesce(f.historical, 0) AND NOT coalesce(f.subset, 0)
        AND NOT coalesce(f.rate, 0)
    GROUP BY 1, 2
"""
"""Only what an article asserts of its own event counts, as in the summary of its tolls."""


def days(connection: Connection) -> list[Day]:
    """What each day has of the name whose articles stand in `temp.written`, in order."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for sql in (_ARTICLES, _QUOTES, _TOLLS):
        for day, what, number in connection.rows(sql):
            found[day][what] = number
    return [Day(day=day, **found[day]) for day in sorted(found)]
