"""The orders in which articles can be listed, each worked out once for as long as it holds."""

import json
from array import array
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from annotations.model import Category
from annotations.store.connection import Connection
from annotations.store.matching import MATCHING, match_expression
from annotations.store.natural import in_natural_order
from annotations.store.states import CLOSED

if TYPE_CHECKING:
    from annotations.filters import Word

BEST = "match"
"""The order in which those articles come first that the words sought fit best."""
_TITLE = "title"
_FROM_ARTICLES = {
    "published": "published",
    _TITLE: "title COLLATE NOCASE",
    "source": "source COLLATE NOCASE",
    "tags": "(SELECT min(tag) FROM article_tags WHERE article = key)",
    BEST: "published",
}
TOLLS = "figures"
"""The order by how many people an article says were killed, then injured and so on."""
COUNTED_FIGURES = "figure-count"
"""The order by how many figures an article has."""
_FROM_COUNTS = {
    COUNTED_FIGURES: "casualties",
    "quotes": "quotes",
    "names": "names",
    "unreviewed": f"CASE WHEN article IN ({CLOSED}) THEN 0 ELSE unreviewed END",
    "added": "article",
}
"""All of them in a small table; that of the articles is as large as their texts."""
_TOLD = "article_counts LEFT JOIN article_tolls USING (article)"
_FROM_TOLLS = (
    *(f"article_tolls.{category}" for category in Category),
    f"article_counts.{_FROM_COUNTS[COUNTED_FIGURES]}",
)
"""The most killed first, of equals the most injured and so on."""

SORTS = (
    *("published", "title", "source", "tags", TOLLS, COUNTED_FIGURES, "quotes", "names"),
    *("unreviewed", "added", BEST),
)
"""What articles can be sorted by."""
SMALLEST_FIRST = frozenset({"title", "source", "tags"})
"""The orders that begin with the smallest where nobody says otherwise."""

_FEW = 2_000
"""Articles that are sooner sorted by themselves than picked from all in their order."""
_WEIGHTED = "rank MATCH 'bm25(5.0, 1.0)'"
"""Makes a word in the title weigh five times as much as one in the text."""


class Orders:
    """The keys of articles in order."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def first(self, sort: str, *, descending: bool, limit: int) -> "array[int]":
        """The first of all articles in an order."""
        if sort == _TITLE:
            return self.of_all(sort, descending=descending)[:limit]
        statement = _statement(sort, descending=descending)
        return array("q", self._connection.column(f"{statement} LIMIT ?", (limit,)))

    def of_all(self, sort: str, *, descending: bool) -> "array[int]":
        """All articles in an order; not to be changed."""
        return self._connection.remembered(
            (sort, descending), lambda: self._read(sort, descending=descending)
        )

    def of(self, keys: Collection[int], sort: str, *, descending: bool) -> "array[int]":
        """Some articles in an order."""
        if len(keys) > _FEW:
            order = self.of_all(sort, descending=descending)
            if len(keys) == len(order):
                return order
            return array("q", [key for key in order if key in keys])
        return self._read(sort, descending=descending, among=keys)

    def _read(
        self, sort: str, *, descending: bool, among: Collection[int] | None = None
    ) -> "array[int]":
        """Some articles in an order; all if it does not say which."""
        some = "" if among is None else "(SELECT value FROM json_each(?))"
        statement = _statement(sort, descending=descending, among=some)
        parameters = () if among is None else (json.dumps(list(among)),)
        if sort == _TITLE:
            rows = self._connection.stream(statement, parameters)
            return array("q", in_natural_order(rows, descending=descending))
        return array("q", self._connection.column(statement, parameters))

    def ranked(self, words: "Sequence[Word]") -> list[int]:
        """The articles with some words, the best match first."""
        statement = f"{MATCHING} AND {_WEIGHTED} ORDER BY rank"
        return self._connection.column(statement, (match_expression(words),))


def _statement(sort: str, *, descending: bool, among: str = "") -> str:
    """The statement that selects keys in an order, with titles where these have to be compared.

    Raises:
        ValueError: If there is no such order.
    """
    if sort not in SORTS:
        raise ValueError(f"cannot sort by {sort!r}, only by {', '.join(SORTS)}")
    direction = "DESC" if descending else "ASC"
    table, key, values = _source(sort)
    order = ", ".join(f"{value} {direction} NULLS LAST" for value in values)
    columns = f"{key}, title" if sort == _TITLE else key
    return (
        f"SELECT {columns} FROM {table} {f'WHERE {key} IN {among}' if among else ''} "
        f"ORDER BY {order}, {key} {direction}"
    )


def _source(sort: str) -> tuple[str, str, Sequence[str]]:
    """The table that an order is read from, its key, and what is compared, weightiest first."""
    if sort == TOLLS:
        return _TOLD, "article", _FROM_TOLLS
    if sort in _FROM_COUNTS:
        return "article_counts", "article", (_FROM_COUNTS[sort],)
    return "articles", "key", (_FROM_ARTICLES[sort],)
