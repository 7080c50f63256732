"""Decisions on names in the log of edits, so that they are undone and redone like all edits.

What a decision did is kept as its row before and after, which restores it exactly.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from annotations.errors import EditConflict
from annotations.store import edit_log
from annotations.store.connection import Connection

Decision = Literal["merge", "split"]

_TABLES: dict[Decision, tuple[str, tuple[str, ...]]] = {
    "merge": (
        "name_merges",
        (
            *("id", "grouping", "name", "merged_into", "forced"),
            *("annotator", "at", "undone_by", "undone_at"),
        ),
    ),
    "split": ("name_splits", ("id", "article", "grouping", "name", "meant", "annotator", "at")),
}
"""The tables of the decisions, and their columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What became of the row of a decision; before and after as JSON, null if there is none."""

    decision: Decision
    row: int
    before: str | None
    after: str | None

    def reversed(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(decision=self.decision, row=self.row, before=self.after, after=self.before)


def row_of(connection: Connection, decision: Decision, row: int) -> str | None:
    """The row of a decision as it stands, as JSON; null if there is none."""
    table, columns = _TABLES[decision]
    pairs = ", ".join(f"'{column}', {column}" for column in columns)
    found: str | None = connection.value(
        f"SELECT json_object({pairs}) FROM {table} WHERE id = ?", (row,)
    )
    return found


def log(connection: Connection, action: str, annotator: str, changes: Sequence[RowChange]) -> None:
    """Log what has just been decided on names as one edit.

    Undone decisions can be redone no longer: they were made on what was decided before this.
    """
    _drop_undone(connection)
    group = edit_log.begin_group(connection, action, annotator)
    connection.executemany(
        """
        INSERT INTO name_edits (edit_group, decision, decision_id, before, after)
        VALUES (?, ?, ?, ?, ?)
        """,
        ((group, each.decision, each.row, each.before, each.after) for each in changes),
    )


def take_back(connection: Connection, group: int) -> None:
    """Take back what a group has decided on names, if anything.

    Raises:
        EditConflict: If a decision is no longer as the group left it.
    """
    for each in reversed(_changes(connection, group)):
        _apply(connection, each.reversed())


def make_again(connection: Connection, group: int) -> None:
    """Decide again what a group that was undone has decided on names, if anything.

    Raises:
        EditConflict: If a decision is no longer as it was undone to.
    """
    for each in _changes(connection, group):
        _apply(connection, each)


def _changes(connection: Connection, group: int) -> list[RowChange]:
    rows: Iterable[tuple[Decision, int, str | None, str | None]] = connection.rows(
        """
        SELECT decision, decision_id, before, after FROM name_edits WHERE edit_group = ? ORDER BY id
        """,
        (group,),
    )
    return [
        RowChange(decision=decision, row=row, before=before, after=after)
        for decision, row, before, after in rows
    ]


def _apply(connection: Connection, change: RowChange) -> None:
    if row_of(connection, change.decision, change.row) != change.before:
        raise EditConflict(
            "A decision on names has been changed elsewhere; nothing was changed.",
            hint="`closeread names` lists the names as they are now.",
        )
    table, columns = _TABLES[change.decision]
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (change.row,))
    if change.after is not None:
        values = json.loads(change.after)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            [values[column] for column in columns],
        )


def _drop_undone(connection: Connection) -> None:
    connection.execute(
        """
        UPDATE edit_groups SET state = 'dropped', undone_as = NULL
        WHERE state = 'undone'
            AND EXISTS (SELECT 1 FROM name_edits WHERE edit_group = edit_groups.id)
        """
    )
