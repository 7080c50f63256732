"""Undone groups of edits that can no longer be redone, because a later edit took their place."""

import json

from annotations.store.connection import Connection


def drop_undone(connection: Connection, articles: set[int]) -> None:
    """Drop the undone groups that touch some articles, and what is to be redone on top of them."""
    waiting = _undone_in(connection, articles, above=0)
    void: set[int] = set()
    while waiting:
        group = waiting.pop()
        void.add(group)
        sql = "SELECT DISTINCT article FROM edits WHERE edit_group = ?"
        touched = set(connection.column(sql, (group,))) - articles
        waiting |= _undone_in(connection, touched, above=group) - void
    connection.executemany(
        "UPDATE edit_groups SET state = 'dropped', undone_as = NULL WHERE id = ?",
        ((group,) for group in void),
    )


def _undone_in(connection: Connection, articles: set[int], *, above: int) -> set[int]:
    """The undone groups, later than one, that touch some articles."""
    sql = """
        SELECT id FROM edit_groups AS g WHERE state = 'undone' AND id > ?1 AND (
            EXISTS (
                SELECT 1 FROM json_each(?2) AS touched CROSS JOIN edits
                WHERE edits.article = touched.value AND edit_group = g.id
            ) OR EXISTS (
                SELECT 1 FROM json_each(?2) AS touched CROSS JOIN own_rule_edits AS r
                WHERE r.article = touched.value AND r.edit_group = g.id
            )
        )
        """
    return set(connection.column(sql, (above, json.dumps(list(articles)))))


def drop_undone_of_rules(connection: Connection) -> None:
    """Drop the undone groups about rules, which a newer change of any rule makes void."""
    connection.execute(
        """
        UPDATE edit_groups SET state = 'dropped', undone_as = NULL
        WHERE state = 'undone'
            AND EXISTS (SELECT 1 FROM own_rule_edits WHERE edit_group = edit_groups.id)
        """
    )
