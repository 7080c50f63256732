r"""Rows as CSV: UTF-8, `\n` between rows, and a cell with a line break or a comma in quotes."""

import csv
import io
from collections.abc import Iterable, Mapping

from annotations.formats.tables.columns import Cell
from annotations.formats.tables.guard import guarded


def csv_rows(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as they stand in the file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def csv_of(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str], *, raw: bool) -> str:
    """Rows by the names of their columns.

    Args:
        rows: What is null, or not in a row, is an empty cell.
        columns: The columns in order.
        raw: Whether texts that a spreadsheet would run stay as they are.
    """
    names = list(columns)
    return csv_rows([[_cell(row.get(name), raw) for name in names] for row in rows])


def _cell(value: Cell, raw: bool) -> str:
    """Only texts are guarded: a number is closeread's own, also below zero."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return guarded(value) if isinstance(value, str) and not raw else str(value)
