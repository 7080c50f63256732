"""What a person decides on names, each for `Editing` to carry out; one step to undo."""

from typing import TYPE_CHECKING

from annotations.store import Store
from annotations.store.names import NameGroup
from annotations.store.progress import Report
from reader.services.long_edits import LongEdit

if TYPE_CHECKING:
    from annotations.store.names import Merge


def merging(
    name: str, into: str, group: NameGroup, *, force: bool = False, undo_key: str
) -> LongEdit:
    """Say that a name is the same as another.

    Args:
        name: The name that is listed by itself no longer.
        into: The name that it is listed under.
        group: Of both.
        force: Whether also in articles in which both stand.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        done: Merge = store.names.merge(name, into, group=group, force=force)
        return f"“{done.name}” is listed as “{done.into}” now; {undo_key} undoes it"

    return LongEdit("merging", carry_out)


def splitting(name: str, group: NameGroup, *, undo_key: str) -> LongEdit:
    """Say that a name that was merged into another is one by itself.

    Args:
        name: The name that was merged.
        group: Of both.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        done: Merge = store.names.split(name, group=group)
        return f"“{done.name}” is listed by itself, not as “{done.into}”; {undo_key} undoes it"

    return LongEdit("splitting", carry_out)


def splitting_in(
    name: str, group: NameGroup, article_id: str, title: str, *, undo_key: str
) -> LongEdit:
    """Say that in one article a name is somebody else.

    Args:
        name: As it is listed.
        group: What it is the name of.
        article_id: The article.
        title: Its title, as it is told.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        done = store.names.split_in(name, article_id, group=group)
        return f"in {title} it is listed as “{done.meant}”; {undo_key} undoes it"

    return LongEdit("splitting", carry_out)
