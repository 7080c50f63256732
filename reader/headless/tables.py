"""Tables on standard output: aligned for a person, parted by tabs for a program."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.text import clean_line
from reader.headless.output import data_output, text_output

_GAP = "  "
_NARROWEST = 24
"""Terminal cells that are left for a column of free width, however narrow the terminal."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and how it is cut on a terminal."""

    name: str
    width: int | None = None
    """The most terminal cells it takes; null for the one column that takes what is left."""
    right: bool = False
    """A column of numbers, aligned on the right and never cut."""


def write_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Write rows to standard output.

    On a terminal there is a header, and columns are aligned and cut to its width. Elsewhere the
    cells are whole and parted by tabs.
    """
    cleaned = ([clean_line(cell) for cell in row] for row in rows)
    if sys.stdout.isatty():
        _write_aligned(columns, list(cleaned))
        return
    output = data_output()
    for row in cleaned:
        output.write("\t".join(row) + "\n")


def terminal_width() -> int:
    """How many cells wide the terminal of standard output is."""
    return os.get_terminal_size(sys.stdout.fileno()).columns or 80


def fit(text: str, width: int) -> str:
    """Pad or cut a text to so many terminal cells; a cut shows as an ellipsis."""
    from rich.cells import cell_len, set_cell_size  # only terminals need it

    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…"


def _write_aligned(columns: Sequence[Column], rows: list[list[str]]) -> None:
    names = [column.name for column in columns]
    widths = _widths(columns, [names, *rows])
    output = text_output()
    for row in (names, *rows):
        cells = (
            cell.rjust(width) if column.right else fit(cell, width)
            for column, cell, width in zip(columns, row, widths, strict=True)
        )
        output.write(fit(_GAP.join(cells), terminal_width()).rstrip() + "\n")


def _widths(columns: Sequence[Column], rows: list[list[str]]) -> list[int]:
    """The cells of each column: what its longest text needs, within what it may take."""
    from rich.cells import cell_len

    widths = [
        min(max(cell_len(row[place]) for row in rows), column.width or sys.maxsize)
        for place, column in enumerate(columns)
    ]
    free = next((place for place, column in enumerate(columns) if _is_free(column)), None)
    if free is not None:
        taken = sum(widths) - widths[free] + len(_GAP) * (len(columns) - 1)
        widths[free] = min(widths[free], max(_NARROWEST, terminal_width() - taken))
    return widths


def _is_free(column: Column) -> bool:
    return column.width is None and not column.right
