"""The log of all edits, and the history of one annotation, to be read."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.model import Annotation
from annotations.review import Change
from annotations.store.annotations import stored
from annotations.store.article_changes import ArticleChange
from annotations.store.articles import article_key
from annotations.store.connection import Connection, Row
from annotations.store.edit_log import State, change_of
from annotations.store.group_sums import Sums, sums_of_row

AnyChange = Change | ArticleChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which groups of edits are looked for; all of them where nothing is said."""

    article_id: str | None = None
    """Those that touch this article."""
    annotator: str | None = None
    since: str | None = None
    """From this moment on: UTC, ISO 8601, as the log has it."""
    before: str | None = None
    """Before this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedGroup:
    """A group of edits as the log lists it: in no time, however many changes it has."""

    id: int
    action: str
    annotator: str
    at: str
    """When, in UTC, ISO 8601."""
    state: State
    articles: int
    """How many it touches."""
    sums: Sums
    first: "LoggedEdit | None"
    """Its first change; in the log of an article its first one there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEdit:
    """One change of a group."""

    id: int
    article_id: str
    title: str
    annotation: int | None
    """The id of the annotation that it is about; null if it is about the article."""
    change: AnyChange


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """What one group of edits did to an annotation."""

    group: int
    action: str
    annotator: str
    at: str
    state: State
    together: int
    """How many annotations the group changed."""
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationHistory:
    """All that became of an annotation."""

    annotation: int
    article_id: str
    title: str
    began: Annotation | None
    """What it was before any edit; null if it is a person's own."""
    steps: tuple[HistoryStep, ...]
    """From the first on, those that were undone included."""
    now: Annotation | None
    """What it is; null if it was removed."""


class Log:
    """What people have done to a store."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def ids(self, wanted: Wanted, *, limit: int = -1) -> Sequence[int]:
        """The ids of groups, newest first.

        Args:
            wanted: Which.
            limit: At most so many; negative for all.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        with self._connection.reading():
            if wanted == Wanted() and limit < 0 and (every := self._without_gaps()) is not None:
                return every
            sql, values = self._query(wanted)
            return array("q", self._connection.column(f"{sql} LIMIT ?", (*values, limit)))

    def _without_gaps(self) -> Sequence[int] | None:
        """The ids of all groups, if none is missing; so 100,000s need not be read one by one."""
        count, last = self._connection.rows("SELECT count(*), max(id) FROM edit_groups")[0]
        return range(count, 0, -1) if count == (last or 0) else None

    def groups(self, ids: Sequence[int], *, article_id: str | None = None) -> list[LoggedGroup]:
        """Groups by their ids, in the same order; those that are not there are left out.

        Args:
            ids: As many as a screen shows, or some more.
            article_id: The article whose changes are preferred as the first of a group.
        """
        with self._connection.reading():
            key = None if article_id is None else article_key(self._connection, article_id)
            found = {row[0]: row for row in self._connection.rows(_GROUPS, (json.dumps([*ids]),))}
            return [self._group(found[each], key) for each in ids if each in found]

    def edits(self, group: int) -> "array[int]":
        """The ids of the changes of a group, in the order they were made."""
        sql = "SELECT id FROM edits WHERE edit_group = ? ORDER BY id"
        return array("q", self._connection.column(sql, (group,)))

    def changes(self, edits: Sequence[int]) -> dict[int, LoggedEdit]:
        """Changes by their ids."""
        found = self._connection.rows(_EDITS, (json.dumps(list(edits)),))
        return {row[0]: _edit(row) for row in found}

    def annotators(self) -> list[str]:
        """Everybody who has edited anything, in the order of the alphabet."""
        return self._connection.column(_ANNOTATORS)

    def of_annotation(self, annotation_id: int) -> AnnotationHistory | None:
        """What became of an annotation, also of one that was removed.

        Returns:
            Null if there neither is nor was such an annotation.
        """
        with self._connection.reading():
            now = stored(self._connection, [annotation_id]).get(annotation_id)
            rows = self._connection.rows(_STEPS, (annotation_id,))
            place = self._connection.row(_PLACE, (annotation_id,))
        if place is None:
            return None
        steps = tuple(map(_step, rows))
        return AnnotationHistory(
            annotation=annotation_id,
            article_id=place[0],
            title=place[1],
            began=steps[0].change.before if steps else now,
            steps=steps,
            now=now,
        )

    def _query(self, wanted: Wanted) -> tuple[str, list[object]]:
        """A statement for the ids of groups, without its limit, and its values."""
        conditions: list[str] = []
        values: list[object] = []
        for condition, value in (
            ("g.annotator = ?", wanted.annotator),
            ("g.at >= ?", wanted.since),
            ("g.at < ?", wanted.before),
        ):
            if value is not None:
                conditions.append(condition)
                values.append(value)
        if wanted.article_id is None:
            where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
            return f"SELECT g.id FROM edit_groups AS g {where} ORDER BY g.id DESC", values
        key = article_key(self._connection, wanted.article_id)
        joined = "CROSS JOIN edit_groups AS g ON g.id = e.edit_group" if conditions else ""
        where = " AND ".join(("e.article = ?", *conditions))
        sql = f"""
            SELECT DISTINCT e.edit_group FROM edits AS e {joined}
            WHERE {where} ORDER BY e.edit_group DESC
            """
        return sql, [key, *values]

    def _group(self, row: Row, article: int | None) -> LoggedGroup:
        identifier, action, annotator, at, state, articles, *sums = row
        return LoggedGroup(
            id=identifier,
            action=action,
            annotator=annotator,
            at=at,
            state=state,
            articles=articles,
            sums=sums_of_row(*sums),
            first=self._first(identifier, article),
        )

    def _first(self, group: int, article: int | None) -> LoggedEdit | None:
        found = None
        if article is not None:
            sql = "SELECT min(id) FROM edits WHERE article = ? AND edit_group = ?"
            found = self._connection.value(sql, (article, group))
        if found is None:
            found = self._connection.value(
                "SELECT min(id) FROM edits WHERE edit_group = ?", (group,)
            )
        return None if found is None else self.changes([found])[found]


_GROUPS = """
    SELECT id, action, annotator, at, state, articles, changes, layer, kind_before, kind_after
    FROM edit_groups WHERE id IN (SELECT value FROM json_each(?))
    """
_EDITS = """
    SELECT e.id, a.id, coalesce(a.title, a.id), e.annotation, e.layer, e.before, e.after
    FROM edits AS e CROSS JOIN articles AS a ON a.key = e.article
    WHERE e.id IN (SELECT value FROM json_each(?))
    """
_STEPS = """
    SELECT g.id, g.action, g.annotator, g.at, g.state, g.changes, e.layer, e.before, e.after
    FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
    WHERE e.annotation = ? ORDER BY e.id
    """
_PLACE = """
    SELECT id, coalesce(title, id) FROM articles WHERE key = coalesce(
        (SELECT article FROM annotations WHERE id = ?1),
        (SELECT article FROM edits WHERE annotation = ?1 LIMIT 1)
    )
    """
_ANNOTATORS = """
    WITH RECURSIVE each (annotator) AS (
        SELECT min(annotator) FROM edit_groups
        UNION ALL
        SELECT (SELECT min(g.annotator) FROM edit_groups AS g WHERE g.annotator > each.annotator)
        FROM each WHERE each.annotator IS NOT NULL
    )
    SELECT annotator FROM each WHERE annotator IS NOT NULL
    """
"""Each name is looked up behind the one before, rather than found among all groups."""


def _edit(row: Row) -> LoggedEdit:
    identifier, article_id, title, annotation, *change = row
    return LoggedEdit(
        id=identifier,
        article_id=article_id,
        title=title,
        annotation=annotation,
        change=change_of(*change),
    )


def _step(row: Row) -> HistoryStep:
    group, action, annotator, at, state, together, *change = row
    what = change_of(*change)
    assert isinstance(what, Change)
    return HistoryStep(
        group=group,
        action=action,
        annotator=annotator,
        at=at,
        state=state,
        together=together,
        change=what,
    )
