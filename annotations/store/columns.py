"""The annotations of an article as parallel arrays, which is how the screen takes very many."""

import operator
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotations.model import Layer, Status
from annotations.store.articles import text_of
from annotations.store.connection import Connection, Row

_AT_ONCE = 500
"""Rows turned into columns at a time: enough to do it in bulk, too few to weigh in memory."""

_CODES = "qqqBBB"
"""The types of the numbers that each row begins with, as `array` calls them."""
_WORDS = len(_CODES)
"""Where the words begin in a row."""


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
    implicit: "array[int]" = field(default_factory=lambda: array("B"))
    """1 for a figure of people named without a number, else 0."""
    kinds: list[str] = field(default_factory=list)
    """Entity label, quote type or figure category; equal ones are the same object."""
    names: list[str | None] = field(default_factory=list)
    """Who says a quote, and whom or what an entity names; null for all else.

    An entity without a name goes by its text. Equal names are the same object.
    """
    speakers: list[str | None] = field(default_factory=list)
    """The words that stand for the speaker of a quote; null for all else."""
    left_out: list[int] = field(default_factory=list)
    """Ids of those whose rows are damaged, so that nobody can say where they stand."""


def columns_of(connection: Connection, key: int, *, before: int | None = None) -> Columns:
    """See `Annotations.columns`; the article is named by its key."""
    columns = Columns()
    length = len(text_of(connection, key))
    interned: dict[str, str] = {}
    known: dict[str | None, str | None] = {}
    for batch in connection.batches(
        f"""
        SELECT id, start, "end", {_LAYER_INDEX}, {_STATUS_INDEX},
            coalesce(implicit, 0), coalesce(label, type, category),
            CASE layer
                WHEN 'entities' THEN coalesce(nullif(name, ''), text)
                ELSE speaker_name
            END,
            speaker
        FROM annotations
        WHERE article = ? {"" if before is None else "AND start < ?"} AND status <> 'rejected'
        ORDER BY start, "end" DESC, id
        """,
        (key,) if before is None else (key, before),
        size=_AT_ONCE,
    ):
        _put(columns, batch, length, interned=interned, known=known)
    return columns


def _put(
    columns: Columns,
    batch: Sequence[Row],
    length: int,
    *,
    interned: dict[str, str],
    known: dict[str | None, str | None],
) -> None:
    """Put rows into columns, without those that are damaged.

    Args:
        columns: Where to put them.
        batch: At least one row.
        length: Characters of the article's text.
        interned: The kinds so far, each to itself.
        known: The same of names and speakers.
    """
    numbers = _arrays(batch, length)
    if numbers is None:
        whole = [row for row in batch if _arrays([row], length) is not None]
        columns.left_out.extend(row[0] for row in batch if row not in whole)
        if whole:
            _put(columns, whole, length, interned=interned, known=known)
        return
    arrays = (columns.ids, columns.starts, columns.ends)
    small = (columns.layers, columns.statuses, columns.implicit)
    for into, values in zip((*arrays, *small), numbers, strict=True):
        into.extend(values)
    kinds, names, speakers = zip(*(row[_WORDS:] for row in batch), strict=True)
    columns.kinds.extend(map(interned.setdefault, kinds, kinds))
    columns.names.extend(map(known.setdefault, names, names))
    columns.speakers.extend(map(known.setdefault, speakers, speakers))


def _arrays(batch: Sequence[Row], length: int) -> "list[array[int]] | None":
    """The numbers of some rows, column by column; null if any of them cannot be."""
    numbers = list(zip(*batch, strict=True))[:_WORDS]
    try:
        arrays = [array(code, each) for code, each in zip(_CODES, numbers, strict=True)]
    except (TypeError, OverflowError):
        return None
    _, starts, ends, *_ = arrays
    stand = all(map(operator.lt, starts, ends)) and min(starts) >= 0 and max(ends) <= length
    return arrays if stand else None
