"""What is done to a tag everywhere, as a `LongEdit`; and what is asked about tags."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.store import Store
from annotations.store.progress import Report
from reader.services.long_edits import LongEdit
from reader.services.lookup import Answer
from reader.tag_telling import carriers, filters_told

if TYPE_CHECKING:
    from annotations.store.tag_edits import TagEdits
    from annotations.store.tags import TagUse


@dataclass
class TagsRead(Message):
    """The tags of the store were read."""

    uses: "list[TagUse]"


def tags() -> Answer:
    """All tags with what carries them."""

    def answer(store: Store) -> TagsRead:
        return TagsRead(store.tags.uses())

    return answer


def renaming(old: str, new: str, *, undo_key: str) -> LongEdit:
    """Rename a tag wherever it is; onto another, they are merged.

    Args:
        old: The tag.
        new: Its new name.
        undo_key: What undoes it, as it is told.
    """

    def edit(edits: "TagEdits") -> str:
        outcome = edits.rename_tag(old, new, merge=True)
        did = f"merged #{old} into" if outcome.merged else f"renamed #{old} to"
        return f"{did} #{new} {carriers(outcome)}; {undo_key} undoes it{filters_told(outcome)}"

    return _edit("renaming a tag", edit)


def removing(tag: str, *, undo_key: str) -> LongEdit:
    """Take a tag, and those below it, off everything.

    Args:
        tag: The tag.
        undo_key: What undoes it, as it is told.
    """

    def edit(edits: "TagEdits") -> str:
        outcome = edits.remove_tag(tag)
        return f"removed #{tag} {carriers(outcome)}; {undo_key} undoes it{filters_told(outcome)}"

    return _edit("removing a tag", edit)


def _edit(doing: str, edit: "Callable[[TagEdits], str]") -> LongEdit:
    def carry_out(store: Store, report: Report) -> str:
        return edit(store.tag_edits.reporting(report))

    return LongEdit(doing, carry_out)
