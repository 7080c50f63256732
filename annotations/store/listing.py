"""The list of articles: all keys in order, and the rows of those in view."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.query import match_expression
from annotations.store.rows import tags_by_carrier

_FROM_ARTICLES = {
    "published": "published",
    "title": "title COLLATE NOCASE",
    "source": "source COLLATE NOCASE",
}
_FROM_COUNTS = {
    "figures": "casualties",
    "quotes": "quotes",
    "names": "names",
    "unreviewed": "unreviewed",
    "added": "article",
}
"""All of them in a small table; that of the articles is as large as their texts."""

SORTS = ("published", "title", "source", "figures", "quotes", "names", "unreviewed", "added")
"""What articles can be sorted by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """What a list shows of an article."""

    key: int
    id: str
    title: str
    source: str | None
    published: str | None
    entities: int
    """Like `names`, `quotes` and `casualties`, without rejected ones."""
    names: int
    """The entities that are no numbers or dates."""
    quotes: int
    casualties: int
    reviewed: int
    """Names, quotes and figures that a person has decided on, rejected ones included."""
    unreviewed: int
    """Those that nobody has decided on."""
    tags: tuple[str, ...]
    run: bool
    """Whether a detector has run on it."""


def keys(connection: Connection, *, query: str, sort: str, descending: bool) -> "array[int]":
    """See `Articles.keys`."""
    if sort not in SORTS:
        raise ValueError(f"cannot sort by {sort!r}, only by {', '.join(SORTS)}")
    if sort in _FROM_ARTICLES:
        table, key, value = "articles", "key", _FROM_ARTICLES[sort]
    else:
        table, key, value = "article_counts", "article", _FROM_COUNTS[sort]
    direction = "DESC" if descending else "ASC"
    matching = f"WHERE {key} IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    found = connection.rows(
        f"SELECT {key} FROM {table} {matching if query.strip() else ''} "
        f"ORDER BY {value} {direction} NULLS LAST, {key} {direction}",
        (match_expression(query),) if query.strip() else (),
    )
    return array("q", [row[0] for row in found])


def rows(connection: Connection, keys: Sequence[int]) -> list[ArticleRow]:
    """See `Articles.rows`."""
    wanted = (json.dumps(list(keys)),)
    with connection.reading():
        tags = tags_by_carrier(
            connection.stream(
                """
                SELECT article, tag FROM article_tags
                WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, position
                """,
                wanted,
            )
        )
        found = connection.rows(
            """
            SELECT a.key, a.id, a.title, a.source, a.published,
                c.entities, c.names, c.quotes, c.casualties, c.reviewed, c.unreviewed,
                EXISTS (SELECT 1 FROM runs WHERE article = a.key)
            FROM json_each(?) AS wanted
                CROSS JOIN articles AS a ON a.key = wanted.value
                CROSS JOIN article_counts AS c ON c.article = a.key
            ORDER BY wanted.key
            """,
            wanted,
        )
    return [_row(*row, tags=tags.get(row[0], ())) for row in found]


def _row(
    key: int,
    article_id: str,
    title: str | None,
    source: str | None,
    published: str | None,
    entities: int,
    names: int,
    quotes: int,
    casualties: int,
    reviewed: int,
    unreviewed: int,
    run: int,
    *,
    tags: tuple[str, ...],
) -> ArticleRow:
    return ArticleRow(
        key=key,
        id=article_id,
        title=title or "",
        source=source,
        published=published,
        entities=entities,
        names=names,
        quotes=quotes,
        casualties=casualties,
        reviewed=reviewed,
        unreviewed=unreviewed,
        tags=tags,
        run=bool(run),
    )
