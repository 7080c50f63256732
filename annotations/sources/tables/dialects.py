"""How a table in a text file is written: what stands between its cells, and what around them."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.sources.tables.columns import columns_of

_BACKSLASH = "\\"
_ENOUGH = 200
"""Rows that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One way of writing tables."""

    delimiter: str
    is_quoted: bool = True
    """Whether quotation marks around a cell are none of it."""
    escape: str | None = None
    """What stands before a quotation mark inside such a cell, if that is not doubled."""

    def rows(self, lines: Iterator[str], *, strict: bool) -> Iterator[list[str]]:
        """Yield the cells of each row.

        Args:
            lines: With their ends.
            strict: Whether to raise a `csv.Error` for quotation marks that cannot be paired.
        """
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.is_quoted else csv.QUOTE_NONE,
            escapechar=self.escape,
            doublequote=self.escape is None,
            strict=strict,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well a dialect fits the beginning of a table."""

    dialect: Dialect
    header: tuple[str, ...]
    others: int
    """Rows after the header."""
    agreeing: int
    """Rows of them with as many cells as it has."""

    @property
    def goodness(self) -> tuple[bool, float, int]:
        """What makes one fit better than another; those that go first are preferred."""
        share = self.agreeing / self.others if self.others else 0.0
        return bool(columns_of(self.header).text), share, len(self.header) > 1


def dialects_for(delimiters: Sequence[str], beginning: str) -> Iterator[Dialect]:
    """Yield the ways in which a table may be written, the likeliest first."""
    for delimiter in delimiters:
        yield Dialect(delimiter=delimiter)
        if _BACKSLASH + '"' in beginning:
            yield Dialect(delimiter=delimiter, escape=_BACKSLASH)
        if delimiter != ",":
            yield Dialect(delimiter=delimiter, is_quoted=False)


def best_fit(beginning: str, *, is_whole: bool, delimiters: Sequence[str] = ",;\t|") -> Fit | None:
    """Find the dialect by trying each: the right one has rows as long as its header.

    News has commas and semicolons in every sentence, so counting them says nothing.

    Args:
        beginning: The first characters of the table.
        is_whole: Whether that is all of it; else the last row is not counted.
        delimiters: What may stand between cells.

    Returns:
        The best of them; null if there is no row.
    """
    dialects = dialects_for(delimiters, beginning)
    fits = (_fit(dialect, beginning, is_whole=is_whole) for dialect in dialects)
    return max(filter(None, fits), key=lambda fit: fit.goodness, default=None)


def _fit(dialect: Dialect, beginning: str, *, is_whole: bool) -> Fit | None:
    rows: list[list[str]] = []
    try:
        for row in dialect.rows(io.StringIO(beginning, newline=""), strict=True):
            if row:
                rows.append(row)
            if len(rows) > _ENOUGH:
                break
        else:
            rows = rows if is_whole or len(rows) == 1 else rows[:-1]
    except csv.Error:
        pass  # what stands before it may be all of the sample that is not cut
    if not rows:
        return None
    header, *others = rows
    agreeing = sum(len(row) == len(header) for row in others)
    return Fit(
        dialect=dialect,
        header=tuple(cell.strip() for cell in header),
        others=len(others),
        agreeing=agreeing,
    )
