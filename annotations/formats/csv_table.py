r"""CSV for spreadsheets and statistics: an annotation a row, whatever its layer.

The file is UTF-8 with `\n` between rows; a cell that holds a line break is quoted. Cells hold
what the article and the annotation hold; what a spreadsheet would run has an apostrophe before
it, which reading takes away again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Any

from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.csv_reading import read_onto
from annotations.formats.format import Format, Writing
from annotations.formats.tables import asking
from annotations.formats.tables.columns import Cell
from annotations.formats.tables.csv_rows import csv_of, csv_rows
from annotations.formats.tables.lists import joined
from annotations.model import ANNOTATION_TYPES, Annotation, Article, Count, Span
from annotations.records import Record

_ARTICLE_COLUMNS = {
    "article_id": "id",
    "title": "title",
    "source": "source",
    "url": "url",
    "published": "published",
    "byline": "byline",
    "language": "language",
    "article_tags": "tags",
    "article_note": "note",
}
"""Each column with the article's field that fills it."""

_NO_COLUMN = ("updated", "section", "state", "read_from", "sha256")


def _annotation_columns() -> tuple[str, ...]:
    """The fields of all layers, each once, those that all have in common first."""
    common = [field.name for field in fields(Annotation)]
    own = [
        column
        for kind in ANNOTATION_TYPES.values()
        for field in fields(kind)
        if field.name not in common
        for column in _columns_of(field.name, field.type)
    ]
    return ("layer", *common, *dict.fromkeys(own))


def _columns_of(name: str, declared: object) -> tuple[str, ...]:
    """A span has three columns, "cue" with its place in "cue_start" and "cue_end".

    Beside the name that an entity goes by in its article stands what that counts as elsewhere.
    """
    if name == "name":
        return (name, KNOWN_AS)
    if declared == Span | None:
        return (f"{name}_start", f"{name}_end", name)
    if declared is Count:
        return ("count_low", "count_high", "count_best")
    return (name,)


_COPY_OF = "copy_of"
"""The column that says of which article this one is a copy: its claims are no further source."""
COLUMNS = (*_ARTICLE_COLUMNS, _COPY_OF, *_annotation_columns())
"""The header, in order. Cells of a column that a layer does not have are empty."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """Yield the header, then the rows of an article at a time."""
    raw = asking.raw(writing.settings)
    yield csv_rows([COLUMNS])
    for each in articles:
        about = _article_cells(each.article) | {_COPY_OF: _cell(each.copy_of)}
        cells = [
            about | {"layer": annotation.layer.value} | _cells(each.record_of(annotation))
            for annotation in each.annotations
        ]
        yield csv_of(cells, COLUMNS, raw=raw)


def _article_cells(article: Article) -> dict[str, Cell]:
    return {column: _cell(getattr(article, name)) for column, name in _ARTICLE_COLUMNS.items()}


def _cells(record: Record) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            cells |= {f"{name}_start": value["start"], f"{name}_end": value["end"]}
            value = value["text"]
        cells[name] = _cell(value)
    return cells


def _cell(value: Any) -> Cell:
    """The values of a list are joined."""
    if isinstance(value, list | tuple):
        return joined(value)
    cell: Cell = str(value) if isinstance(value, StrEnum) else value
    return cell


FORMAT = Format(
    name="csv",
    title="a table for spreadsheets and statistics, an annotation a row",
    suffix=".csv",
    carries=everything_but(*(f"article.{each}" for each in _NO_COLUMN)),
    cannot="the articles' texts, and articles without annotations",
    write=write,
    read_onto=read_onto,
    settings=asking.RAW,
)
