"""Groups that are undone and redone: how large they are, what stands on them, and the doing."""

from typing import NamedTuple

from annotations.errors import EditConflict
from annotations.store import edit_log
from annotations.store.applying import apply
from annotations.store.connection import Connection
from annotations.store.edit_log import EditGroup
from annotations.store.progress import Report, untold


class LaterEdit(NamedTuple):
    """An edit that stands on another."""

    id: int
    action: str
    annotator: str
    at: str
    """When, in UTC, ISO 8601."""
    title: str
    """Of the article in which it does."""


def size(connection: Connection, group: int) -> int:
    """How many changes a group has."""
    return int(connection.value("SELECT count(*) FROM edits WHERE edit_group = ?", (group,)))


def later_on_the_same(connection: Connection, group: int) -> LaterEdit | None:
    """The newest edit that is done, later than a group, on something that this has changed.

    That is the same annotation, or the tags and note of an article, or whether it is deleted.
    """
    found = (connection.row(sql, (group,)) for sql in (_ON_ANNOTATIONS, _ON_ARTICLES))
    later = [LaterEdit._make(row) for row in found if row is not None]
    return max(later, default=None)


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
    edit_log.set_done(connection, group)
    return edit_log.described(connection, group, entries)


def stands_on_it(later: LaterEdit) -> EditConflict:
    """Why a group cannot be undone: a later edit has to be undone before it."""
    return EditConflict(
        f"A later edit stands on this one: {later.action} in “{later.title}” by "
        f"{later.annotator}; nothing was changed.",
        hint="Undo that first, in that article, in the library or in the log.",
    )


_LATER = "g.id, g.action, g.annotator, g.at, coalesce(a.title, a.id)"
_ON_ANNOTATIONS = f"""
    SELECT {_LATER}
    FROM edits AS e CROSS JOIN edits AS f ON f.annotation = e.annotation
        CROSS JOIN edit_groups AS g ON g.id = f.edit_group
        CROSS JOIN articles AS a ON a.key = f.article
    WHERE e.edit_group = ?1 AND f.edit_group > ?1 AND g.state = 'done'
    ORDER BY f.edit_group DESC LIMIT 1
    """
_ON_ARTICLES = f"""
    SELECT {_LATER}
    FROM edits AS e CROSS JOIN edits AS f ON f.article = e.article AND f.edit_group > ?1
        CROSS JOIN edit_groups AS g ON g.id = f.edit_group
        CROSS JOIN articles AS a ON a.key = f.article
    WHERE e.edit_group = ?1 AND e.annotation IS NULL AND f.annotation IS NULL AND g.state = 'done'
        AND (json_extract(e.after, '$.deleted') IS NULL)
            = (json_extract(f.after, '$.deleted') IS NULL)
    ORDER BY f.edit_group DESC LIMIT 1
    """
