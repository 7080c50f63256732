"""A person's edits: done, undone and redone, each group in one transaction."""

from collections.abc import Sequence

from annotations.errors import EditConflict, NothingToUndo
from annotations.review import Change, Marks
from annotations.store import edit_log, store_changes
from annotations.store.applying import apply
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.edit_log import EditGroup, Entry, MarksChange
from annotations.store.progress import Report, untold
from annotations.store.rows import signed, unique
from annotations.store.steps import later_on_the_same, size


class Edits:
    """What people change in a store. Every call is committed when it returns."""

    def __init__(self, connection: Connection, *, annotator: str) -> None:
        """Args:
        connection: An open store.
        annotator: Who the edits are by.
        """
        self._connection = connection
        self._annotator = annotator

    def annotations(self, article_id: str, action: str, changes: Sequence[Change]) -> EditGroup:
        """Add, change and remove annotations of an article, as one group.

        Args:
            article_id: The article.
            action: What the person did, as the history names it.
            changes: Without `before` an addition, without `after` a removal. Those that change
                nothing are skipped.

        Returns:
            The group, with the annotations as they are stored.

        Raises:
            NoSuchArticle: If there is no such article.
            EditConflict: If an annotation is no longer as `before` says.
            OffsetError: If an annotation does not cover the text it says.
            ValueError: If nothing would change, or an annotation would change its layer.
        """
        real = [
            signed(change, annotator=self._annotator)
            for change in changes
            if change.before != change.after
        ]
        if not real:
            raise ValueError("an edit has to change something")
        with self._connection.writing():
            article = article_key(self._connection, article_id)
            return self._do(action, [Entry(article=article, change=change) for change in real])

    def marks(self, article_id: str, action: str, *, before: Marks, after: Marks) -> EditGroup:
        """Change the tags and the note of an article.

        Args:
            article_id: The article.
            action: What the person did, as the history names it.
            before: What the person saw.
            after: What it shall be.

        Raises:
            NoSuchArticle: If there is no such article.
            EditConflict: If the article no longer carries `before`.
            ValueError: If nothing would change.
        """
        change = MarksChange(before=_settled_marks(before), after=_settled_marks(after))
        if change.before == change.after:
            raise ValueError("an edit has to change something")
        with self._connection.writing():
            article = article_key(self._connection, article_id)
            return self._do(action, [Entry(article=article, change=change)])

    def undo(self, *, article_id: str | None = None, report: Report = untold) -> EditGroup:
        """Take back the newest group that is done.

        Args:
            article_id: Consider only groups that touch this article; null for all.
            report: Told how far it has come.

        Raises:
            NothingToUndo: If there is none.
            EditConflict: If something is no longer as the group left it; nothing is changed.
        """
        with self._connection.writing():
            group = edit_log.newest_done(self._connection, self._key(article_id))
            if group is None:
                raise NothingToUndo("There is no edit left to undo.")
            entries = edit_log.entries_of(self._connection, group)
            back = [entry.reversed() for entry in reversed(entries)]
            try:
                apply(self._connection, back, report=report)
                store_changes.unmake(self._connection, group)
            except EditConflict as error:
                raise self._explained(group, error) from error
            edit_log.set_undone(self._connection, group)
            return edit_log.described(self._connection, group, entries)

    def redo(self, *, article_id: str | None = None, report: Report = untold) -> EditGroup:
        """Do again the group that was undone last.

        Args:
            article_id: Consider only groups that touch this article; null for all.
            report: Told how far it has come.

        Raises:
            NothingToUndo: If there is none.
            EditConflict: If something is no longer as it was undone to; nothing is changed.
        """
        with self._connection.writing():
            group = edit_log.last_undone(self._connection, self._key(article_id))
            if group is None:
                raise NothingToUndo("There is no edit left to redo.")
            entries = edit_log.entries_of(self._connection, group)
            apply(self._connection, entries, report=report)
            store_changes.make(self._connection, store_changes.changes_of(self._connection, group))
            edit_log.set_done(self._connection, group)
            return edit_log.described(self._connection, group, entries)

    def size_of_step(self, article_id: str, *, undo: bool) -> int:
        """How many changes, in whatever articles, undoing or redoing in an article would make.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        with self._connection.reading():
            key = self._key(article_id)
            find = edit_log.newest_done if undo else edit_log.last_undone
            group = find(self._connection, key)
            return 0 if group is None else size(self._connection, group)

    def history(self, *, article_id: str | None = None, limit: int = 100) -> list[EditGroup]:
        """The latest groups, newest first.

        Args:
            article_id: Only groups that touch this article; null for all.
            limit: At most so many.
        """
        with self._connection.reading():
            groups = edit_log.newest_groups(self._connection, self._key(article_id), limit)
            return [edit_log.read_group(self._connection, group) for group in groups]

    def _explained(self, group: int, error: EditConflict) -> EditConflict:
        """Why a group cannot be undone: perhaps a later edit has to be undone before it."""
        later = later_on_the_same(self._connection, group)
        if later is None:
            return error
        action, title = later
        return EditConflict(
            f"A later edit stands on this one: {action} in “{title}”; nothing was changed.",
            hint="Undo that first, in that article or in the library.",
        )

    def _key(self, article_id: str | None) -> int | None:
        return None if article_id is None else article_key(self._connection, article_id)

    def _do(self, action: str, entries: Sequence[Entry]) -> EditGroup:
        done = apply(self._connection, entries)
        group = edit_log.write_group(self._connection, action, self._annotator, done)
        return edit_log.read_group(self._connection, group)


def _settled_marks(marks: Marks) -> Marks:
    return Marks(tags=unique(marks.tags), note=marks.note or None)
