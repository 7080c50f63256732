"""Going back and forth in the log to a chosen edit, and undoing a single older one."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.errors import NothingToUndo
from annotations.store import edit_log, steps
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.edit_log import EditGroup, State
from annotations.store.progress import Report, untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What lies between how things are and how they were right after an edit."""

    undo: bool
    """Whether groups have to be undone; else redone."""
    groups: tuple[int, ...]
    """Their ids, in the order in which that is done; empty if one is there already."""


class Rewinding:
    """Undoes and redoes more than the last group. Every call is committed when it returns."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def way_to(self, group: int, *, article_id: str | None = None) -> Way:
        """What has to be undone or redone until a group is the last that is done.

        Args:
            group: Its id.
            article_id: Consider only groups that touch this article; null for all.

        Raises:
            NothingToUndo: If there is no such group, or it can no longer be redone.
        """
        with self._connection.reading():
            article = None if article_id is None else article_key(self._connection, article_id)
            if self._state(group) == "done":
                return Way(undo=True, groups=tuple(self._done_after(group, article)))
            return Way(undo=False, groups=tuple(self._undone_up_to(group, article)))

    def go(
        self, group: int, *, article_id: str | None = None, report: Report = untold
    ) -> tuple[Way, EditGroup]:
        """Undo or redo until a group is the last that is done, as a whole or not at all.

        Args:
            group: Its id.
            article_id: Consider only groups that touch this article; null for all.
            report: Told how far it has come, in changes.

        Returns:
            The way that was gone, and the group.

        Raises:
            NothingToUndo: If there is no such group, or it can no longer be redone.
            EditConflict: If another edit is in the way; nothing is changed.
        """
        with self._connection.writing():
            way = self.way_to(group, article_id=article_id)
            walk = steps.undo if way.undo else steps.redo
            sizes = [steps.size(self._connection, each) for each in way.groups]
            done, total = 0, sum(sizes)
            for each, changes in zip(way.groups, sizes, strict=True):
                walk(self._connection, each, report=_from(done, total, report))
                done += changes
            return way, edit_log.read_group(self._connection, group)

    def undo(self, group: int, *, report: Report = untold) -> EditGroup:
        """Undo a single group, whatever was done after it, if nothing of that stands on it.

        Raises:
            NothingToUndo: If there is no such group, or it is undone already.
            EditConflict: If a later edit is about the same; nothing is changed.
        """
        with self._connection.writing():
            if self._state(group) != "done":
                raise NothingToUndo("This edit is undone already.")
            later = steps.later_on_the_same(self._connection, group)
            if later is not None:
                raise steps.stands_on_it(later)
            return steps.undo(self._connection, group, report=report)

    def redo(self, group: int, *, report: Report = untold) -> EditGroup:
        """Redo a single group that was undone, if all it is about is as it was then.

        Raises:
            NothingToUndo: If there is no such group, or it cannot be redone.
            EditConflict: If something is no longer as it was undone to; nothing is changed.
        """
        with self._connection.writing():
            state = self._state(group)
            if state == "done":
                raise NothingToUndo("This edit is done already.")
            if state == "dropped":
                raise _dropped()
            return steps.redo(self._connection, group, report=report)

    def _state(self, group: int) -> State:
        state: State | None = self._connection.value(
            "SELECT state FROM edit_groups WHERE id = ?", (group,)
        )
        if state is None:
            raise NothingToUndo("There is no such edit.")
        return state

    def _done_after(self, group: int, article: int | None) -> Sequence[int]:
        if article is None:
            sql = "SELECT id FROM edit_groups WHERE state = 'done' AND id > ? ORDER BY id DESC"
            return self._connection.column(sql, (group,))
        return self._connection.column(
            """
            SELECT DISTINCT e.edit_group
            FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
            WHERE e.article = ? AND e.edit_group > ? AND g.state = 'done'
            ORDER BY e.edit_group DESC
            """,
            (article, group),
        )

    def _undone_up_to(self, group: int, article: int | None) -> Sequence[int]:
        """What has been undone after a group, and itself last; what was undone last comes first."""
        undone_as = self._connection.value(
            "SELECT undone_as FROM edit_groups WHERE id = ? AND state = 'undone'", (group,)
        )
        if undone_as is None:
            raise _dropped()
        return self._connection.column(
            """
            SELECT id FROM edit_groups AS g
            WHERE state = 'undone' AND undone_as >= ? AND EXISTS (
                SELECT 1 FROM edits WHERE edit_group = g.id AND article = coalesce(?, article)
            )
            ORDER BY undone_as DESC
            """,
            (undone_as, article),
        )


def _dropped() -> NothingToUndo:
    return NothingToUndo("Later edits took the place of this one: it cannot be redone.")


def _from(done: int, total: int, report: Report) -> Report:
    """Reports a step that begins when so much is done."""
    return lambda changes, _: report(done + changes, total)
