"""Which articles are copies of one report, kept as groups.

What is still to be looked at is caught up by whoever wants to know: by `catch_up`, some articles in
a transaction. Until then groups are as they were. Deleted articles stay in them, so that deleting,
restoring and undo change nothing here; whoever reads groups passes them over.
"""

import json
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotations.copies.folding import Fold, Folding, folded
from annotations.errors import StoreBusy
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED

IN_GROUPS = f"""
    SELECT article FROM copy_groups WHERE article {NOT_DELETED} AND best IN (
        SELECT best FROM copy_groups WHERE article {NOT_DELETED} GROUP BY best HAVING count(*) > 1
    )
"""
"""The keys of the articles that have copies."""
BESTS = f"""
    SELECT coalesce(
        max(CASE WHEN article = best THEN article END), min(article)
    ) FROM copy_groups WHERE article {NOT_DELETED} GROUP BY best
"""
"""Of each group the key of the article that stands for it: its best, or the first that is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What is known of the copies of one article."""

    best: int
    """The key of the article that stands for all of them."""
    members: tuple[int, ...]
    """The keys of all of them, the best first, the others as they were added."""


class CopyIndex:
    """The groups of articles that are copies of one report."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def count_missing(self) -> int:
        """How many articles nobody has looked at for copies; 0 where nobody can, as read-only."""
        from annotations.store.sketches import count_missing

        return 0 if self._connection.read_only else count_missing(self._connection)

    def catch_up(self, progress: Callable[[int], object] | None = None) -> int:
        """Look at every article that nobody has looked at.

        Args:
            progress: Told how many were looked at so far, now and then.

        Returns:
            How many were looked at. Fewer than there are, if somebody else keeps the store busy.
        """
        from annotations.store.sketches import catch_up  # brings rensa

        if self._connection.read_only:
            return 0
        try:
            return catch_up(self._connection, progress)
        except StoreBusy:
            return 0

    def of(self, key: int) -> Copies | None:
        """The copies of an article, by its key, itself among them; null if it has none."""
        members = self._connection.column(
            f"""
            SELECT article FROM copy_groups
            WHERE best = (SELECT best FROM copy_groups WHERE article = ?)
                AND article {NOT_DELETED}
            ORDER BY article <> best, article
            """,
            (key,),
        )
        if len(members) < 2 or key not in members:
            return None
        return Copies(best=members[0], members=tuple(members))

    def shared(self, key: int) -> dict[int, float]:
        """How much of its wording an article shares with others, by their keys, from 0 to 1."""
        return dict(
            self._connection.rows(
                "SELECT copy, shared FROM article_copies WHERE article = ?", (key,)
            )
        )

    def copy_of(self) -> dict[str, str]:
        """By the ids of all articles that are copies the ids of those that stand for them."""
        keys = list(self.groups())
        found = copies_of(self._connection, keys)
        named = {key: of for key, (_, of) in found.items() if of is not None}
        rows = self._connection.rows(
            "SELECT a.id, a.key FROM json_each(?) AS w CROSS JOIN articles AS a ON a.key = w.value",
            (json.dumps(list(named)),),
        )
        return {article_id: named[key] for article_id, key in rows}

    def groups(self) -> Mapping[int, int]:
        """The best of the group, for each article that has copies; shared, not to be changed."""
        return self._connection.remembered("copy groups", self._read_groups)

    def _read_groups(self) -> dict[int, int]:
        return dict(
            self._connection.rows(
                f"SELECT article, best FROM copy_groups WHERE article {NOT_DELETED}"
            )
        )

    def group_of(self, key: int) -> int | None:
        """The best of an article's group, as `Folding` names it; null if it has no copies."""
        found = self.of(key)
        sql = "SELECT best FROM copy_groups WHERE article = ?"
        return None if found is None else int(self._connection.value(sql, (key,)))

    def outlets(self, key: int) -> int:
        """How many outlets, as far as they are named, have copies of an article beside its own."""
        return int(
            self._connection.value(
                f"""
                SELECT count(DISTINCT lower(a.source)) FROM copy_groups AS g
                    CROSS JOIN articles AS a ON a.key = g.article
                WHERE g.best = (SELECT best FROM copy_groups WHERE article = ?1)
                    AND g.article {NOT_DELETED} AND g.article <> ?1 AND lower(a.source)
                    <> coalesce((SELECT lower(source) FROM articles WHERE key = ?1), '')
                """,
                (key,),
            )
        )

    def folded(self, keys: "array[int]", folding: Folding) -> Fold:
        """A list in which one row stands for all copies of a report that are in it.

        Args:
            keys: The list.
            folding: Which groups are folded.
        """
        return folded(keys, self.groups(), folding) if folding.is_any else Fold(keys)


def copies_of(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[int, str | None]]:
    """How many copies some articles have, and what they are copies of.

    Args:
        connection: An open store.
        keys: The articles' keys.

    Returns:
        For each that has copies their number, itself not counted, and the id of the article that
        stands for its group; null for that one itself.
    """
    found = connection.rows(
        f"""
        WITH wanted AS MATERIALIZED (
            SELECT g.article, g.best FROM json_each(?) AS w
                CROSS JOIN copy_groups AS g ON g.article = w.value
        ), standing AS MATERIALIZED (
            SELECT g.best, count(*) AS members,
                coalesce(
                    max(CASE WHEN g.article = g.best THEN g.article END), min(g.article)
                ) AS first
            FROM (SELECT DISTINCT best FROM wanted) AS b
                CROSS JOIN copy_groups AS g ON g.best = b.best
            WHERE g.article {NOT_DELETED} GROUP BY g.best
        )
        SELECT w.article, s.members - 1, iif(s.first = w.article, NULL, a.id)
        FROM wanted AS w JOIN standing AS s ON s.best = w.best
            CROSS JOIN articles AS a ON a.key = s.first
        WHERE s.members > 1
        """,
        (json.dumps(list(keys)),),
    )
    return {key: (copies, copy_of) for key, copies, copy_of in found}
