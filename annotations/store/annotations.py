"""Annotations as rows: read for the screen and for export, and written one by one."""

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotations.errors import NoSuchArticle
from annotations.model import Annotation, Layer, Status
from annotations.store import rows
from annotations.store.connection import Connection, Row

_COLUMNS = ", ".join(rows.ALL)
_LAYER_COLUMN = 1 + rows.ALL.index("layer")
_LAYERS = {layer.value: index for index, layer in enumerate(Layer)}
_STATUSES = {status.value: index for index, status in enumerate(Status)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The annotations of one article as parallel arrays, ordered by start, -end and id."""

    ids: "array[int]"
    starts: "array[int]"
    ends: "array[int]"
    layers: "array[int]"
    """Each an index in `tuple(Layer)`."""
    statuses: "array[int]"
    """Each an index in `tuple(Status)`."""
    kinds: list[str]
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
        found = self._connection.rows(
            """
            SELECT id, start, "end", layer, status, coalesce(label, type, category)
            FROM annotations
            WHERE article = ? AND status <> 'rejected'
            ORDER BY start, "end" DESC, id
            """,
            (article_key(self._connection, article_id),),
        )
        ids, starts, ends, layers, statuses, kinds = zip(*found, strict=True) if found else [()] * 6
        interned: dict[str, str] = {}
        return Columns(
            ids=array("q", ids),
            starts=array("q", starts),
            ends=array("q", ends),
            layers=array("B", map(_LAYERS.__getitem__, layers)),
            statuses=array("B", map(_STATUSES.__getitem__, statuses)),
            kinds=[interned.setdefault(kind, kind) for kind in kinds],
        )

    def get(self, annotation_id: int) -> Annotation | None:
        """One annotation with all its fields, or null."""
        with self._connection.reading():
            return stored(self._connection, annotation_id)

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
    tags: dict[int, tuple[str, ...]] = {}
    for annotation_id, tag in connection.rows(
        """
        SELECT t.annotation, t.tag
        FROM annotations AS n CROSS JOIN annotation_tags AS t ON t.annotation = n.id
        WHERE n.article = ? ORDER BY t.annotation, t.position
        """,
        (article,),
    ):
        tags[annotation_id] = (*tags.get(annotation_id, ()), tag)
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
    connection: Connection, annotation_id: int, *, article: int | None = None
) -> Annotation | None:
    """One annotation as it stands, or null.

    Args:
        connection: An open store.
        annotation_id: Its id.
        article: The key of the article it has to belong to; null for any.
    """
    row = connection.row(
        f"SELECT id, {_COLUMNS} FROM annotations WHERE id = ?1 AND article = coalesce(?2, article)",
        (annotation_id, article),
    )
    if row is None:
        return None
    return rows.annotation(row, tags_of(connection, annotation_id))


def tags_of(connection: Connection, annotation_id: int) -> tuple[str, ...]:
    """The tags of an annotation, in the order they were given."""
    return tuple(
        connection.column(
            "SELECT tag FROM annotation_tags WHERE annotation = ? ORDER BY position",
            (annotation_id,),
        )
    )


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


def overwrite(connection: Connection, annotation: Annotation) -> None:
    """Make the row with an annotation's id, of the same layer, say what the annotation says."""
    assert annotation.id is not None
    columns = (*rows.REVIEW, *rows.CONTENT[annotation.layer])
    assignments = ", ".join(f"{column} = ?" for column in columns)
    connection.execute(
        f"UPDATE annotations SET {assignments} WHERE id = ?",
        (*rows.review(annotation), *rows.content(annotation), annotation.id),
    )
    connection.execute("DELETE FROM annotation_tags WHERE annotation = ?", (annotation.id,))
    _insert_tags(connection, annotation.id, annotation.tags)


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
