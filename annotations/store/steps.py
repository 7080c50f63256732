"""Steps that are to be undone: how large they are, and what stands on them."""

from annotations.store.connection import Connection


def size(connection: Connection, group: int) -> int:
    """How many changes a group has."""
    return int(connection.value("SELECT count(*) FROM edits WHERE edit_group = ?", (group,)))


def later_on_the_same(connection: Connection, group: int) -> tuple[str, str] | None:
    """The newest edit that is done, later than a group, on an annotation that this has changed.

    Returns:
        Its action, and the title of the article; null if there is none.
    """
    row = connection.row(
        """
        SELECT g.action, coalesce(a.title, a.id)
        FROM edits AS e CROSS JOIN edits AS f ON f.annotation = e.annotation
            CROSS JOIN edit_groups AS g ON g.id = f.edit_group
            CROSS JOIN articles AS a ON a.key = f.article
        WHERE e.edit_group = ?1 AND f.edit_group > ?1 AND g.state = 'done'
        ORDER BY f.edit_group DESC LIMIT 1
        """,
        (group,),
    )
    return None if row is None else (row[0], row[1])
