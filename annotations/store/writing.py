"""Annotations written: inserted, overwritten and removed, each with its tags."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from annotations.model import Annotation, Layer, Status
from annotations.review import Change
from annotations.store import rows
from annotations.store.connection import Connection, Row

_START = itemgetter(1)
"""Where an annotation begins, in what `rows.content` makes of it."""


def insert(connection: Connection, article: int, annotation: Annotation) -> int:
    """Add an annotation with its tags.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        annotation: Goes in under its own id if it has one, which must be free.

    Returns:
        The id it has in the store.
    """
    columns = ("article", "id", *_columns(annotation.layer))
    annotation_id = connection.execute(
        f"INSERT INTO annotations ({', '.join(columns)}) VALUES ({_places(columns)})",
        (article, annotation.id, *_values(annotation)),
    ).lastrowid
    assert annotation_id is not None
    _insert_tags(connection, annotation_id, annotation.tags)
    return annotation_id


def insert_suggestions(
    connection: Connection, article: int, detector: str, suggestions: Iterable[Row]
) -> None:
    """Add what a detector suggests; much faster than one by one.

    Rows go in as they stand in the text, because they are read in that order: where neighbours
    lie in the file together, an article with very many opens a third faster.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        detector: The detector's name and version.
        suggestions: Each what `rows.content` and then `rows.evidence` make of it.
    """
    layers: dict[str, list[Row]] = {layer: [] for layer in Layer}
    for row in suggestions:
        layers[row[0]].append(row)
    for layer, batch in layers.items():
        columns = ("article", "status", "detector", *rows.CONTENT[layer], *rows.EVIDENCE[layer])
        head = (article, Status.SUGGESTED.value, detector)
        connection.executemany(
            f"INSERT INTO annotations ({', '.join(columns)}) VALUES ({_places(columns)})",
            ((*head, *row) for row in sorted(batch, key=_START)),
        )


def sign(connection: Connection, layer: str, signatures: Iterable[Row]) -> None:
    """Note which detector suggests the same again, and on what evidence.

    Args:
        connection: A store in a write transaction.
        layer: Of all these annotations.
        signatures: The detector's name and version, what `rows.evidence` makes of the new
            suggestion, and the id of the standing one.
    """
    assignments = _assignments(("detector", *rows.EVIDENCE[layer]))
    connection.executemany(f"UPDATE annotations SET {assignments} WHERE id = ?", signatures)


def overwrite(connection: Connection, change: Change) -> None:
    """Make the row of an annotation, which keeps its id and layer, say `change.after`.

    Only what differs is written: whatever is named in an UPDATE is taken out of its indexes and put
    in again, even if it stays the same.

    Args:
        connection: A store in a write transaction.
        change: From what the row says now.
    """
    before, after = change.before, change.after
    assert before is not None and after is not None and after.id is not None
    columns, was, becomes = _columns(after.layer), _values(before), _values(after)
    differing = [at for at, value in enumerate(becomes) if value != was[at]]
    if differing:
        connection.execute(
            f"UPDATE annotations SET {_assignments([columns[at] for at in differing])} "
            "WHERE id = ?",
            (*(becomes[at] for at in differing), after.id),
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


def _columns(layer: Layer) -> tuple[str, ...]:
    """The columns of an annotation that has been decided on, in the order of `_values`."""
    return (*rows.REVIEW, *rows.CONTENT[layer], *rows.EVIDENCE[layer])


def _values(annotation: Annotation) -> Row:
    return (*rows.review(annotation), *rows.content(annotation), *rows.evidence(annotation))


def _assignments(columns: Sequence[str]) -> str:
    return ", ".join(f"{column} = ?" for column in columns)


def _places(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))
