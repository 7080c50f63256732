"""What a list edits in many articles at once, each for `Editing` to carry out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.errors import NothingToUndo
from annotations.store import Store
from annotations.store.progress import Report
from reader.services.questions import how_many
from reader.step_words import step_words

if TYPE_CHECKING:
    from annotations.store.bulk import BulkEdits, BulkOutcome
    from annotations.store.edit_log import EditGroup

_NAMED = 3
"""Articles of an edit that are named when it is undone; of more, their number is told."""


@dataclass(frozen=True, slots=True)
class LongEdit:
    """Something to do to many articles."""

    doing: str
    """What it does, as it is told while it lasts: "rejecting"."""
    carry_out: Callable[[Store, Report], str]
    """Does it in one transaction, and tells what was done; called in a thread."""


def bulk_edit(
    doing: str, did: str, edit: "Callable[[BulkEdits], BulkOutcome]", *, undo_key: str
) -> LongEdit:
    """Edit many articles at once, and tell what was done.

    Args:
        doing: The verb while it lasts.
        did: The verb in the past, with what comes before the number of articles.
        edit: Makes the edit.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        outcome = edit(store.bulk.reporting(report))
        if not outcome.changes:
            return f"{did} no article: there was nothing to change"
        return f"{did} {how_many(outcome.articles)}; {undo_key} undoes it"

    return LongEdit(doing, carry_out)


def step(*, undo: bool, article_id: str | None = None) -> LongEdit:
    """Undo the last edit, or redo the last that was undone.

    Args:
        undo: Whether it is undone.
        article_id: Consider only edits that touch this article; null for all in the store.
    """

    def carry_out(store: Store, report: Report) -> str:
        try:
            walk = store.edits.undo if undo else store.edits.redo
            group = walk(article_id=article_id, report=report)
        except NothingToUndo as error:
            return error.message
        did = step_words(group.action, len(group.changes))
        where = f" in {_named(store, group)}" if group.article_ids else ""
        return f"{'undid' if undo else 'redid'}: {did}{where}"

    return LongEdit("undoing" if undo else "redoing", carry_out)


def _named(store: Store, group: "EditGroup") -> str:
    """The articles of an edit, or how many they are."""
    if len(group.article_ids) > _NAMED:
        return how_many(len(group.article_ids))
    return ", ".join(store.articles.get(each).title for each in group.article_ids)
