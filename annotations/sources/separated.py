"""CSV and TSV: an article a row, under a row that names the columns."""

import csv
import re
from collections.abc import Iterator, Mapping

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.sources.tables.articles import Meaning, prefix_of
from annotations.sources.tables.columns import columns_of
from annotations.sources.tables.dialects import Fit, best_fit
from annotations.sources.tables.rows import Row, articles_of
from annotations.sources.tables.separated_rows import SeparatedRows
from annotations.sources.tables.streamed_text import beginning, streamed_text

_SUFFIXES = (".csv", ".tsv", ".tab")
_SEPARATOR = re.compile(r"sep=([,;|\t])\r?\n", re.IGNORECASE)
"""A first line that Excel reads, and writes not to be asked."""
_LOOKS_LIKE_NAMES = re.compile(r"""[\w"'][\w "'.:/()-]*(?:[,;|\t][\w"'][\w "'.:/()-]*)++""")
"""Names with nothing but a delimiter between two; in a text a blank follows a comma."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the rows one by one. Rows are counted as a spreadsheet does: the header is the first."""
    csv.field_size_limit(limits.TEXT)
    text = beginning(given.head.data)
    separator = _SEPARATOR.match(text)
    fit = _fit(text[separator.end() :] if separator else text, given.head, separator)
    if fit is None:
        raise SourceError(f"{given.name} has no rows.")
    meaning = Meaning(fields=options.fields, prefix=prefix_of(given))
    header = fit.header
    has_header = not _is_by_number(options.fields, header)
    if not has_header:
        header = tuple(str(number) for number in range(1, len(header) + 1))
    stream = streamed_text(given)
    if separator:
        stream.readline()
    found = SeparatedRows(stream, fit.dialect, header=header, has_header=has_header)
    return articles_of(_rows(found, given.name), given.name, meaning=meaning)


def _rows(found: SeparatedRows, name: str) -> Iterator[Row | SourceError]:
    try:
        for row in found:
            if isinstance(row, SourceError):
                yield SourceError(f"{name}, {row.message}.")
            else:
                yield row
    except SourceError as error:
        yield SourceError(f"{name}: {error.message}.")


def _fit(text: str, head: Head, separator: "re.Match[str] | None") -> Fit | None:
    is_whole = len(head.data) < limits.HEAD
    if separator:
        return best_fit(text, is_whole=is_whole, delimiters=separator[1])
    return best_fit(text, is_whole=is_whole)


def _is_by_number(fields: Mapping[str, str], header: tuple[str, ...]) -> bool:
    """Whether a person has called columns by their numbers, since they have no names."""
    named = [part.strip() for column in fields.values() for part in column.split("+") if column]
    return bool(named) and all(part.isdecimal() and part not in header for part in named)


def recognises(head: Head) -> bool:
    """Whether an input is a table, by its name, or by a header with columns that are known.

    Where the name does not say so, every row must have as many cells as the header, one of which
    must be known to hold text, and another something else.
    """
    if head.suffix in _SUFFIXES:
        return bool(head.text)
    first = head.text.partition("\n")[0]
    if not _LOOKS_LIKE_NAMES.fullmatch(first.rstrip()):
        return False
    fit = best_fit(head.text, is_whole=len(head.data) < limits.HEAD)
    if fit is None or not fit.others or fit.agreeing < fit.others:
        return False
    return _names_columns(fit.header)


def _names_columns(header: tuple[str, ...]) -> bool:
    columns = columns_of(header)
    others = {name for names in columns.others.values() for name in names}
    return (
        bool(columns.text)
        and bool(others.difference(columns.text))
        and len(set(header)) == len(header)
    )


KIND = Kind(name="CSV", suffixes=_SUFFIXES, recognises=recognises, read=read)
