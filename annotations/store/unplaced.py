"""A person's annotations that have no place in the text which their article has now."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from annotations.model import Annotation, Layer
from annotations.records import annotation_from_record, annotation_record
from annotations.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """An annotation that waits for a place."""

    annotation: Annotation
    """As it was in the text where it had a place, with the id that it keeps."""
    version: int
    """Of that text."""


def unplaced_in(connection: Connection, article: int) -> list[Unplaced]:
    """What waits for a place in an article, by its key, in the order of the text it stood in.

    What a person rejected comes last: to place it again matters least.
    """
    found = connection.rows(
        """
        SELECT version, layer, record FROM unplaced_annotations WHERE article = ?
        ORDER BY json_extract(record, '$.status') = 'rejected', version,
            json_extract(record, '$.start'), annotation
        """,
        (article,),
    )
    return [read_unplaced(*row) for row in found]


def unplaced_one(connection: Connection, annotation_id: int) -> Unplaced | None:
    """What waits for a place and has this id; null if nothing does."""
    row = connection.row(
        "SELECT version, layer, record FROM unplaced_annotations WHERE annotation = ?",
        (annotation_id,),
    )
    return None if row is None else read_unplaced(*row)


def set_listed(connection: Connection, article: int, unplaced: Unplaced, *, listed: bool) -> None:
    """Let an annotation wait for a place, or wait no longer.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        unplaced: The annotation, with its id.
        listed: Whether it waits from now on.
    """
    annotation = unplaced.annotation
    if not listed:
        connection.execute(
            "DELETE FROM unplaced_annotations WHERE annotation = ?", (annotation.id,)
        )
        return
    record = json.dumps(annotation_record(annotation), ensure_ascii=False)
    connection.execute(
        """
        INSERT INTO unplaced_annotations (annotation, article, version, layer, record)
        VALUES (?, ?, ?, ?, ?)
        """,
        (annotation.id, article, unplaced.version, annotation.layer.value, record),
    )


def counts(connection: Connection, articles: Iterable[int]) -> dict[int, int]:
    """How many annotations wait for a place, by the keys of articles; none left out."""
    return dict(
        connection.rows(
            """
            SELECT article, count(*) FROM unplaced_annotations
            WHERE article IN (SELECT value FROM json_each(?)) GROUP BY article
            """,
            (json.dumps(list(articles)),),
        )
    )


def read_unplaced(version: int, layer: str, record: str) -> Unplaced:
    """What the row of an annotation that waits for a place says."""
    annotation = annotation_from_record(Layer(layer), json.loads(record))
    return Unplaced(annotation=annotation, version=version)
