"""The rows of a CSV file, each for itself: one with a mistake in it costs no other."""

import csv
from collections.abc import Iterator
from typing import TextIO

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.tables.dialects import Dialect
from annotations.sources.tables.rows import Row
from annotations.sources.tables.streamed_text import mended

_AGAIN = 64_000_000
"""Characters that are read a second time at most, in looking for where the next row begins."""
_LINES = 200_000
"""Lines of one row."""


class _Lines:
    """The lines of a text, of which those of one row can be given back."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._returned: list[str] = []
        self._again = 0
        self.of_row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else self._read()
        if not line:
            raise StopIteration
        if len(self.of_row) >= _LINES:
            self._returned.append(line)
            raise csv.Error("a quotation mark that has no other")
        self.of_row.append(line)
        return line

    def give_back(self) -> str:
        """Give all lines of the row but the first back; return that one."""
        first, *others = self.of_row
        self._again += sum(map(len, others))
        if self._again < _AGAIN:
            self._returned.extend(reversed(others))
        self.of_row = []
        return first

    def _read(self) -> str:
        line = self._stream.readline(limits.TEXT + 1)
        if len(line) > limits.TEXT:
            raise SourceError(f"a line has more than {limits.TEXT // 1_000_000} million characters")
        return mended(line)


class SeparatedRows:
    """An iterator over the rows of a table in a text."""

    def __init__(
        self, stream: TextIO, dialect: Dialect, *, header: tuple[str, ...], has_header: bool
    ) -> None:
        """Args:
        stream: The text.
        dialect: How it is written.
        header: The names of the columns.
        has_header: Whether they are the first row.
        """
        self._lines = _Lines(stream)
        self._dialect = dialect
        self._header = header
        self._has_header = has_header
        self._number = 0
        self._bad_since = 0
        self._reason = ""

    def __iter__(self) -> Iterator[Row | SourceError]:
        """Yield rows, and an error for one that has a mistake, or several that have run together.

        The message of an error begins with the number of the row and has no full stop.
        """
        rows = self._rows()
        if self._has_header:
            next(rows, None)
        for cells, written in rows:
            reason = self._misfit(cells)
            if cells is None or reason:
                self._bad_since = self._bad_since or self._number
                self._reason = self._reason or reason
                continue
            yield from self._bad(until=self._number - 1)
            record = dict(zip(self._header, cells, strict=False))
            original = written.encode("utf-8", errors="replace")
            yield Row(where=f"row {self._number}", record=record, original=original)
        yield from self._bad(until=self._number)

    def _misfit(self, cells: list[str] | None) -> str:
        """What is wrong with a row; empty if nothing is.

        Some programs leave out empty cells at the end, and some add one. After a bad row only one
        that fits exactly shows that the next has begun.
        """
        if cells is None:
            return "has a quotation mark without its other"
        surplus = any(cells[len(self._header) :])
        if surplus or (len(cells) < len(self._header) and self._bad_since):
            return f"has {len(cells)} cells where the header has {len(self._header)}"
        return ""

    def _bad(self, *, until: int) -> Iterator[SourceError]:
        """The error for the bad rows up to here, if there are any."""
        if not self._bad_since:
            return
        first, self._bad_since = self._bad_since, 0
        reason, self._reason = self._reason, ""
        where = f"row {first}" if first >= until else f"rows {first} to {until}"
        yield SourceError(f"{where}: {'it' if first >= until else 'the first'} {reason}")

    def _rows(self) -> Iterator[tuple[list[str] | None, str]]:
        """The cells of each row that is not blank, and how it is written."""
        reader = self._dialect.rows(self._lines, strict=True)
        while True:
            self._lines.of_row = []
            cells = self._next(reader)
            lines = self._lines.of_row
            if not lines:
                return
            self._number += 1
            if cells is None or (len(lines) > 1 and len(cells) != len(self._header)):
                first = self._lines.give_back()
                yield self._alone(first), first
            elif any(cells):
                yield cells, "".join(lines)

    def _next(self, reader: Iterator[list[str]]) -> list[str] | None:
        try:
            return next(reader, [])
        except csv.Error:
            return None

    def _alone(self, line: str) -> list[str] | None:
        """The cells of a line with stray quotation marks in it; null if one has no other."""
        if line.count('"') % 2:
            return None
        try:
            return next(self._dialect.rows(iter([line]), strict=False), None)
        except csv.Error:
            return None
