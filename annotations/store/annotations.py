"""Annotations as rows: read for the screen and for export, and written one by one."""

import json
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from annotations.errors import NoSuchArticle
from annotations.model import Annotation, Layer, Status
from annotations.review import Change
from annotations.store import rows
from annotations.store.connection import Connection, Row

_COLUMNS = ", ".join(rows.ALL)
_LAYER_COLUMN = 1 + rows.ALL.index("layer")
_LAYERS = {layer.value: index for index, layer in enumerate(Layer)}


def _index_of(column: str, values: Iterable[str]) -> str:
    """An SQL expression for the place of a column's value among all its values."""
    cases = " ".join(f"WHEN '{value}' THEN {index}" for index, value in enumerate(values))
    return f"CASE {column} {cases} END"


_LAYER_INDEX = _index_of("layer", Layer)
_STATUS_INDEX = _index_of("status", Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The annotations of one article as parallel arrays, ordered by start, -end and id."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    layers: "array[int]" = field(default_factory=lambda: array("B"))
    """Each an index in `tuple(Layer)`."""
    statuses: "array[int]" = field(default_factory=lambda: array("B"))
    """Each an index in `tuple(Status)`."""
    kinds: list[str] = field(default_factory=list)
    """Entity label, quote type or figure category; equal ones are the same object."""


class Annotations:
    """The annotations of a store, to read. `Edits` and `Runs` write them."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def columns(self, article_id: str) -> Columns:
        """What the screen needs of all annotations of an article, without rejected ones.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        columns = Columns()
        interned: dict[str, str] = {}
        for annotation_id, start, end, layer, status, kind in self._connection.stream(
            f"""
            SELECT id, start, "end", {_LAYER_INDEX}, {_STATUS_INDEX},
                coalesce(label, type, category)
            FROM annotations
            WHERE article = ? AND status <> 'rejected'
            ORDER BY start, "end" DESC, id
            """,
            (article_key(self._connection, article_id),),
        ):
            columns.ids.append(annotation_id)
            columns.starts.append(start)
            columns.ends.append(end)
            columns.layers.append(layer)
            columns.statuses.append(status)
            columns.kinds.append(interned.setdefault(kind, kind))
        return columns

    def get(self, annotation_id: int) -> Annotation | None:
        """One annotation with all its fields, or null."""
        with self._connection.reading():
            return stored(self._connection, [annotation_id]).get(annotation_id)

    def of(
        self, article_id: str, *, statuses: Collection[Status] | None = None
    ) -> list[Annotation]:
        """All annotations of an article with all their fields.

        Args:
            article_id: The article.
            statuses: Leave out the others; null for all.

        Returns:
            Ordered by layer, start, -end and id.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        with self._connection.reading():
            key = article_key(self._connection, article_id)
            found = annotations_of(self._connection, key)
        return [each for each in found if statuses is None or each.status in statuses]


def article_key(connection: Connection, article_id: str) -> int:
    """The integer key of an article.

    Raises:
        NoSuchArticle: If there is no such article.
    """
    key: int | None = connection.value("SELECT key FROM articles WHERE id = ?", (article_id,))
    if key is None:
        raise NoSuchArticle(article_id)
    return key


def annotations_of(connection: Connection, article: int) -> list[Annotation]:
    """All annotations of an article, ordered by layer, start, -end and id.

    Args:
        connection: An open store.
        article: The article's key.
    """
    tags = _collected(
        connection.stream(
            """
            SELECT t.annotation, t.tag
            FROM annotations AS n CROSS JOIN annotation_tags AS t ON t.annotation = n.id
            WHERE n.article = ? ORDER BY t.annotation, t.position
            """,
            (article,),
        )
    )
    found = connection.rows(
        f"""
        SELECT id, {_COLUMNS} FROM annotations
        WHERE article = ? ORDER BY start, "end" DESC, id
        """,
        (article,),
    )
    found.sort(key=lambda row: _LAYERS[row[_LAYER_COLUMN]])
    return [rows.annotation(row, tags.get(row[0], ())) for row in found]


def stored(
    connection: Connection, annotation_ids: Iterable[int], *, article: int | None = None
) -> dict[int, Annotation]:
    """Annotations as they stand, by id; those that are not there are left out.

    Args:
        connection: An open store.
        annotation_ids: Any number of them.
        article: The key of the article they have to belong to; null for any.
    """
    wanted = json.dumps(list(annotation_ids))
    tags = _collected(
        connection.stream(
            """
            SELECT annotation, tag FROM annotation_tags
            WHERE annotation IN (SELECT value FROM json_each(?)) ORDER BY annotation, position
            """,
            (wanted,),
        )
    )
    found = connection.stream(
        f"""
        SELECT id, {_COLUMNS} FROM annotations
        WHERE id IN (SELECT value FROM json_each(?)) AND article = coalesce(?, article)
        """,
        (wanted, article),
    )
    return {row[0]: rows.annotation(row, tags.get(row[0], ())) for row in found}


def insert(connection: Connection, article: int, annotation: Annotation) -> int:
    """Add an annotation with its tags.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        annotation: Goes in under its own id if it has one, which must be free.

    Returns:
        The id it has in the store.
    """
    columns = ("article", "id", *rows.REVIEW, *rows.CONTENT[annotation.layer])
    annotation_id = connection.execute(
        f"INSERT INTO annotations ({', '.join(columns)}) VALUES ({_places(columns)})",
        (article, annotation.id, *rows.review(annotation), *rows.content(annotation)),
    ).lastrowid
    assert annotation_id is not None
    _insert_tags(connection, annotation_id, annotation.tags)
    return annotation_id


def insert_suggestions(
    connection: Connection, article: int, detector: str, contents: Iterable[Row]
) -> None:
    """Add what a detector suggests; much faster than one by one.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        detector: The detector's name and version.
        contents: As `rows.content` makes them.
    """
    layers: dict[str, list[Row]] = {layer: [] for layer in Layer}
    for content in contents:
        layers[content[0]].append(content)
    for layer, batch in layers.items():
        columns = ("article", "status", "detector", *rows.CONTENT[layer])
        head = (article, Status.SUGGESTED.value, detector)
        connection.executemany(
            f"INSERT INTO annotations ({', '.join(columns)}) VALUES ({_places(columns)})",
            ((*head, *content) for content in batch),
        )


def overwrite(connection: Connection, change: Change) -> None:
    """Make the row of an annotation, which keeps its id and layer, say `change.after`."""
    before, after = change.before, change.after
    assert before is not None and after is not None and after.id is not None
    columns = (*rows.REVIEW, *rows.CONTENT[after.layer])
    assignments = ", ".join(f"{column} = ?" for column in columns)
    connection.execute(
        f"UPDATE annotations SET {assignments} WHERE id = ?",
        (*rows.review(after), *rows.content(after), after.id),
    )
    if after.tags != before.tags:
        connection.execute("DELETE FROM annotation_tags WHERE annotation = ?", (after.id,))
        _insert_tags(connection, after.id, after.tags)


def remove(connection: Connection, annotation_ids: Iterable[int | None]) -> None:
    """Take annotations out, with their tags."""
    connection.executemany(
        "DELETE FROM annotations WHERE id = ?", ((each,) for each in annotation_ids)
    )


def _insert_tags(connection: Connection, annotation_id: int, tags: tuple[str, ...]) -> None:
    if tags:
        connection.executemany(
            "INSERT INTO annotation_tags (annotation, tag, position) VALUES (?, ?, ?)",
            ((annotation_id, tag, position) for position, tag in enumerate(tags)),
        )


def _places(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))


def _collected(pairs: Iterable[Row]) -> dict[int, tuple[str, ...]]:
    """Tags by what carries them, each in the order given."""
    collected: dict[int, tuple[str, ...]] = {}
    for key, tag in pairs:
        collected[key] = (*collected.get(key, ()), tag)
    return collected
