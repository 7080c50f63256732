"""Rows in the order of reading become lines of text that know their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotations.sources.documents.pdf.columns import Block, blocks
from annotations.sources.documents.pdf.direction import is_leftward
from annotations.sources.documents.pdf.geometry import Line, Page
from annotations.sources.documents.pdf.rows import Row, text_of, without_note_signs

_CELL_GAP = 0.85
"""Of the size of the text, how far cells are apart at least."""
_SPREAD = 0.25
"""Of the size, by how much the gaps between words of a line that fills its column differ."""
_FEWEST_SPREAD = 3
_LONGEST_MARK = 3
_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    before: int
    """Index of the run behind it."""
    start: float
    end: float


def lines(page: Page) -> Iterator[Line]:
    """The lines of a page in the order of reading."""
    leftward = is_leftward([glyph for run in page.runs for glyph in run.glyphs])
    for column, block in enumerate(blocks(page.runs, leftward=leftward)):
        rows_of_tables = _rows_of_tables(block)
        left = min(row.x0 for row in block)
        right = max(row.x1 for row in block)
        for index, row in enumerate(block):
            gaps = rows_of_tables.get(index, [])
            line = _line(row, gaps, left=left, right=right, column=column)
            if line.text.strip():
                yield _mirrored(line, page.width) if leftward else line


def _mirrored(line: Line, width: float) -> Line:
    """A line that is read from right to left, measured from the right border of the page."""
    return replace(
        line,
        x0=width - line.x1,
        x1=width - line.x0,
        left=width - line.right,
        right=width - line.left,
    )


def _line(row: Row, gaps: Sequence[int], *, left: float, right: float, column: int) -> Line:
    row = row if gaps else without_note_signs(row)
    return Line(
        text=" ".join(text_of(row.runs, between=dict.fromkeys(gaps, _BETWEEN_CELLS)).split()),
        x0=row.x0,
        x1=row.x1,
        y=row.y,
        size=row.size,
        bold=row.bold,
        left=left,
        right=right,
        column=column,
        is_row=bool(gaps),
    )


def _rows_of_tables(block: Block) -> dict[int, list[int]]:
    """For each row of a table, before which of its runs a cell begins.

    Rows are of a table if the one above or below has a gap at the same place.
    """
    right = max(row.x1 for row in block)
    gaps = [[] if _is_justified(row, right) else _gaps(row) for row in block]
    found = {}
    for index, own in enumerate(gaps):
        beside = [each for near in (index - 1, index + 1) for each in _at(gaps, near)]
        if any(_overlap(one, other) for one in own for other in beside):
            found[index] = [gap.before for gap in own]
    return found


def _at(gaps: Sequence[list[_Gap]], index: int) -> list[_Gap]:
    return gaps[index] if 0 <= index < len(gaps) else []


def _gaps(row: Row) -> list[_Gap]:
    """The wide gaps of a row."""
    return [
        _Gap(before=index, start=left.x1, end=right.x0)
        for index, (left, right) in enumerate(pairwise(row.runs), start=1)
        if right.x0 - left.x1 >= _CELL_GAP * row.size and not _is_bullet(row, index)
    ]


def _is_justified(row: Row, right: float) -> bool:
    """Whether the gaps of a row are wide because its words were spread to fill the line."""
    gaps = [after.x0 - run.x1 for run, after in pairwise(row.runs)]
    if len(gaps) < _FEWEST_SPREAD or right - row.x1 > _SPREAD * row.size:
        return False
    return max(gaps) - min(gaps) <= _SPREAD * row.size


def _is_bullet(row: Row, index: int) -> bool:
    """Whether all before a run is the mark of an item of a list."""
    return index == 1 and len(row.runs[0].text.strip()) <= _LONGEST_MARK


def _overlap(one: _Gap, other: _Gap) -> bool:
    return min(one.end, other.end) > max(one.start, other.start)
