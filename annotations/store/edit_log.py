"""The log of edits: groups of changes with their state, as rows of `edit_groups` and `edits`."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from annotations.model import Annotation, Layer
from annotations.records import annotation_from_record, annotation_record
from annotations.review import Change
from annotations.store.article_changes import (
    ArticleChange,
    VersionChange,
    change_of_records,
    records_of,
    taken_back,
)
from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.dropping import drop_undone
from annotations.store.group_sums import add_sums
from annotations.store.own_rules.rows import RuleChange, changes_of
from annotations.store.store_changes import StoreChange
from annotations.store.store_changes import changes_of as store_changes_of

State = Literal["done", "undone", "dropped"]
"""Dropped: undone, and no longer to be redone because a later edit took its place."""

_DONE, _UNDONE, _DROPPED = get_args(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditGroup:
    """What a person did in one go; undone and redone as a whole."""

    id: int
    action: str
    """accept, relabel, tag …"""
    annotator: str
    at: str
    """When, in UTC, ISO 8601."""
    state: State
    article_ids: tuple[str, ...]
    changes: tuple[Change, ...]
    """What happened to annotations, with the ids they have in the store."""
    rules: tuple[RuleChange, ...] = ()
    """What happened to rules of a person's own, which then did the rest."""
    store_changes: tuple[StoreChange, ...] = ()
    """What happened to the store as a whole."""
    versions: tuple[VersionChange, ...] = ()
    """Of which texts of their articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change within a group."""

    article: int
    """The article's key."""
    change: Change | ArticleChange

    def reversed(self) -> "Entry":
        """The change that takes this one back."""
        if isinstance(self.change, Change):
            before, after = self.change.before, self.change.after
            return replace(self, change=Change(before=after, after=before))
        return replace(self, change=taken_back(self.change))


def write_group(
    connection: Connection, action: str, annotator: str, entries: Sequence[Entry]
) -> int:
    """Log a group that has just been done, and drop the undone ones it makes void.

    Returns:
        The group's id.
    """
    group = begin_group(connection, action, annotator)
    add_entries(connection, group, entries)
    return group


def begin_group(connection: Connection, action: str, annotator: str) -> int:
    """Begin to log a group that is being done; its id."""
    group = connection.execute(
        "INSERT INTO edit_groups (action, annotator, at, state) VALUES (?, ?, ?, ?)",
        (action, annotator, now(), _DONE),
    ).lastrowid
    assert group is not None
    connection.steps.append((group, _DONE))
    return group


def add_entries(connection: Connection, group: int, entries: Sequence[Entry]) -> None:
    """Log more of what a group has done, and drop the undone groups that it makes void."""
    articles = {entry.article for entry in entries}
    drop_undone(connection, articles)
    changes = [each.change for each in entries if isinstance(each.change, Change)]
    add_sums(connection, group, changes, articles)
    connection.executemany(
        """
        INSERT INTO edits (edit_group, article, annotation, layer, before, after)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        ((group, entry.article, *_entry_values(entry.change)) for entry in entries),
    )


def newest_done(connection: Connection, article: int | None) -> int | None:
    """The id of the group to undo next: the newest that is done."""
    if article is None:
        sql = """
            SELECT id FROM edit_groups AS g
            WHERE state = 'done' AND (
                EXISTS (SELECT 1 FROM edits WHERE edit_group = g.id)
                OR EXISTS (SELECT 1 FROM own_rule_edits WHERE edit_group = g.id)
                OR EXISTS (SELECT 1 FROM name_edits WHERE edit_group = g.id)
                OR EXISTS (SELECT 1 FROM store_edits WHERE edit_group = g.id)
            )
            ORDER BY id DESC LIMIT 1
            """
        return _id(connection.value(sql))
    newest = """
        SELECT e.edit_group FROM {} AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
        WHERE e.article = ? AND g.state = 'done' ORDER BY e.edit_group DESC LIMIT 1
        """
    found = (
        connection.value(newest.format(table), (article,)) for table in ("edits", "own_rule_edits")
    )
    return max(filter(None, found), default=None)


def last_undone(connection: Connection, article: int | None) -> int | None:
    """The id of the group to redo next: the one that was undone last."""
    sql = """
        SELECT id FROM edit_groups AS g
        WHERE state = 'undone' AND (
            EXISTS (SELECT 1 FROM edits WHERE edit_group = g.id AND article = coalesce(?1, article))
            OR EXISTS (
                SELECT 1 FROM own_rule_edits
                WHERE edit_group = g.id AND (?1 IS NULL OR article = ?1)
            )
            OR ?1 IS NULL AND EXISTS (SELECT 1 FROM name_edits WHERE edit_group = g.id)
            OR ?1 IS NULL AND EXISTS (SELECT 1 FROM store_edits WHERE edit_group = g.id)
        )
        ORDER BY undone_as DESC LIMIT 1
        """
    return _id(connection.value(sql, (article,)))


def set_done(connection: Connection, group: int) -> None:
    """Record that a group was redone."""
    connection.execute(
        "UPDATE edit_groups SET state = ?, undone_as = NULL WHERE id = ?", (_DONE, group)
    )
    connection.steps.append((group, _DONE))


def set_undone(connection: Connection, group: int) -> None:
    """Record that a group was undone, as the last one so far."""
    connection.execute(
        """
        UPDATE edit_groups SET state = ?, undone_as = 1 + coalesce(
            (SELECT max(undone_as) FROM edit_groups WHERE state = 'undone'), 0
        )
        WHERE id = ?
        """,
        (_UNDONE, group),
    )
    connection.steps.append((group, _UNDONE))


def entries_of(connection: Connection, group: int, *, article: int | None = None) -> list[Entry]:
    """The changes of a group, or of those in one article, in the order they were made."""
    sql = "SELECT article, layer, before, after FROM edits WHERE edit_group = ?"
    within = "" if article is None else " AND article = ?"
    found = connection.rows(
        f"{sql}{within} ORDER BY id", (group,) if article is None else (group, article)
    )
    return [
        Entry(article=key, change=change_of(layer, before, after))
        for key, layer, before, after in found
    ]


def read_group(connection: Connection, group: int) -> EditGroup:
    """A group with all its changes, by its id."""
    return described(connection, group, entries_of(connection, group))


def described(connection: Connection, group: int, entries: Sequence[Entry]) -> EditGroup:
    """A group whose changes are known."""
    action, annotator, at, state = connection.rows(
        "SELECT action, annotator, at, state FROM edit_groups WHERE id = ?", (group,)
    )[0]
    changes = [entry.change for entry in entries]
    return EditGroup(
        id=group,
        action=action,
        annotator=annotator,
        at=at,
        state=state,
        article_ids=_article_ids(connection, entries),
        changes=tuple(change for change in changes if isinstance(change, Change)),
        rules=changes_of(connection, group),
        store_changes=store_changes_of(connection, group),
        versions=tuple(change for change in changes if isinstance(change, VersionChange)),
    )


def newest_groups(connection: Connection, article: int | None, limit: int) -> list[int]:
    """Ids of the latest groups, newest first."""
    if article is None:
        sql = "SELECT id FROM edit_groups ORDER BY id DESC LIMIT ?"
        return connection.column(sql, (limit,))
    sql = """
        SELECT DISTINCT edit_group FROM edits WHERE article = ? ORDER BY edit_group DESC LIMIT ?
        """
    return connection.column(sql, (article, limit))


def mentions(connection: Connection, annotation_id: int) -> bool:
    """Whether any edit, undone ones included, is about an annotation with this id."""
    sql = "SELECT 1 FROM edits WHERE annotation = ?"
    return connection.row(sql, (annotation_id,)) is not None


def _entry_values(
    change: Change | ArticleChange,
) -> tuple[int | None, str | None, str | None, str | None]:
    """Annotation, layer, before and after of an edit's row."""
    if not isinstance(change, Change):
        was, became = records_of(change)
        return None, None, _dump(was), _dump(became)
    annotation = change.after or change.before
    assert annotation is not None
    before, after = (
        None if each is None else _dump(annotation_record(each))
        for each in (change.before, change.after)
    )
    return annotation.id, annotation.layer.value, before, after


def change_of(layer: str | None, before: str | None, after: str | None) -> Change | ArticleChange:
    """What the row of an edit says.

    Args:
        layer: Of the annotation; null if it is about the article.
        before: A record as JSON, or null.
        after: The same.
    """
    if layer is None:
        return change_of_records(json.loads(before or "{}"), json.loads(after or "{}"))
    return Change(before=_annotation(layer, before), after=_annotation(layer, after))


def _annotation(layer: str, record: str | None) -> Annotation | None:
    return None if record is None else annotation_from_record(Layer(layer), json.loads(record))


_dump = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` makes an encoder each time that it is not asked for its defaults."""


def _article_ids(connection: Connection, entries: Iterable[Entry]) -> tuple[str, ...]:
    keys = dict.fromkeys(entry.article for entry in entries)
    return tuple(connection.value("SELECT id FROM articles WHERE key = ?", (key,)) for key in keys)


def _id(value: Any) -> int | None:
    return None if value is None else int(value)
