"""A person's decisions on names, as rows of `name_merges` and `name_splits`."""

import json
from collections.abc import Iterable

from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.names.decision_log import Decision, RowChange, row_of
from annotations.store.names.values import NameGroup

Parents = dict[str, str]
"""What each merged name was merged into."""


def are_any(connection: Connection) -> bool:
    """Whether any decision holds, which is told at once however many names there are."""
    held = """
        SELECT EXISTS (SELECT 1 FROM name_merges WHERE undone_at IS NULL)
            OR EXISTS (SELECT 1 FROM name_splits)
        """
    return bool(connection.value(held))


def standing_merges(connection: Connection) -> dict[NameGroup, Parents]:
    """The merges that nobody has undone."""
    merges: dict[NameGroup, Parents] = {group: {} for group in NameGroup}
    for grouping, name, merged_into in connection.rows(
        "SELECT grouping, name, merged_into FROM name_merges WHERE undone_at IS NULL"
    ):
        merges[NameGroup(grouping)][name] = merged_into
    return merges


def written_for(connection: Connection, group: NameGroup, meant: Iterable[str]) -> set[str]:
    """The names that stand in some article for one of those that splits have made."""
    return set(
        connection.column(
            """
            SELECT DISTINCT name FROM name_splits
            WHERE grouping = ? AND meant IN (SELECT value FROM json_each(?))
            """,
            (group.value, json.dumps(sorted(meant))),
        )
    )


def undone_merges(connection: Connection) -> dict[NameGroup, set[frozenset[str]]]:
    """The pairs of names that somebody has merged and somebody has split again."""
    pairs: dict[NameGroup, set[frozenset[str]]] = {group: set() for group in NameGroup}
    for grouping, name, merged_into in connection.rows(
        "SELECT grouping, name, merged_into FROM name_merges WHERE undone_at IS NOT NULL"
    ):
        pairs[NameGroup(grouping)].add(frozenset((name, merged_into)))
    return pairs


def add_merge(
    connection: Connection,
    group: NameGroup,
    name: str,
    into: str,
    *,
    forced: bool,
    annotator: str,
) -> RowChange:
    """Record that a name, which stands for itself so far, is the same as another.

    Args:
        connection: A store in a write transaction.
        group: Of both names.
        name: The name that no longer counts for itself.
        into: What it counts as.
        forced: Whether it does so also in articles in which both stand apart.
        annotator: Who says so.
    """
    row = connection.execute(
        """
        INSERT INTO name_merges (grouping, name, merged_into, forced, annotator, at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        (group.value, name, into, forced, annotator, now()),
    ).lastrowid
    return _added(connection, "merge", row)


def undo_merge(
    connection: Connection, group: NameGroup, name: str, *, annotator: str
) -> list[RowChange]:
    """Record that the merge of a name, if any, stands no longer, and who says so."""
    row = connection.value(
        "SELECT id FROM name_merges WHERE grouping = ? AND name = ? AND undone_at IS NULL",
        (group.value, name),
    )
    if row is None:
        return []
    before = row_of(connection, "merge", row)
    connection.execute(
        "UPDATE name_merges SET undone_by = ?, undone_at = ? WHERE id = ?", (annotator, now(), row)
    )
    after = row_of(connection, "merge", row)
    return [RowChange(decision="merge", row=row, before=before, after=after)]


def add_split(
    connection: Connection,
    article: int,
    group: NameGroup,
    name: str,
    meant: str,
    *,
    annotator: str,
) -> RowChange:
    """Record that in one article a name, as written there, is somebody else."""
    row = connection.execute(
        """
        INSERT INTO name_splits (article, grouping, name, meant, annotator, at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        (article, group.value, name, meant, annotator, now()),
    ).lastrowid
    return _added(connection, "split", row)


def _added(connection: Connection, decision: Decision, row: int | None) -> RowChange:
    assert row is not None
    after = row_of(connection, decision, row)
    return RowChange(decision=decision, row=row, before=None, after=after)


def meant_in(connection: Connection, article: int, group: NameGroup, name: str) -> str | None:
    """Whom a name was said to be in an article; null if nobody has split it there."""
    meant: str | None = connection.value(
        "SELECT meant FROM name_splits WHERE article = ? AND grouping = ? AND name = ?",
        (article, group.value, name),
    )
    return meant


def groups_of(connection: Connection, name: str) -> set[NameGroup]:
    """The groups in which a name stands in an article or in a decision that holds."""
    found = connection.column(
        """
        SELECT grouping FROM name_articles WHERE written = ?1
        UNION SELECT grouping FROM name_merges
            WHERE undone_at IS NULL AND ?1 IN (name, merged_into)
        UNION SELECT grouping FROM name_splits WHERE meant = ?1
        """,
        (name,),
    )
    return set(map(NameGroup, found))
