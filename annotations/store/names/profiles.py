"""What the articles of a store have of each name: quotes, figures, months and passages.

Reads of a whole store; with many articles they take seconds, so that screens ask for them in a
thread, with a connection of its own.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from annotations.store.connection import Connection
from annotations.store.names.spots import SPOTS
from annotations.store.names.timelines import Day, days
from annotations.store.names.values import NameGroup
from annotations.text import whole_words

_CONTEXT = 60
"""Characters shown on either side of a mention."""


class PassageKind(StrEnum):
    """What stands at a passage."""

    QUOTE = "quote"
    """Somebody with the name says it."""
    FIGURE = "figure"
    """It counts casualties at the place of the name."""
    MENTION = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What all articles have of a name."""

    name: str
    group: NameGroup
    articles: int
    mentions: int
    quotes: int
    """Said by somebody of the name; 0 for what cannot speak."""
    figures: int
    """Casualty figures at the place of the name."""
    months: tuple[tuple[str, int], ...]
    """Articles by the month in which they appeared, as "2016-10", in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article that has to do with a name."""

    kind: PassageKind
    annotation_id: int
    article_id: str
    title: str
    source: str | None
    published: str | None
    """ISO 8601."""
    start: int
    end: int
    text: str
    """The quote or the figure with its category; a mention with what stands around it."""
    category: str | None = None
    """Of a figure: what happened to those whom it counts."""


_WRITTEN = """
    CREATE TABLE temp.written AS
    SELECT x.key AS article, n.written, n.label, n.name, n.published, n.mentions
    FROM name_articles AS n JOIN articles AS x ON x.id = n.article_id
    WHERE n.grouping = :grouping AND n.name = coalesce(:name, n.name)
"""
"""Where the names asked for stand: a table of this connection's own, since to work it out takes
longer than all that is then read from it."""

_COUNTED = """
    SELECT name, count(DISTINCT article) AS articles, sum(mentions) AS mentions FROM temp.written
    GROUP BY name ORDER BY articles DESC, mentions DESC, name
"""

_MONTHS = """
    SELECT name, substr(published, 1, 7), count(DISTINCT article) FROM temp.written
    WHERE published IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
"""

_QUOTED = """
    SELECT w.name, count(*) FROM annotations AS q
        JOIN (SELECT DISTINCT article, written, name FROM temp.written) AS w
        ON w.article = q.article AND w.written = q.speaker_name
    WHERE q.layer = 'quotes' AND q.status <> 'rejected' GROUP BY w.name
"""

_FIGURES = f"""
    {SPOTS}
    SELECT s.name, count(*) FROM spots AS s JOIN annotations AS f
        ON f.article = s.article AND f.latitude = s.latitude AND f.longitude = s.longitude
    WHERE f.layer = 'casualties' AND f.status <> 'rejected' GROUP BY s.name
"""

_PASSAGES = f"""
    {SPOTS}
    SELECT 'quote' AS kind, q.id, q.article, q.start, q."end", q.text, NULL AS category
        FROM annotations AS q
        JOIN (SELECT DISTINCT article, written FROM temp.written) AS w
        ON w.article = q.article AND w.written = q.speaker_name
        WHERE q.layer = 'quotes' AND q.status <> 'rejected'
    UNION ALL
    SELECT 'figure', f.id, f.article, f.start, f."end", f.category || ': ' || f.text,
        f.category FROM spots AS s
        JOIN annotations AS f
        ON f.article = s.article AND f.latitude = s.latitude AND f.longitude = s.longitude
        WHERE f.layer = 'casualties' AND f.status <> 'rejected'
    UNION ALL
    SELECT 'mention', e.id, e.article, e.start, e."end", NULL, NULL
        FROM temp.written AS w JOIN annotations AS e
        ON e.article = w.article AND e.name = w.written AND e.label = w.label
        WHERE e.layer = 'entities' AND e.status <> 'rejected'
"""

_FOUND = f"""
    SELECT p.kind, p.id, x.id, x.title, x.source, x.published, p.start, p."end",
        p.text,
        CASE WHEN p.text IS NULL THEN substr(x.text, p.start + 1 - min(p.start, {_CONTEXT} + 1),
            min(p.start, {_CONTEXT} + 1) + p."end" - p.start + {_CONTEXT} + 1) END,
        p.category
    FROM ({_PASSAGES}) AS p JOIN articles AS x ON x.key = p.article
    WHERE typeof(p.start) = 'integer' AND typeof(p."end") = 'integer'
    ORDER BY x.published DESC NULLS LAST, x.key, p.start, p.kind
"""


def _around(stretch: str, start: int, end: int) -> str:
    """What stands around a mention `[start, end)`, in whole words.

    Args:
        stretch: One character more than `_CONTEXT` on either side, unless the text ends before.
        start: Where the mention begins in the text.
        end: One past its end.
    """
    first = min(start, _CONTEXT + 1)
    last = first + end - start
    before = whole_words(stretch[:first], begins=start <= _CONTEXT, ends=True)
    behind = whole_words(stretch[last:], begins=True, ends=len(stretch) - last <= _CONTEXT)
    return f"{before}{stretch[first:last]}{behind}"


class Profiles:
    """What the articles of a store have of each name."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def all(self, group: NameGroup) -> list[Profile]:
        """Every name of a group, those in most articles first."""
        with self._connection.reading():
            self._choose(group)
            counted = self._connection.rows(_COUNTED)
            quotes: dict[str, int] = dict(self._connection.rows(_QUOTED))
            figures: dict[str, int] = dict(self._connection.rows(_FIGURES))
            months = self._months()
        return [
            Profile(
                name=name,
                group=group,
                articles=articles,
                mentions=mentions,
                quotes=quotes.get(name, 0),
                figures=figures.get(name, 0),
                months=tuple(months.get(name, ())),
            )
            for name, articles, mentions in counted
        ]

    def passages(self, name: str, group: NameGroup) -> list[Passage]:
        """Where a name speaks, has figures and is mentioned: newest articles first, in text order.

        Args:
            name: As it is listed.
            group: What it is the name of.
        """
        with self._connection.reading():
            self._choose(group, name)
            found = self._connection.rows(_FOUND)
        return [_passage(*row) for row in found]

    def timeline(self, name: str, group: NameGroup) -> list[Day]:
        """What each day has of a name, in order; days without anything are left out.

        Args:
            name: As it is listed.
            group: What it is the name of.
        """
        with self._connection.reading():
            self._choose(group, name)
            return days(self._connection)

    def listed_as(self, written: str, article_id: str) -> tuple[str, NameGroup] | None:
        """How a name that an article writes is listed, and of what; null if it is not.

        Where it is the name of several things, it is that of the most mentions.
        """
        found = self._connection.rows(
            """
            SELECT name, grouping FROM name_articles WHERE article_id = ? AND written = ?
            ORDER BY mentions DESC, grouping LIMIT 1
            """,
            (article_id, written),
        )
        return next(((name, NameGroup(group)) for name, group in found), None)

    def _choose(self, group: NameGroup, name: str | None = None) -> None:
        """Find where the names of a group stand, or one of them."""
        self._connection.execute("DROP TABLE IF EXISTS temp.written")
        self._connection.execute(_WRITTEN, {"grouping": group.value, "name": name})

    def _months(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for name, month, articles in self._connection.rows(_MONTHS):
            found[name].append((month, articles))
        return found


def _passage(
    kind: str,
    annotation_id: int,
    article_id: str,
    title: str | None,
    source: str | None,
    published: str | None,
    start: int,
    end: int,
    text: str | None,
    around: str,
    category: str | None,
) -> Passage:
    shown = _around(around, start, end) if text is None else text
    return Passage(
        kind=PassageKind(kind),
        annotation_id=annotation_id,
        article_id=article_id,
        title=title or "",
        source=source,
        published=published,
        start=start,
        end=end,
        text=" ".join(shown.split()),
        category=category,
    )
