"""Is a store whole? What `doctor` asks."""

from collections.abc import Iterator

from annotations.errors import DamagedRow, OffsetError, StoreError
from annotations.model import KINDS, Layer
from annotations.offsets import check
from annotations.store.annotations import each_annotation
from annotations.store.articles import text_of
from annotations.store.connection import Connection

_CLOSED = frozenset({Layer.QUOTES, Layer.CASUALTIES})
"""Layers whose kinds are the same for everybody; labels of names can be a person's own."""


def findings(connection: Connection) -> Iterator[str]:
    """Yield a sentence for everything that is wrong: the file, its references, the offsets."""
    try:
        yield from _broken_pages(connection)
        yield from _broken_references(connection)
        yield from _broken_annotations(connection)
    except StoreError as error:
        yield str(error)


def _broken_pages(connection: Connection) -> Iterator[str]:
    for message in connection.column("PRAGMA integrity_check"):
        if message != "ok":
            yield f"The file is damaged: {message}."


def _broken_references(connection: Connection) -> Iterator[str]:
    for table, rowid, parent, _ in connection.rows("PRAGMA foreign_key_check"):
        yield f"Row {rowid} of {table} refers to a row of {parent} that is not there."


def _broken_annotations(connection: Connection) -> Iterator[str]:
    keys = connection.rows("SELECT key, id FROM articles INDEXED BY articles_id ORDER BY key")
    for key, article_id in keys:
        text = text_of(connection, key)
        for annotation in each_annotation(connection, key):
            if isinstance(annotation, DamagedRow):
                yield f"Article {article_id!r}: {annotation.message}"
                continue
            try:
                check(annotation, text)
            except OffsetError as error:
                yield f"Article {article_id!r}, annotation {annotation.id}: {error}"
            if annotation.layer in _CLOSED and annotation.kind not in KINDS[annotation.layer]:
                kinds = ", ".join(KINDS[annotation.layer])
                yield (
                    f"Article {article_id!r}, annotation {annotation.id}: {annotation.kind!r} is "
                    f"not one of {kinds}."
                )
