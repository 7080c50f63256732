"""The order of reading: columns beside each other, and what stands above and below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from annotations.sources.documents.pdf.geometry import Run
from annotations.sources.documents.pdf.rows import Row, rows

_GUTTER = 0.7
"""Of the size of the text, how wide the gap between two columns is at least."""
_FEWEST_ROWS = 3
"""Rows of a column."""
_MOST_CANDIDATES = 40
"""Places where columns may begin that are tried, those with the most rows first."""
_DEEPEST = 12
"""Columns within columns."""
_PROSE_CHARACTERS = 16
"""Characters of a line of running text, in the median of a column."""
_PROSE_FULLNESS = 0.6
"""How much of its column a line of running text fills, in the median."""
_ALIGNED = 0.5
"""How many rows of the shorter of two columns stand level with one of the other, at least, if the
two are a table."""
_LEVEL = 0.12
"""Of the size, by how much base lines on one level differ."""

Block = list[Row]
"""Rows that are read from top to bottom."""


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip without text between two columns."""

    x: float
    first: int
    last: int
    """The rows that it parts, both included."""


def blocks(runs: Sequence[Run], *, leftward: bool = False, depth: int = 0) -> Iterator[Block]:
    """Blocks of rows in the order of reading.

    Args:
        runs: All text of a page, or of a part of it.
        leftward: Whether it is read from right to left.
        depth: How many columns it is in.
    """
    found = rows(runs)
    gutter = _tallest_gutter(found) if depth < _DEEPEST else None
    if gutter is None:
        if found:
            yield found
        return
    parts = (found[: gutter.first], found[gutter.first : gutter.last + 1], found[gutter.last + 1 :])
    above, beside, below = ([run for row in part for run in row.runs] for part in parts)
    left = [run for run in beside if run.x0 < gutter.x]
    right = [run for run in beside if run.x0 >= gutter.x]
    columns = (right, left) if leftward else (left, right)
    for part in (above, *columns, below):
        yield from blocks(part, leftward=leftward, depth=depth + 1)


def _tallest_gutter(found: Sequence[Row]) -> _Gutter | None:
    """The gutter that parts the most rows into columns; null if there is none."""
    if len(found) < _FEWEST_ROWS:
        return None
    best: _Gutter | None = None
    for x in _candidates(found):
        for gutter in _stretches(found, x):
            is_taller = best is None or gutter.last - gutter.first > best.last - best.first
            if is_taller and _parts_columns(found[gutter.first : gutter.last + 1], x):
                best = gutter
    return best


def _candidates(found: Sequence[Row]) -> list[float]:
    """Where columns may begin: where at least a few rows have text behind a gap, or begin."""
    starts: dict[int, list[float]] = {}
    for row in found:
        width = _GUTTER * row.size
        edges = [
            right.x0 for left, right in pairwise(_stretched(row)) if right.x0 - left.x1 >= width
        ]
        for x in (row.x0, *edges):
            starts.setdefault(round(x / 6), []).append(x)
    leftmost = min(row.x0 for row in found)
    likely = [each for each in starts.values() if len(each) >= 2 and min(each) > leftmost + 20]
    best = sorted(likely, key=len, reverse=True)[:_MOST_CANDIDATES]
    return sorted(min(each) - 0.1 for each in best)


def _stretched(row: Row) -> list[Run]:
    """The runs of a row, but of those that overlap only what reaches farthest right."""
    kept: list[Run] = []
    for run in row.runs:
        if kept and run.x1 <= kept[-1].x1:
            continue
        kept.append(run)
    return kept


def _stretches(found: Sequence[Row], x: float) -> Iterator[_Gutter]:
    """Stretches of rows that leave a gap before `x`."""
    first: int | None = None
    for index, row in enumerate([*found, None]):
        is_open = row is not None and _is_open(row, x)
        if is_open and first is None:
            first = index
        elif not is_open and first is not None:
            yield _Gutter(x, first, index - 1)
            first = None


def _is_open(row: Row, x: float) -> bool:
    """Whether a row has no text in the strip before `x`."""
    width = _GUTTER * row.size
    return all(run.x1 <= x - width or run.x0 >= x for run in row.runs)


def _parts_columns(beside: Sequence[Row], x: float) -> bool:
    """Whether what is left and right of `x` is read one after the other."""
    left = [part for row in beside if (part := [run for run in row.runs if run.x0 < x])]
    right = [part for row in beside if (part := [run for run in row.runs if run.x0 >= x])]
    if min(len(left), len(right)) < _FEWEST_ROWS:
        return False
    level = sum(
        abs(_base(a) - _base(b)) <= _LEVEL * row.size
        for row in beside
        if (a := [run for run in row.runs if run.x0 < x])
        and (b := [run for run in row.runs if run.x0 >= x])
    )
    if level < _ALIGNED * min(len(left), len(right)):
        return True
    return _is_prose(left) and _is_prose(right)


def _base(runs: Sequence[Run]) -> float:
    return max(runs, key=lambda run: len(run.glyphs)).y


def _is_prose(parts: Sequence[Sequence[Run]]) -> bool:
    """Whether lines fill a column, as running text does and the cells of a table do not."""
    left = min(part[0].x0 for part in parts)
    right = max(run.x1 for part in parts for run in part)
    characters = median(sum(len(run.glyphs) for run in part) for part in parts)
    fullness = median((part[-1].x1 - left) / max(right - left, 1.0) for part in parts)
    return characters >= _PROSE_CHARACTERS and fullness >= _PROSE_FULLNESS
