"""The orders in which articles can be listed, each worked out once for as long as it holds."""

import json
from array import array
from collections.abc import Collection, Sequence

from annotations.filters import Query, Word
from annotations.store.connection import Connection
from annotations.store.matching import MATCHING, match_expression

BEST = "match"
"""The order in which those articles come first that the words sought fit best."""
_FROM_ARTICLES = {
    "published": "published",
    "title": "title COLLATE NOCASE",
    "source": "source COLLATE NOCASE",
    "tags": "(SELECT min(tag) FROM article_tags WHERE article = key)",
    BEST: "published",
}
_FROM_COUNTS = {
    "figures": "casualties",
    "quotes": "quotes",
    "names": "names",
    "unreviewed": "unreviewed",
    "added": "article",
}
"""All of them in a small table; that of the articles is as large as their texts."""

SORTS = (
    *("published", "title", "source", "tags", "figures", "quotes", "names", "unreviewed", "added"),
    BEST,
)
"""What articles can be sorted by."""

_FEW = 2_000
"""Articles that are sooner sorted by themselves than picked from all in their order."""
_WEIGHTED = "rank MATCH 'bm25(5.0, 1.0)'"
"""Makes a word in the title weigh five times as much as one in the text."""
_MOST_RANKED = 5_000
"""Articles that are ranked: of more, the first would be no better than any, and take long."""


class Orders:
    """The keys of articles in order. Those of all articles are kept until something is written."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection
        self._kept: dict[tuple[str, bool], array[int]] = {}
        self._state = self._current_state()

    def first(self, sort: str, *, descending: bool, limit: int) -> "array[int]":
        """The first of all articles in an order."""
        statement = _statement(sort, descending=descending)
        return array("q", self._connection.column(f"{statement} LIMIT ?", (limit,)))

    def of_all(self, sort: str, *, descending: bool) -> "array[int]":
        """All articles in an order; not to be changed."""
        state = self._current_state()
        if state != self._state:
            self._kept.clear()
            self._state = state
        if (sort, descending) not in self._kept:
            statement = _statement(sort, descending=descending)
            self._kept[sort, descending] = array("q", self._connection.column(statement))
        return self._kept[sort, descending]

    def of(self, keys: Collection[int], sort: str, *, descending: bool) -> "array[int]":
        """Some articles in an order."""
        if len(keys) > _FEW:
            order = self.of_all(sort, descending=descending)
            return array("q", [key for key in order if key in keys])
        among = "(SELECT value FROM json_each(?))"
        statement = _statement(sort, descending=descending, among=among)
        return array("q", self._connection.column(statement, (json.dumps(list(keys)),)))

    def ranked(self, words: Sequence[Word]) -> list[int]:
        """The articles with some words, the best match first."""
        statement = f"{MATCHING} AND {_WEIGHTED} ORDER BY rank"
        return self._connection.column(statement, (match_expression(words),))

    def can_be_ranked(self, query: Query) -> bool:
        """See `Articles.can_be_ranked`."""
        if not query.sought:
            return False
        few = f"SELECT count(*) FROM ({MATCHING} LIMIT {_MOST_RANKED + 1})"
        found: int = self._connection.value(few, (match_expression(query.sought),))
        return found <= _MOST_RANKED

    def _current_state(self) -> tuple[int, int]:
        """A value that differs once anybody has written."""
        data_version = int(self._connection.value("PRAGMA data_version"))
        return data_version, self._connection.raw.total_changes


def _statement(sort: str, *, descending: bool, among: str = "") -> str:
    """The statement that selects keys in an order.

    Raises:
        ValueError: If there is no such order.
    """
    if sort not in SORTS:
        raise ValueError(f"cannot sort by {sort!r}, only by {', '.join(SORTS)}")
    direction = "DESC" if descending else "ASC"
    if sort in _FROM_COUNTS:
        table, key, value = "article_counts", "article", _FROM_COUNTS[sort]
    else:
        table, key, value = "articles", "key", _FROM_ARTICLES[sort]
    return (
        f"SELECT {key} FROM {table} {f'WHERE {key} IN {among}' if among else ''} "
        f"ORDER BY {value} {direction} NULLS LAST, {key} {direction}"
    )
