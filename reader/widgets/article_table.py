"""The articles of the store as a table."""

import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.cache import LRUCache
from textual.widgets import Static

from annotations.store import ArticleRow
from annotations.summary import Toll
from annotations.text import clean_line
from reader.describing import account
from reader.widgets.virtual_rows import VirtualRows

FetchRows = Callable[[Sequence[int]], list[ArticleRow]]
"""Reads rows of the store by their keys."""
Tolls = tuple[Toll, ...]
FetchTolls = Callable[[Sequence[int]], Mapping[int, Tolls]]
"""Reads what articles say happened to people, by the articles' keys; nothing for some."""

_GAP = 2
_AHEAD = 50
"""Rows fetched at a time."""
_KEPT = 1000
"""Rows kept."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    sort: str | None
    """What the store calls sorting by it; null if it cannot be sorted by."""
    heading: str
    width: int
    """Cells, the arrow of sorting included; 0 for the column that takes what the others leave."""
    least: int = 0
    """Width of the table from which on it is shown."""
    below: int = sys.maxsize
    """Width of the table from which on another column stands in its place."""
    right: bool = False
    """Aligned to the right, as numbers are."""


_TAGS_LEAST = 140
"""Width of the table from which on tags have a column; below, they follow the title."""
TOLLS_LEAST = 110
"""Width of the table from which on the figures themselves are shown; below, their number."""
_TOLLS_WIDTH = 26
"""Cells for two categories, and a sign that there are more: `12+ killed · 30 injured …`."""
COLUMNS = (
    Column("published", "Date", 10),
    Column("title", "Title", 0),
    Column("source", "Source", 16, least=90),
    Column("names", "Names", 6, least=60, right=True),
    Column("quotes", "Quotes", 7, least=60, right=True),
    Column("figures", "Figures", 8, least=60, below=TOLLS_LEAST, right=True),
    Column("figures", "Figures", _TOLLS_WIDTH, least=TOLLS_LEAST),
    Column("unreviewed", "Reviewed", 9, right=True),
    Column(None, "Tags", 14, least=_TAGS_LEAST),
)


def cells(row: ArticleRow, width: int, *, tolls: Tolls = ()) -> tuple[str, ...]:
    """What a row says in each column of a table of this width.

    Args:
        row: An article.
        width: Cells of the table.
        tolls: What the article says happened to people.
    """
    total = row.reviewed + row.unreviewed
    review = f"{row.reviewed}/{total}" if row.run or total else "not run"
    numbers = (row.names, row.quotes, row.casualties)
    counts = [str(each) if row.run or total else "–" for each in numbers]
    tags = " ".join(f"#{tag}" for tag in row.tags)
    title = row.title or row.id
    return (
        (row.published or "")[:10],
        title if width >= _TAGS_LEAST else f"{title} {tags}",
        row.source or "",
        *counts,
        account(tolls, width=_TOLLS_WIDTH) or counts[-1],
        review,
        tags,
    )


def line(values: Sequence[str], width: int) -> str:
    """Values set in the columns that a width has room for."""
    shown = [
        (column, value)
        for column, value in zip(COLUMNS, values, strict=True)
        if column.least <= width < column.below
    ]
    fixed = sum(column.width + _GAP for column, _ in shown) - _GAP
    return (" " * _GAP).join(
        _set(value, column.width or max(8, width - fixed), right=column.right)
        for column, value in shown
    )


def _set(value: str, size: int, *, right: bool) -> str:
    """A value in exactly so many cells, with a sign if it had to be cut."""
    value = clean_line(value)
    if cell_len(value) > size:
        value = set_cell_size(value, size - 1).rstrip() + "…"
    blanks = " " * (size - cell_len(value))
    return blanks + value if right else value + blanks


class ArticleTable(VirtualRows):
    """Rows read from the store as they come into view."""

    def __init__(self, fetch_rows: FetchRows, fetch_tolls: FetchTolls) -> None:
        """Args:
        fetch_rows: Reads rows by their keys.
        fetch_tolls: Reads tolls by the same keys; asked only where there is room for them.
        """
        super().__init__(id="articles")
        self._fetch_rows = fetch_rows
        self._fetch_tolls = fetch_tolls
        self._keys = array("q")
        self._rows: LRUCache[int, ArticleRow] = LRUCache(_KEPT)
        self._tolls: LRUCache[int, Tolls] = LRUCache(_KEPT)

    def show(self, keys: "array[int]") -> None:
        """List these articles, in this order; the cursor stays on its article if it is listed."""
        current = self._keys[self.row] if self.row < len(self._keys) else None
        self._keys = keys
        self._rows.clear()
        self._tolls.clear()
        self.set_count(len(keys))
        if current is not None:
            self.point_at(current)

    def point_at(self, key: int) -> None:
        """Put the cursor on an article, if it is listed."""
        if key in self._keys:
            self.go(self._keys.index(key), announce=False)

    def article(self, row: int) -> ArticleRow | None:
        """The article on a row; null when it has just been removed or there is none."""
        if not 0 <= row < len(self._keys):
            return None
        found = self._rows.get(self._keys[row])
        if found is None:
            for each in self._fetch_rows(self._around(row)):
                self._rows[each.key] = each
            found = self._rows.get(self._keys[row])
        return found

    def _around(self, row: int) -> "array[int]":
        """The keys of the rows that are fetched together with one."""
        start = row - row % _AHEAD
        return self._keys[start : start + _AHEAD]

    def _tolls_of(self, row: int) -> Tolls:
        found = self._tolls.get(self._keys[row])
        if found is None:
            keys = self._around(row)
            tolls = self._fetch_tolls(keys)
            for key in keys:
                self._tolls[key] = tolls.get(key, ())
            found = self._tolls[self._keys[row]]
        return found

    def draw(self, row: int, width: int) -> list[Segment]:
        """The columns of an article."""
        article, width = self.article(row), width - 2
        if article is None:
            return []
        tolls = self._tolls_of(row) if width >= TOLLS_LEAST else ()
        return [Segment(f" {line(cells(article, width, tolls=tolls), width)}")]


class TableHeading(Static):
    """The columns' headings."""

    def __init__(self) -> None:
        """Make a heading that does not say yet how the table is sorted."""
        super().__init__(id="table-heading", markup=False)
        self._sort, self._descending = "", False

    def show(self, sort: str, *, descending: bool) -> None:
        """Say how the table is sorted."""
        self._sort, self._descending = sort, descending
        self._draw()

    def on_resize(self) -> None:
        """Fit the new width."""
        self._draw()

    def _draw(self) -> None:
        arrow = "▼" if self._descending else "▲"
        headings = [
            column.heading + (arrow if column.sort == self._sort else "") for column in COLUMNS
        ]
        self.update(line(headings, self.size.width))
