"""Steps that are to be undone: how large they are, and what stands on them."""

from annotations.store.connection import Connection

_SAME = """
    SELECT g.action, coalesce(a.title, a.id)
    FROM (
        SELECT f.edit_group, f.article
        FROM edits AS e CROSS JOIN edits AS f ON f.annotation = e.annotation
        WHERE e.edit_group = ?1
        UNION ALL
        SELECT f.edit_group, f.article
        FROM edits AS e CROSS JOIN edits AS f ON f.article = e.article
        WHERE e.edit_group = ?1 AND e.annotation IS NULL AND f.annotation IS NULL
            AND (json_type(e.after, '$.deleted') IS NULL)
                = (json_type(f.after, '$.deleted') IS NULL)
    ) AS same
        CROSS JOIN edit_groups AS g ON g.id = same.edit_group
        CROSS JOIN articles AS a ON a.key = same.article
    WHERE g.id <> ?1
"""
"""Edits of the same annotation; of the tags and the note, or the deletion, of the same article."""


def size(connection: Connection, group: int) -> int:
    """How many changes a group has."""
    return int(connection.value("SELECT count(*) FROM edits WHERE edit_group = ?", (group,)))


def later_on_the_same(connection: Connection, group: int) -> tuple[str, str] | None:
    """The newest edit that is done, later than a group, of something that this has changed.

    That the same is changed back and forth may make it look as the group has left it: whether a
    group can be undone is a question of what was done after it, not of how things stand.

    Returns:
        Its action, and the title of the article; null if there is none.
    """
    return _first(
        connection, f"{_SAME} AND g.id > ?1 AND g.state = 'done' ORDER BY g.id DESC", group
    )


def undone_after(connection: Connection, group: int) -> tuple[str, str] | None:
    """The edit that was undone last, later than a group, of something that this has changed.

    Returns:
        Its action, and the title of the article; null if there is none.
    """
    undone = "(SELECT undone_as FROM edit_groups WHERE id = ?1)"
    later = f"g.state = 'undone' AND g.undone_as > {undone} ORDER BY g.undone_as DESC"
    return _first(connection, f"{_SAME} AND {later}", group)


def _first(connection: Connection, sql: str, group: int) -> tuple[str, str] | None:
    row = connection.row(f"{sql} LIMIT 1", (group,))
    return None if row is None else (row[0], row[1])
