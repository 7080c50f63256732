"""The vocabulary of tags: which are in use, how often, and in which colours."""

import json
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
        """All tags and those above them, in alphabetical order of their levels, case aside."""
        with self._connection.reading():
            tags = self._connection.rows("SELECT tag, articles, annotations FROM tags")
            deleted = {
                sort: {path: len(keys) for path, keys in carriers(self._connection, sql).items()}
                for sort, sql in _IN_DELETED.items()
            }
            below = {sort: self._below(sort) for sort in _CARRIERS}
        found = [_use(path, members, below, deleted) for path, members in _by_path(tags).items()]
        return sorted(found, key=lambda use: [_order(each) for each in use.tag.split(SEPARATOR)])

    def _below(self, carrier: str) -> dict[str, int]:
        """How many articles or annotations carry a tag or one below it, each counted once.

        Only of tags that have others below them; of the rest the store knows it already.
        """
        tags = self._connection.column("SELECT tag FROM tags")
        parents = {path for tag in tags for path in above(tag)}
        concerned = [tag for tag in tags if tag in parents or above(tag)]
        sql = f"""
            SELECT tag, {carrier} FROM {_CARRIERS[carrier]}
            WHERE tag IN (SELECT value FROM json_each(?))
        """
        found = carriers(self._connection, sql, parameters=(json.dumps(concerned),))
        return {path: len(found.get(path, ())) for path in parents}


def carriers(
    connection: Connection, *statements: str, parameters: tuple[str, ...] = ()
) -> dict[str, set[int]]:
    """What carries each tag or one below it, from statements that select tags and carriers.

    The keys of each tag come as one value: row by row they would take ten times as long.
    """
    found: dict[str, set[int]] = {}
    for statement in statements:
        for tag, keys in connection.rows(
            f"""
            WITH carried (tag, key) AS ({statement})
            SELECT tag, json_group_array(key) FROM carried GROUP BY tag
            """,
            parameters,
        ):
            of_tag = json.loads(keys)
            for path in (*above(tag), tag):
                found.setdefault(path, set()).update(of_tag)
    return found


def _use(
    path: str,
    members: Sequence[_Counts],
    below: Mapping[str, Mapping[str, int]],
    deleted: Mapping[str, Mapping[str, int]],
) -> TagUse:
    own = any(tag == path for tag, *_ in members)
    counts = dict(zip(_CARRIERS, members[0][1:], strict=True))
    if path in below["article"]:
        counts = {sort: below[sort][path] for sort in _CARRIERS}
    hidden = {sort: deleted[sort].get(path, 0) for sort in _CARRIERS}
    return TagUse(
        tag=path,
        articles=counts["article"] - hidden["article"],
        annotations=counts["annotation"] - hidden["annotation"],
        below=len(members) - own,
        in_deleted=sum(hidden.values()),
        is_used=own,
    )


def _by_path(tags: Iterable[_Counts]) -> dict[str, list[_Counts]]:
    """The tags in use by each of them and by those above."""
    members: dict[str, list[_Counts]] = {}
    for counts in tags:
        for path in (*above(counts[0]), counts[0]):
            members.setdefault(path, []).append(counts)
    return members


def _order(level: str) -> tuple[str, str]:
    return level.casefold(), level
