"""The table of all annotations read back, onto articles that the store has.

Programs change what they save: another character between cells, `TRUE` for `true`, an order of
rows and columns of their own. None of it matters, nor do columns that are new or missing, but for
those that say where a row belongs.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import groupby, islice
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.cleaning import cleaned
from annotations.formats.format import Known
from annotations.formats.tables.guard import unguarded
from annotations.formats.tables.lists import parted
from annotations.model import ANNOTATION_TYPES, Annotation, Article, Count, Layer, Span
from annotations.offsets import check
from annotations.records import Record, annotation_from_record
from annotations.sources import limits
from annotations.sources.inputs import Input
from annotations.text import clean_line

_NEEDED = ("article_id", "layer", "start", "end")
_BETWEEN_CELLS = ",;\t"
_AT_ONCE = 5_000
"""Rows of one article that are in memory at once."""
_COUNTS = ("count_low", "count_high", "count_best")

Row = tuple[int, Mapping[str, str]]
"""Its number, counted from 1 below the header, and its cells by column, without the empty ones."""
Found = Iterator[AnnotatedArticle | CloseReadError]


def read_onto(given: Input, known: Known) -> Found:
    """Read rows; those of one article that follow each other are put together.

    Args:
        given: The file.
        known: Finds the articles, whose texts are not in it.

    Raises:
        SourceError: If it is no such table.
    """
    for article_id, rows in groupby(_rows(given), key=lambda row: row[1].get("article_id", "")):
        article = known(article_id)
        while some := list(islice(rows, _AT_ONCE)):
            if article is not None:
                yield from _annotated(article, some, given.name)
        if article is None:
            yield SourceError(f"{given.name}: there is no article {clean_line(article_id)!r}.")


def _rows(given: Input) -> Iterator[Row]:
    csv.field_size_limit(limits.TEXT)  # one for the whole process, and too low for long notes
    lines = (line.decode("utf-8", errors="replace") for line in given.lines())
    first = next(lines, "").removeprefix("\ufeff")
    dialect = max(_BETWEEN_CELLS, key=first.count)
    try:
        header = next(csv.reader([first], delimiter=dialect), [])
        missing = [each for each in _NEEDED if each not in header]
        if missing:
            raise SourceError(f"{given.name} has no column {missing[0]!r}.")
        for number, cells in enumerate(csv.reader(lines, delimiter=dialect), start=1):
            named = zip(header, cells, strict=False)
            yield number, {name: unguarded(cell) for name, cell in named if cell}
    except csv.Error as error:
        raise SourceError(f"{given.name} is no proper table: {error}.") from error


def _annotated(article: Article, rows: list[Row], name: str) -> Found:
    """The annotations that fit, and an error for each that does not."""
    found: list[Annotation] = []
    for number, cells in rows:
        try:
            found.append(_annotation(article, cells))
        except CloseReadError as error:
            yield SourceError(f"{name}, row {number}: {str(error).rstrip('.')}.")
        except ValueError as error:
            yield SourceError(f"{name}, row {number}: {clean_line(str(error))}.")
    if found:
        yield AnnotatedArticle(article=article, annotations=tuple(found))


def _annotation(article: Article, cells: Mapping[str, str]) -> Annotation:
    for name in _NEEDED:
        if name not in cells:
            raise ValueError(f"{name!r} is empty")
    layer = Layer(cells["layer"])
    record: Record = {}
    for field in fields(ANNOTATION_TYPES[layer]):
        value = _value(field.name, field.type, cells, article.text)
        if value is not None:
            record[field.name] = value
    record |= {name: int(cells[name]) for name in _COUNTS if name in cells}
    annotation = annotation_from_record(layer, record)
    check(annotation, article.text)
    return cleaned(annotation, article.text)


def _value(name: str, declared: Any, cells: Mapping[str, str], text: str) -> Any:
    """The value of a field as a record has it; null if its cells are empty."""
    if declared == Span | None:
        return _span(name, cells, text)
    cell = cells.get(name)
    if cell is None or declared is Count:
        return None
    if name == "text":
        return _as_in(text, cell, int(cells["start"]), int(cells["end"]))
    if declared == tuple[str, ...]:
        return parted(cell)
    if declared is bool:
        return _truth(name, cell)
    if declared in (int, int | None):
        return int(cell)
    return float(cell) if declared == float | None else cell


def _truth(name: str, cell: str) -> bool:
    if cell.lower() not in ("true", "false"):
        raise ValueError(f"{name!r} is neither true nor false")
    return cell.lower() == "true"


def _span(name: str, cells: Mapping[str, str], text: str) -> Record | None:
    if f"{name}_start" not in cells or f"{name}_end" not in cells:
        return None
    start, end = int(cells[f"{name}_start"]), int(cells[f"{name}_end"])
    return {"start": start, "end": end, "text": _as_in(text, cells.get(name, ""), start, end)}


def _as_in(text: str, cell: str, start: int, end: int) -> str:
    """What a cell quotes, with the line ends of the text, of which some programs make others."""
    stands = text[start:end] if 0 <= start < end else ""
    return stands if cell.split() == stands.split() else cell
