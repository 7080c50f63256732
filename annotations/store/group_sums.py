"""What a group of edits did as a whole: kept with it, so that a log of many is listed at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotations.model import Annotation, Layer
from annotations.review import Change
from annotations.store.connection import Connection

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What the changes of a group have in common."""

    changes: int = 0
    """Annotations added, changed or removed."""
    layer: Layer | None = None
    """Of all of them; null if they are of several."""
    kind_before: str | None = None
    """Entity label, quote type or figure category that all had before; null if they were not there
    or had several."""
    kind_after: str | None = None
    """The same, afterwards."""

    def plus(self, other: "Sums") -> "Sums":
        """Of the changes of both."""
        if not self.changes or not other.changes:
            return self if self.changes else other
        return Sums(
            changes=self.changes + other.changes,
            layer=_common((self.layer, other.layer)),
            kind_before=_common((self.kind_before, other.kind_before)),
            kind_after=_common((self.kind_after, other.kind_after)),
        )


def sums_of(changes: Sequence[Change]) -> Sums:
    """What changes have in common."""
    states = ((change.after or change.before) for change in changes)
    return Sums(
        changes=len(changes),
        layer=_common(None if each is None else each.layer for each in states),
        kind_before=_common(_kind(change.before) for change in changes),
        kind_after=_common(_kind(change.after) for change in changes),
    )


def sums_of_row(changes: int, layer: str | None, before: str | None, after: str | None) -> Sums:
    """What the row of a group says that its changes have in common."""
    known = None if layer is None else Layer(layer)
    return Sums(changes=changes, layer=known, kind_before=before, kind_after=after)


def add_sums(
    connection: Connection, group: int, changes: Sequence[Change], articles: Iterable[int]
) -> None:
    """Sum up more of what a group has done, before that is logged.

    Args:
        connection: A store in a write transaction.
        group: The group's id.
        changes: What it did to annotations.
        articles: The keys of the articles that it did something to.
    """
    added = sums_of(changes)
    sums, old_articles = _standing(connection, group)
    new_articles = sum(not _has_edited(connection, group, each) for each in set(articles))
    total = sums.plus(added)
    connection.execute(
        """
        UPDATE edit_groups SET changes = ?, articles = ?, layer = ?, kind_before = ?, kind_after = ?
        WHERE id = ?
        """,
        (
            *(total.changes, old_articles + new_articles, total.layer and total.layer.value),
            *(total.kind_before, total.kind_after, group),
        ),
    )


def _standing(connection: Connection, group: int) -> tuple[Sums, int]:
    articles, *sums = connection.rows(
        "SELECT articles, changes, layer, kind_before, kind_after FROM edit_groups WHERE id = ?",
        (group,),
    )[0]
    return sums_of_row(*sums), articles


def _has_edited(connection: Connection, group: int, article: int) -> bool:
    sql = "SELECT 1 FROM edits WHERE article = ? AND edit_group = ?"
    return connection.row(sql, (article, group)) is not None


def _kind(annotation: Annotation | None) -> str | None:
    return None if annotation is None else annotation.kind


def _common(values: Iterable[_Value | None]) -> _Value | None:
    """The one value of all; null if they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
