"""The vocabulary of tags: which are in use, how often, and in which colours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.tagging import SEPARATOR, above

_BEHIND_SEPARATOR = chr(ord(SEPARATOR) + 1)
"""Sorts behind whatever stands below a tag."""

WITHIN = "(tag = ? OR tag >= ? AND tag < ?)"
"""The condition that a tag is another or stands below it, which an index answers."""


def within(tag: str) -> tuple[str, str, str]:
    """What is bound to the question marks of `WITHIN`."""
    return tag, tag + SEPARATOR, tag + _BEHIND_SEPARATOR


_Counts = tuple[str, int, int]
"""A tag in use, and how many articles and annotations carry it."""

_CARRIERS = {"article": "article_tags", "annotation": "annotation_tags"}
"""The tables of what carries tags, by the columns that say what it is."""
_IN_DELETED = {
    "article": """
        SELECT t.tag, t.article FROM deleted_articles AS d
            CROSS JOIN article_tags AS t ON t.article = d.article
    """,
    "annotation": """
        SELECT t.tag, n.id FROM deleted_articles AS d
            CROSS JOIN annotations AS n ON n.article = d.article
            CROSS JOIN annotation_tags AS t ON t.annotation = n.id
    """,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TagUse:
    """A tag, with what carries it or one below it. Deleted articles are counted apart."""

    tag: str
    articles: int
    """Articles that carry it themselves."""
    annotations: int
    below: int = 0
    """Tags in use below it."""
    in_deleted: int = 0
    """Deleted articles, and annotations in them."""
    is_used: bool = True
    """Whether anything carries the tag itself, and not only one below it."""


class Tags:
    """The tags in use on articles and annotations."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def names(self) -> list[tuple[str, int]]:
        """Every tag with how many articles and annotations carry it, the commonest first."""
        sql = "SELECT tag, articles + annotations AS uses FROM tags ORDER BY uses DESC, tag"
        return self._connection.remembered("tags", lambda: self._connection.rows(sql))

    def colours(self) -> Mapping[str, str]:
        """The names of colours by the tags that have one of their own."""
        sql = "SELECT tag, colour FROM tag_colours"
        return self._connection.remembered("tag colours", lambda: dict(self._connection.rows(sql)))

    def uses(self) -> list[TagUse]:
        """All tags and those above them, in alphabetical order of their levels, case aside.

        Takes the longer the more carries tags that stand below others.
        """
        with self._connection.reading():
            tags = self._connection.rows("SELECT tag, articles, annotations FROM tags")
            deleted = {sort: self._deleted(sort) for sort in _CARRIERS}
            found = [self._use(path, members, deleted) for path, members in _by_path(tags).items()]
        return sorted(found, key=lambda use: [_order(each) for each in use.tag.split(SEPARATOR)])

    def _use(
        self, path: str, members: Sequence[_Counts], deleted: Mapping[str, Mapping[str, int]]
    ) -> TagUse:
        own = any(tag == path for tag, *_ in members)
        hidden = {sort: deleted[sort].get(path, 0) for sort in _CARRIERS}
        if len(members) == 1:
            counts = dict(zip(_CARRIERS, members[0][1:], strict=True))
        else:
            counts = {sort: self._distinct(sort, path) for sort in _CARRIERS}
        return TagUse(
            tag=path,
            articles=counts["article"] - hidden["article"],
            annotations=counts["annotation"] - hidden["annotation"],
            below=len(members) - own,
            in_deleted=sum(hidden.values()),
            is_used=own,
        )

    def _distinct(self, carrier: str, path: str) -> int:
        """How many articles or annotations carry a tag or one below it, each counted once."""
        sql = f"SELECT count(DISTINCT {carrier}) FROM {_CARRIERS[carrier]} WHERE {WITHIN}"
        return int(self._connection.value(sql, within(path)))

    def _deleted(self, carrier: str) -> dict[str, int]:
        """How many of the carriers of each tag, and of those above it, are deleted or in such."""
        carriers: dict[str, set[int]] = {}
        for tag, key in self._connection.rows(_IN_DELETED[carrier]):
            for path in (*above(tag), tag):
                carriers.setdefault(path, set()).add(key)
        return {path: len(keys) for path, keys in carriers.items()}


def _by_path(tags: Iterable[_Counts]) -> dict[str, list[_Counts]]:
    """The tags in use by each of them and by those above."""
    members: dict[str, list[_Counts]] = {}
    for counts in tags:
        for path in (*above(counts[0]), counts[0]):
            members.setdefault(path, []).append(counts)
    return members


def _order(level: str) -> tuple[str, str]:
    return level.casefold(), level
