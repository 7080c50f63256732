"""The articles of the store as a table."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.cache import LRUCache
from textual.widgets import Static

from annotations.store import ArticleRow
from annotations.text import clean_line
from reader.widgets.virtual_rows import VirtualRows

Fetch = Callable[[Sequence[int]], list[ArticleRow]]
"""Reads rows of the store by their keys."""

_GAP = 2
_AHEAD = 50
"""Rows fetched at a time."""


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
    right: bool = False
    """Aligned to the right, as numbers are."""


_TAGS_LEAST = 110
"""Width of the table from which on tags have a column; below, they follow the title."""
COLUMNS = (
    Column("published", "Date", 10),
    Column("title", "Title", 0),
    Column("source", "Source", 16, least=90),
    Column("entities", "Names", 6, least=60, right=True),
    Column("quotes", "Quotes", 7, least=60, right=True),
    Column("figures", "Figures", 8, least=60, right=True),
    Column("unreviewed", "Reviewed", 9, right=True),
    Column(None, "Tags", 14, least=_TAGS_LEAST),
)


def cells(row: ArticleRow, width: int) -> tuple[str, ...]:
    """What a row says in each column of a table of this width."""
    total = row.reviewed + row.unreviewed
    review = f"{row.reviewed}/{total}" if row.run or total else "not run"
    counts = (row.entities, row.quotes, row.casualties)
    tags = " ".join(f"#{tag}" for tag in row.tags)
    title = row.title or row.id
    return (
        (row.published or "")[:10],
        title if width >= _TAGS_LEAST else f"{title} {tags}",
        row.source or "",
        *(str(each) if row.run or total else "–" for each in counts),
        review,
        tags,
    )


def line(values: Sequence[str], width: int) -> str:
    """Values set in the columns that a width has room for."""
    shown = [
        (column, value)
        for column, value in zip(COLUMNS, values, strict=True)
        if width >= column.least
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

    def __init__(self, fetch: Fetch) -> None:
        """Args:
        fetch: Reads rows by their keys.
        """
        super().__init__(id="articles")
        self._fetch = fetch
        self._keys = array("q")
        self._rows: LRUCache[int, ArticleRow] = LRUCache(1000)

    def show(self, keys: "array[int]") -> None:
        """List these articles, in this order; the cursor stays on its article if it is listed."""
        current = self._keys[self.row] if self.row < len(self._keys) else None
        self._keys = keys
        self._rows.clear()
        self.set_count(len(keys))
        if current is not None and current in keys:
            self.go(keys.index(current), announce=False)

    def article(self, row: int) -> ArticleRow | None:
        """The article on a row; null when it has just been removed or there is none."""
        if not 0 <= row < len(self._keys):
            return None
        found = self._rows.get(self._keys[row])
        if found is None:
            start = row - row % _AHEAD
            for each in self._fetch(self._keys[start : start + _AHEAD]):
                self._rows[each.key] = each
            found = self._rows.get(self._keys[row])
        return found

    def draw(self, row: int, width: int) -> list[Segment]:
        """The columns of an article."""
        article = self.article(row)
        return (
            [] if article is None else [Segment(f" {line(cells(article, width - 2), width - 2)}")]
        )


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
