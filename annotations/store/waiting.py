"""What waits for a decision in many articles, found one by one.

Nothing here reads all annotations: the counts that triggers keep for each article say which has any
of a sort, and only there they are looked at.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from annotations.model import NUMBER_LABELS
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.states import CLOSED, PUT_OFF

_NUMBERS = ", ".join(f"'{label}'" for label in sorted(NUMBER_LABELS))
_WAITS = f"n.status = 'suggested' AND NOT (n.layer = 'entities' AND n.label IN ({_NUMBERS}))"


class Sureness(Enum):
    """How sure a detector was of what it suggests."""

    ANY = "any"
    LOW = "low"
    MEDIUM = "medium"
    """It says so, or nothing about it, as for what comes from another store."""
    HIGH = "high"


_COUNTED = {
    Sureness.ANY: "c.unreviewed",
    Sureness.LOW: "c.unreviewed_low",
    Sureness.MEDIUM: "(c.unreviewed - c.unreviewed_low - c.unreviewed_high)",
    Sureness.HIGH: "c.unreviewed_high",
}
_IS_SO = {
    Sureness.ANY: "TRUE",
    Sureness.LOW: "n.confidence = 'low'",
    Sureness.MEDIUM: "coalesce(n.confidence, 'medium') = 'medium'",
    Sureness.HIGH: "n.confidence = 'high'",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of what waits."""

    sureness: Sureness
    put_off: bool = False
    """Whether it is what waits in articles that were put off, else in all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An annotation that waits for a decision, and where it stands."""

    id: int
    article: int
    """The key of its article."""
    article_id: str
    start: int
    end: int


class Queue:
    """What waits in the articles of a store. Excluded and deleted ones have nothing that waits."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def left(self, keys: Sequence[int]) -> int:
        """How many annotations wait in some articles."""
        return int(
            self._connection.value(
                f"""
                SELECT coalesce(sum(c.unreviewed), 0)
                FROM json_each(?) AS wanted CROSS JOIN article_counts AS c
                    ON c.article = wanted.value
                WHERE c.article NOT IN ({CLOSED}) AND c.article {NOT_DELETED}
                """,
                (json.dumps(list(keys)),),
            )
        )

    def places(self, keys: Sequence[int], stage: Stage) -> list[int]:
        """Which of some articles have something of a stage: their places among the keys."""
        return self._connection.column(
            f"""
            SELECT wanted.key
            FROM json_each(?) AS wanted CROSS JOIN article_counts AS c ON c.article = wanted.value
            WHERE {_COUNTED[stage.sureness]} > 0 AND {_open("c.article", stage)}
            ORDER BY wanted.key
            """,
            (json.dumps(list(keys)),),
        )

    def next_in(
        self, article: int, stage: Stage, *, after: Waiting | None, skipped: Collection[int]
    ) -> Waiting | None:
        """The first of a stage in an article, in the order of the text.

        Args:
            article: The article's key.
            stage: What is looked for.
            after: Where to go on from; null for the beginning.
            skipped: The ids of annotations to pass over.
        """
        row = self._connection.row(
            f"""
            SELECT n.id, n.start, n."end", a.id
            FROM annotations AS n CROSS JOIN articles AS a ON a.key = n.article
            WHERE n.article = :article AND {_WAITS} AND {_IS_SO[stage.sureness]}
                AND n.start >= :start AND (n.start, -n."end", n.id) > (:start, :end, :id)
                AND n.id NOT IN (SELECT value FROM json_each(:skipped))
                AND {_open("n.article", stage)}
            ORDER BY n.start, n."end" DESC, n.id LIMIT 1
            """,
            {
                "article": article,
                "start": -1 if after is None else after.start,
                "end": 0 if after is None else -after.end,
                "id": 0 if after is None else after.id,
                "skipped": json.dumps(list(skipped)),
            },
        )
        if row is None:
            return None
        annotation_id, start, end, article_id = row
        return Waiting(
            id=annotation_id, article=article, article_id=article_id, start=start, end=end
        )

    def waits(self, waiting: Waiting, stage: Stage) -> bool:
        """Whether an annotation still waits, in an article that is put off as before or is not."""
        found = self._connection.row(
            f"SELECT 1 FROM annotations AS n WHERE n.id = ? AND {_WAITS} "
            f"AND {_open('n.article', stage)}",
            (waiting.id,),
        )
        return found is not None


def _open(key: str, stage: Stage) -> str:
    """The condition that an article is one that a stage is about."""
    if stage.put_off:
        return f"{key} IN ({PUT_OFF}) AND {key} {NOT_DELETED}"
    return f"{key} NOT IN (SELECT article FROM article_states) AND {key} {NOT_DELETED}"
