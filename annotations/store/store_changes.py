"""Changes that a person makes to a store as a whole: logged, undone and redone like all others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.errors import EditConflict
from annotations.store.connection import Connection


class Setting(StrEnum):
    """What such a change is of."""

    TAG_COLOUR = "tag colour"
    SAVED_FILTER = "saved filter"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreChange:
    """One setting before and after an edit."""

    what: Setting
    name: str
    """The tag that has the colour; the name of the filter."""
    before: str | None
    after: str | None
    """Null where there is none."""

    def reversed(self) -> "StoreChange":
        """The change that takes this one back."""
        return StoreChange(what=self.what, name=self.name, before=self.after, after=self.before)


_READ = {
    Setting.TAG_COLOUR: "SELECT colour FROM tag_colours WHERE tag = ?",
    Setting.SAVED_FILTER: "SELECT filter FROM saved_filters WHERE name = ?",
}
_WRITE = {
    Setting.TAG_COLOUR: "INSERT OR REPLACE INTO tag_colours (tag, colour) VALUES (?, ?)",
    Setting.SAVED_FILTER: "INSERT OR REPLACE INTO saved_filters (name, filter) VALUES (?, ?)",
}
_REMOVE = {
    Setting.TAG_COLOUR: "DELETE FROM tag_colours WHERE tag = ?",
    Setting.SAVED_FILTER: "DELETE FROM saved_filters WHERE name = ?",
}


def make(connection: Connection, changes: Iterable[StoreChange]) -> None:
    """Make changes one after the other.

    A filter that somebody has saved anew or forgotten meanwhile is left alone: saving one is no
    edit, and must not keep an edit from being undone.

    Args:
        connection: A store in a write transaction, to be rolled back on any error.
        changes: What to change.

    Raises:
        EditConflict: If the colour of a tag is not as a change expects to find it.
    """
    for change in changes:
        found = connection.value(_READ[change.what], (change.name,))
        if found == change.before:
            _set(connection, change)
        elif change.what is Setting.TAG_COLOUR:
            raise EditConflict(
                f"The colour of the tag {change.name!r} has been changed elsewhere; "
                "nothing was changed.",
                hint="Look at the tags as they are, and decide again.",
            )


def _set(connection: Connection, change: StoreChange) -> None:
    if change.after is None:
        connection.execute(_REMOVE[change.what], (change.name,))
    else:
        connection.execute(_WRITE[change.what], (change.name, change.after))


def unmake(connection: Connection, group: int) -> None:
    """Take back what a group has changed.

    Raises:
        EditConflict: If the colour of a tag is no longer as the group has left it.
    """
    changes = changes_of(connection, group)
    make(connection, [change.reversed() for change in reversed(changes)])


def log(connection: Connection, group: int, changes: Sequence[StoreChange]) -> None:
    """Log what a group has just changed, and drop the undone groups that this makes void."""
    connection.executemany(
        """
        UPDATE edit_groups SET state = 'dropped', undone_as = NULL
        WHERE state = 'undone' AND EXISTS (
            SELECT 1 FROM store_edits
            WHERE what = ? AND name = ? AND edit_group = edit_groups.id
        )
        """,
        ((change.what, change.name) for change in changes),
    )
    connection.executemany(
        "INSERT INTO store_edits (edit_group, what, name, before, after) VALUES (?, ?, ?, ?, ?)",
        ((group, each.what, each.name, each.before, each.after) for each in changes),
    )


def changes_of(connection: Connection, group: int) -> tuple[StoreChange, ...]:
    """What a group has changed, in order."""
    return tuple(
        StoreChange(what=Setting(what), name=name, before=before, after=after)
        for what, name, before, after in connection.rows(
            "SELECT what, name, before, after FROM store_edits WHERE edit_group = ? ORDER BY id",
            (group,),
        )
    )
