"""The list of articles: all keys in order, and the rows of those in view."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.model import ArticleState, state_of
from annotations.store.connection import Connection
from annotations.store.copies import copies_of
from annotations.store.orders import BEST, TOLLS, Orders
from annotations.store.rows import tags_by_carrier
from annotations.store.tolls import keep_all

if TYPE_CHECKING:
    from annotations.filters import Query


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
    state: ArticleState
    """How far it is, as a person has said or as follows from the counts."""
    version: int = 1
    """Number of its text."""
    unplaced: int = 0
    """Annotations that have no place in it and wait to be placed by hand."""
    copies: int = 0
    """Other articles that are copies of the same report."""
    copy_of: str | None = None
    """The id of the article that stands for them; null if it is this one, or there are none."""
    language: str | None = None
    """The ISO 639 code of its language; null if it is not known."""


def keys(
    connection: Connection,
    orders: Orders,
    *,
    query: "Query | None",
    sort: str,
    descending: bool,
    limit: int | None,
) -> "array[int]":
    """See `Articles.keys`."""
    from annotations.filters import EVERYTHING  # an article can be shown without
    from annotations.store.filtering import fitting

    query = query or EVERYTHING
    if sort == TOLLS:
        keep_all(connection)
    with connection.reading():
        found = fitting(connection, query)
        if found is None and limit is not None:
            return orders.first(sort, descending=descending, limit=limit)
        if found is None:
            return orders.of_all(sort, descending=descending)
        if sort == BEST and query.sought:
            order = array("q", [key for key in orders.ranked(query.sought) if key in found])
        else:
            order = orders.of(found, sort, descending=descending)
    return order[:limit]


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
                EXISTS (SELECT 1 FROM runs WHERE article = a.key),
                (SELECT state FROM article_states WHERE article = a.key),
                (SELECT number FROM article_versions WHERE article = a.key AND is_current),
                (SELECT count(*) FROM unplaced_annotations WHERE article = a.key), a.language
            FROM json_each(?) AS wanted
                CROSS JOIN articles AS a ON a.key = wanted.value
                CROSS JOIN article_counts AS c ON c.article = a.key
            ORDER BY wanted.key
            """,
            wanted,
        )
        copies = copies_of(connection, keys)
    return [
        _row(*row, tags=tags.get(row[0], ()), copies=copies.get(row[0], (0, None))) for row in found
    ]


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
    given: str | None,
    version: int | None,
    unplaced: int,
    language: str | None,
    *,
    tags: tuple[str, ...],
    copies: tuple[int, str | None],
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
        state=state_of(
            None if given is None else ArticleState(given),
            decided=reviewed,
            undecided=unreviewed,
            run=bool(run),
        ),
        version=version or 1,
        unplaced=unplaced,
        copies=copies[0],
        copy_of=copies[1],
        language=language,
    )
