"""Groups that are undone and redone: how large they are, what stands on them, and the doing."""

from typing import NamedTuple

from annotations.errors import EditConflict
from annotations.store import edit_log, store_changes
from annotations.store.applying import apply
from annotations.store.article_changes import KIND
from annotations.store.connection import Connection
from annotations.store.edit_log import EditGroup
from annotations.store.names import decision_log
from annotations.store.own_rules.rows import walk as walk_rules
from annotations.store.progress import Report, untold


class LaterEdit(NamedTuple):
    """An edit that is in the way of undoing or redoing another."""

    id: int
    action: str
    annotator: str
    at: str
    """When, in UTC, ISO 8601."""
    title: str
    """Of the article in which it is."""


_IN_TEXT = "({0}.annotation IS NOT NULL OR json_type({0}.after, '$.listed') IS NOT NULL)"
"""Whether the row of an edit is about something that stands, or stood, in the text."""
_IS_VERSION = "({0}.annotation IS NULL AND json_type({0}.after, '$.version') IS NOT NULL)"
_SAME = f"""
    SELECT g.id, g.action, g.annotator, g.at, coalesce(a.title, a.id)
    FROM (
        SELECT f.edit_group, f.article
        FROM edits AS e CROSS JOIN edits AS f ON f.annotation = e.annotation
        WHERE e.edit_group = ?1
        UNION ALL
        SELECT f.edit_group, f.article
        FROM edits AS e CROSS JOIN edits AS f ON f.article = e.article
        WHERE e.edit_group = ?1 AND e.annotation IS NULL AND f.annotation IS NULL
            AND {KIND.format("e")} = {KIND.format("f")}
        UNION ALL
        SELECT f.edit_group, f.article
        FROM (
            SELECT DISTINCT article FROM edits AS e WHERE edit_group = ?1 AND {_IN_TEXT.format("e")}
        ) AS touched CROSS JOIN edits AS f ON f.article = touched.article
        WHERE {_IS_VERSION.format("f")}
        UNION ALL
        SELECT f.edit_group, f.article
        FROM edits AS e CROSS JOIN edits AS f ON f.article = e.article
        WHERE e.edit_group = ?1 AND {_IS_VERSION.format("e")} AND {_IN_TEXT.format("f")}
    ) AS same
        CROSS JOIN edit_groups AS g ON g.id = same.edit_group
        CROSS JOIN articles AS a ON a.key = same.article
    WHERE g.id <> ?1
"""
"""Edits of the same annotation; of the tags and the note, the deletion, the state, or the text, of
the same article; of the text and of anything that stands in it."""


def size(connection: Connection, group: int) -> int:
    """How many changes a group has."""
    return int(connection.value("SELECT count(*) FROM edits WHERE edit_group = ?", (group,)))


def later_on_the_same(connection: Connection, group: int) -> LaterEdit | None:
    """The newest edit that is done, later than a group, of something that this has changed.

    That the same is changed back and forth may make it look as the group has left it: whether a
    group can be undone is a question of what was done after it, not of how things stand.
    """
    return _first(
        connection, f"{_SAME} AND g.id > ?1 AND g.state = 'done' ORDER BY g.id DESC", group
    )


def undone_after(connection: Connection, group: int) -> LaterEdit | None:
    """The edit that was undone last, later than a group, of something that this has changed."""
    undone = "(SELECT undone_as FROM edit_groups WHERE id = ?1)"
    later = f"g.state = 'undone' AND g.undone_as > {undone} ORDER BY g.undone_as DESC"
    return _first(connection, f"{_SAME} AND {later}", group)


def undo(connection: Connection, group: int, *, report: Report = untold) -> EditGroup:
    """Take back a group that is done.

    Args:
        connection: A store in a write transaction.
        group: Its id.
        report: Told how far it has come, in changes.

    Raises:
        EditConflict: If something is no longer as the group left it.
    """
    entries = edit_log.entries_of(connection, group)
    back = [entry.reversed() for entry in reversed(entries)]
    try:
        apply(connection, back, report=report)
    except EditConflict as error:
        later = later_on_the_same(connection, group)
        if later is None:
            raise
        raise stands_on_it(later) from error
    walk_rules(connection, group, undo=True)
    decision_log.take_back(connection, group)
    store_changes.unmake(connection, group)
    edit_log.set_undone(connection, group)
    return edit_log.described(connection, group, entries)


def redo(connection: Connection, group: int, *, report: Report = untold) -> EditGroup:
    """Do a group again that was undone.

    Args:
        connection: A store in a write transaction.
        group: Its id.
        report: Told how far it has come, in changes.

    Raises:
        EditConflict: If something is no longer as it was undone to.
    """
    entries = edit_log.entries_of(connection, group)
    apply(connection, entries, report=report)
    walk_rules(connection, group, undo=False)
    decision_log.make_again(connection, group)
    store_changes.make(connection, store_changes.changes_of(connection, group))
    edit_log.set_done(connection, group)
    return edit_log.described(connection, group, entries)


def stands_on_it(later: LaterEdit) -> EditConflict:
    """Why a group cannot be undone: a later edit has to be undone before it."""
    return _in_the_way("A later edit stands on this one", later, first="Undo")


def comes_before_it(later: LaterEdit) -> EditConflict:
    """Why a group cannot be redone: an edit that was undone after it has to be redone first."""
    return _in_the_way("An edit that was undone comes before this one", later, first="Redo")


def _in_the_way(what: str, edit: LaterEdit, *, first: str) -> EditConflict:
    return EditConflict(
        f"{what}: {edit.action} in “{edit.title}” by {edit.annotator}; nothing was changed.",
        hint=f"{first} that first, in that article, in the library or in the log.",
    )


def _first(connection: Connection, sql: str, group: int) -> LaterEdit | None:
    row = connection.row(f"{sql} LIMIT 1", (group,))
    return None if row is None else LaterEdit._make(row)
