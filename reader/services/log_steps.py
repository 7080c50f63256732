"""What is done from the log and from the history of an annotation, each for `Editing`."""

from annotations.errors import NothingToUndo
from annotations.model import Annotation
from annotations.store import Store
from annotations.store.edit_log import EditGroup
from annotations.store.progress import Report
from annotations.store.rewinding import Way
from reader.restoring import way_back
from reader.services.long_edits import LongEdit, named
from reader.step_words import words_of


def how_many_edits(count: int) -> str:
    """A number of edits, as it is told."""
    return f"{count:,} edit{'' if count == 1 else 's'}"


def one_step(group: int, *, undo: bool) -> LongEdit:
    """Undo one edit alone, or redo it."""

    def carry_out(store: Store, report: Report) -> str:
        walk = store.rewinding.undo if undo else store.rewinding.redo
        try:
            done = walk(group, report=report)
        except NothingToUndo as error:
            return error.message
        return f"{'undid' if undo else 'redid'}: {_told(store, done)}"

    return LongEdit("undoing" if undo else "redoing", carry_out)


def to_step(group: int, expected: Way, *, article_id: str | None) -> LongEdit:
    """Undo all edits after one, or redo all up to it.

    Args:
        group: Its id.
        expected: What a person has agreed to; if it is another by then, nothing is done.
        article_id: Consider only edits that touch this article; null for all in the store.
    """

    def carry_out(store: Store, report: Report) -> str:
        try:
            way, last = store.rewinding.go(
                group, article_id=article_id, expected=expected, report=report
            )
        except NothingToUndo as error:
            return error.message
        did = f"{'undid' if way.undo else 'redid'} {how_many_edits(way.groups)}"
        return f"{did}; the last one is now: {_told(store, last)}"

    return LongEdit("undoing" if expected.undo else "redoing", carry_out)


def restoring(
    annotation_id: int, article_id: str, state: Annotation | None, *, undo_key: str
) -> LongEdit:
    """Let an annotation be what it once was.

    Args:
        annotation_id: Its id, under which it comes back if it was removed.
        article_id: Its article.
        state: What it was; null if it was removed.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        now = store.annotations.get(annotation_id)
        changes = way_back(now, state, store.annotations.of(article_id))
        if not changes:
            return "it is so already: nothing to go back to"
        group = store.edits.go_back(article_id, changes)
        return f"went back: {words_of(group.action, group.changes)}; {undo_key} undoes it"

    return LongEdit("going back", carry_out)


def _told(store: Store, group: EditGroup) -> str:
    return f"{words_of(group.action, group.changes)} in {named(store, group)}"
