"""Going back and forth in the log to a chosen edit, and undoing a single older one."""

from dataclasses import dataclass

from annotations.errors import EditConflict, NothingToUndo
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
    groups: int
    """How many."""


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
            undo, sql, values = self._way(group, article_id)
            count = self._connection.value(f"SELECT count(*) FROM ({sql})", values)
            return Way(undo=undo, groups=count)

    def go(
        self,
        group: int,
        *,
        article_id: str | None = None,
        expected: Way | None = None,
        report: Report = untold,
    ) -> tuple[Way, EditGroup]:
        """Undo or redo until a group is the last that is done, as a whole or not at all.

        Args:
            group: Its id.
            article_id: Consider only groups that touch this article; null for all.
            expected: The way that a person has agreed to; null for whichever it is.
            report: Told how far it has come, in changes.

        Returns:
            The way that was gone, and the group.

        Raises:
            NothingToUndo: If there is no such group, or it can no longer be redone.
            EditConflict: If another edit is in the way, or the way is no longer the expected one;
                nothing is changed.
        """
        with self._connection.writing():
            undo, sql, values = self._way(group, article_id)
            order = "id DESC" if undo else "undone_as DESC"
            ids = self._connection.column(f"SELECT id FROM ({sql}) ORDER BY {order}", values)
            way = Way(undo=undo, groups=len(ids))
            if expected not in (None, way):
                raise EditConflict(
                    "Somebody has edited, undone or redone meanwhile; nothing was changed.",
                    hint="Look at the log as it is, and decide again.",
                )
            sizes = [steps.size(self._connection, each) for each in ids]
            done, total = 0, sum(sizes)
            for each, changes in zip(ids, sizes, strict=True):
                walk = steps.undo if undo else steps.redo
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

    def _way(self, group: int, article_id: str | None) -> tuple[bool, str, tuple[int, ...]]:
        """Whether to undo, and a statement for the groups to undo or redo, with its values."""
        article = None if article_id is None else article_key(self._connection, article_id)
        undo = self._state(group) == "done"
        edge = group if undo else self._undone_as(group)
        if article is None:
            return undo, _AFTER if undo else _UP_TO, (edge,)
        return undo, _AFTER_IN_ARTICLE if undo else _UP_TO_IN_ARTICLE, (edge, article)

    def _undone_as(self, group: int) -> int:
        undone_as: int | None = self._connection.value(
            "SELECT undone_as FROM edit_groups WHERE id = ? AND state = 'undone'", (group,)
        )
        if undone_as is None:
            raise _dropped()
        return undone_as


_AFTER = "SELECT id FROM edit_groups WHERE state = 'done' AND id > ?"
_AFTER_IN_ARTICLE = """
    SELECT DISTINCT g.id
    FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
    WHERE e.edit_group > ?1 AND e.article = ?2 AND g.state = 'done'
    """
_UP_TO = "SELECT id, undone_as FROM edit_groups WHERE state = 'undone' AND undone_as >= ?"
_UP_TO_IN_ARTICLE = f"""
    {_UP_TO} AND EXISTS (SELECT 1 FROM edits WHERE edit_group = edit_groups.id AND article = ?)
    """


def _dropped() -> NothingToUndo:
    return NothingToUndo("Later edits took the place of this one: it cannot be redone.")


def _from(done: int, total: int, report: Report) -> Report:
    """Reports a step that begins when so much is done."""
    return lambda changes, _: report(done + changes, total)
