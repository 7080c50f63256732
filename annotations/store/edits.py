"""A person's edits: done, undone and redone, each group in one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from annotations.errors import NothingToUndo
from annotations.model import Annotation, ArticleState, Status
from annotations.review import Change, Marks
from annotations.store import edit_log, steps
from annotations.store.applying import apply
from annotations.store.article_changes import LanguageChange, MarksChange, StateChange
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.edit_log import EditGroup, Entry
from annotations.store.progress import Report, untold
from annotations.store.rows import signed, unique
from annotations.store.standing_text import check_version
from annotations.store.states import given_state
from annotations.store.steps import comes_before_it, later_on_the_same, stands_on_it, undone_after


class Edits:
    """What people change in a store. Every call is committed when it returns."""

    def __init__(self, connection: Connection, *, annotator: str) -> None:
        """Args:
        connection: An open store.
        annotator: Who the edits are by.
        """
        self._connection = connection
        self._annotator = annotator

    def annotations(
        self,
        article_id: str,
        action: str,
        changes: Sequence[Change],
        *,
        version: int | None = None,
    ) -> EditGroup:
        """Add, change and remove annotations of an article, as one group.

        Args:
            article_id: The article.
            action: What the person did, as the history names it.
            changes: Without `before` an addition, without `after` a removal. Those that change
                nothing are skipped.
            version: Of the text that the person saw; null if the present one is meant, whichever
                it is.

        Returns:
            The group, with the annotations as they are stored.

        Raises:
            NoSuchArticle: If there is no such article.
            EditConflict: If an annotation is no longer as `before` says, or the article has another
                text by now.
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
            check_version(self._connection, article, version)
            return self._do(action, [Entry(article=article, change=change) for change in real])

    def go_back(self, article_id: str, changes: Sequence[Change]) -> EditGroup:
        """Let annotations be what they were once, as a new edit.

        Args:
            article_id: The article.
            changes: What stands, and what shall stand. An annotation that was removed comes back
                under the id that it had; a suggestion is nobody's decision again.

        Returns:
            The group, with the annotations as they are stored.

        Raises:
            NoSuchArticle: If there is no such article.
            EditConflict: If an annotation is no longer as `before` says.
            OffsetError: If the text is no longer what the annotation covered.
            ValueError: If nothing would change.
        """
        real = [Change(before=each.before, after=self._again(each.after)) for each in changes]
        real = [each for each in real if each.before != each.after]
        if not real:
            raise ValueError("an edit has to change something")
        with self._connection.writing():
            article = article_key(self._connection, article_id)
            entries = [Entry(article=article, change=change) for change in real]
            return self._do("restore", entries)

    def _again(self, state: Annotation | None) -> Annotation | None:
        if state is None or state.status is Status.SUGGESTED:
            return state
        return replace(state, annotator=self._annotator)

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

    def set_state(self, article_id: str, action: str, state: ArticleState | None) -> EditGroup:
        """Give an article a state.

        Args:
            article_id: The article.
            action: What the person did, as the history names it.
            state: One of `SETTABLE`; null to let it follow from the annotations again.

        Raises:
            NoSuchArticle: If there is no such article.
            ValueError: If nothing would change.
        """
        with self._connection.writing():
            article = article_key(self._connection, article_id)
            before = given_state(self._connection, article)
            if before is state:
                raise ValueError("an edit has to change something")
            return self._do(
                action, [Entry(article=article, change=StateChange(before=before, after=state))]
            )

    def set_language(self, article_id: str, action: str, language: str | None) -> EditGroup:
        """Say which language an article is in.

        If no detector reads it, what one has suggested goes.

        Args:
            article_id: The article.
            action: What the person did, as the history names it.
            language: Its ISO 639 code; null if it is not known.

        Raises:
            NoSuchArticle: If there is no such article.
            ValueError: If nothing would change.
        """
        from annotations.store.languages import language_set  # a rare edit

        with self._connection.writing():
            article = article_key(self._connection, article_id)
            before = language_set(self._connection, article)
            if before == language:
                raise ValueError("an edit has to change something")
            change = LanguageChange(before=before, after=language)
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
            if article_id is not None and (later := later_on_the_same(self._connection, group)):
                raise stands_on_it(later)
            return steps.undo(self._connection, group, report=report)

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
            if article_id is not None and (later := undone_after(self._connection, group)):
                raise comes_before_it(later)
            return steps.redo(self._connection, group, report=report)

    def size_of_step(self, article_id: str, *, undo: bool) -> int:
        """How many changes, in whatever articles, undoing or redoing in an article would make.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        with self._connection.reading():
            key = self._key(article_id)
            find = edit_log.newest_done if undo else edit_log.last_undone
            group = find(self._connection, key)
            return 0 if group is None else steps.size(self._connection, group)

    def history(self, *, article_id: str | None = None, limit: int = 100) -> list[EditGroup]:
        """The latest groups, newest first.

        Args:
            article_id: Only groups that touch this article; null for all.
            limit: At most so many.
        """
        with self._connection.reading():
            groups = edit_log.newest_groups(self._connection, self._key(article_id), limit)
            return [edit_log.read_group(self._connection, group) for group in groups]

    def _key(self, article_id: str | None) -> int | None:
        return None if article_id is None else article_key(self._connection, article_id)

    def _do(self, action: str, entries: Sequence[Entry]) -> EditGroup:
        done = apply(self._connection, entries)
        group = edit_log.write_group(self._connection, action, self._annotator, done)
        return edit_log.read_group(self._connection, group)


def _settled_marks(marks: Marks) -> Marks:
    return Marks(tags=unique(marks.tags), note=marks.note or None)
