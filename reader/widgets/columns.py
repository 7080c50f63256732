"""The columns of the table of articles: what each says, and how wide. Pure."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from annotations.language import has_detector
from annotations.store import COUNTED_FIGURES, TOLLS, ArticleRow
from annotations.summary import Toll
from annotations.text import clean_line
from reader.article_states import STATE_SIGNS
from reader.dating import day
from reader.describing import account

Tolls = tuple[Toll, ...]

GAP = "  "
"""What stands between two columns."""
_LEAST_FREE = 8
"""Cells that a column of free width has however narrow the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    sort: str | None
    """What the store calls sorting by it; null if it cannot be sorted by."""
    heading: str
    width: int
    """Cells, the arrow of sorting included; 0 for a column that takes what the others leave."""
    least: int = 0
    """Width of the table from which on it is shown."""
    below: int = sys.maxsize
    """Width of the table from which on another column stands in its place."""
    right: bool = False
    """Aligned to the right, as numbers are."""
    share: int = 1
    """How much it takes of what is left, beside other columns of free width."""


_TAGS_LEAST = 140
"""Width of the table from which on tags have a column; below, they follow the title."""
TOLLS_LEAST = 110
"""Width of the table from which on the figures themselves are shown; below, their number."""
_TOLLS_WIDTH = 26
"""Cells for two categories, and a sign that there are more: `12+ killed · 30 injured …`."""
_DATE = Column("published", "Date", 10)
_TITLE = Column("title", "Title", 0, share=2)
_REVIEWED = Column("unreviewed", "Reviewed", 9, right=True)
COLUMNS = (
    _DATE,
    _TITLE,
    Column("source", "Source", 16, least=90),
    Column("names", "Names", 6, least=60, right=True),
    Column("quotes", "Quotes", 7, least=60, right=True),
    Column(COUNTED_FIGURES, "Figures", 8, least=60, below=TOLLS_LEAST, right=True),
    Column(TOLLS, "Figures", _TOLLS_WIDTH, least=TOLLS_LEAST),
    _REVIEWED,
    Column("tags", "Tags", 14, least=_TAGS_LEAST),
)
SNIPPET = Column("match", "Words found", 0, least=70, share=3)
FOUND_COLUMNS = (
    _DATE,
    _TITLE,
    Column("source", "Source", 16, least=120),
    SNIPPET,
    _REVIEWED,
)
"""What the table shows of articles that were found by their words."""


def cells(
    row: ArticleRow, width: int, *, tolls: Tolls = (), title: str | None = None
) -> tuple[str, ...]:
    """What a row says in each of `COLUMNS` in a table of this width.

    Args:
        row: An article.
        width: Cells of the table.
        tolls: What the article says happened to people.
        title: What stands for its title; null for what `titled` says.
    """
    numbers = (row.names, row.quotes, row.casualties)
    counts = [str(each) if _is_known(row) else "–" for each in numbers]
    tags = " ".join(f"#{tag}" for tag in row.tags)
    title = titled(row) if title is None else title
    return (
        day(row.published),
        title if width >= _TAGS_LEAST else f"{title} {tags}",
        row.source or "",
        *counts,
        account(tolls, width=_TOLLS_WIDTH) or counts[-1],
        _review(row),
        tags,
    )


def titled(row: ArticleRow, *, folded: int = 0, is_below: bool = False) -> str:
    """The title, after what waits for a place, and before the number of the text and its copies.

    Args:
        row: An article.
        folded: How many copies its row stands for, which comes first.
        is_below: Whether it is a copy that stands below the article that it is a copy of.
    """
    standing = f"+{copies(folded)} · " if folded else "└ " if is_below else ""
    waiting = f"{row.unplaced:,} to place · " if row.unplaced else ""
    version = f" · version {row.version}" if row.version > 1 else ""
    return f"{standing}{waiting}{row.title or row.id}{version}{_copied(row, folded, is_below)}"


def _copied(row: ArticleRow, folded: int, is_below: bool) -> str:
    """Whether a row that says nothing of it otherwise is one of several copies."""
    if folded or is_below or not row.copies:
        return ""
    return " · copy" if row.copy_of else f" · {copies(row.copies)}"


def copies(number: int) -> str:
    """A number of copies, as it is told."""
    return f"{number:,} cop{'y' if number == 1 else 'ies'}"


def found_cells(row: ArticleRow, snippet: str, *, title: str | None = None) -> tuple[str, ...]:
    """What a row says in each of `FOUND_COLUMNS`; `title` is as for `cells`."""
    title = " ".join((titled(row) if title is None else title, *(f"#{tag}" for tag in row.tags)))
    return (day(row.published), title, row.source or "", snippet, _review(row))


def _is_known(row: ArticleRow) -> bool:
    """Whether something is known of what an article holds."""
    return row.run or row.reviewed + row.unreviewed > 0


def _review(row: ArticleRow) -> str:
    sign = STATE_SIGNS[row.state].strip()
    unknown = "not run" if has_detector(row.language) else f"no {row.language}"
    done = f"{row.reviewed}/{row.reviewed + row.unreviewed}" if _is_known(row) else unknown
    return f"{sign} {done}".strip()


def line(values: Sequence[str], width: int, *, columns: Sequence[Column] = COLUMNS) -> str:
    """Values set in the columns that a width has room for, one value a column."""
    return GAP.join(text for _, text in parts(values, width, columns=columns))


def parts(
    values: Sequence[str], width: int, *, columns: Sequence[Column] = COLUMNS
) -> list[tuple[Column, str]]:
    """The columns that a width has room for, each with its value set in it."""
    widths = dict(placed(width, columns))
    return [
        (column, _set(value, widths[column], right=column.right))
        for column, value in zip(columns, values, strict=True)
        if column in widths
    ]


def placed(width: int, columns: Sequence[Column]) -> Iterator[tuple[Column, int]]:
    """The columns that a width has room for, with the cells of each."""
    shown = [column for column in columns if column.least <= width < column.below]
    left = width - sum(column.width + len(GAP) for column in shown) + len(GAP)
    shares = sum(column.share for column in shown if not column.width)
    for column in shown:
        if column.width:
            yield column, column.width
        else:
            own = left * column.share // shares
            left, shares = left - own, shares - column.share
            yield column, max(_LEAST_FREE, own)


def column_at(cell: int, width: int, columns: Sequence[Column]) -> Column | None:
    """The column that covers a cell of a line, the gap behind it included."""
    start = 0
    for column, size in placed(width, columns):
        if start <= cell < start + size + len(GAP):
            return column
        start += size + len(GAP)
    return None


def _set(value: str, size: int, *, right: bool) -> str:
    """A value on one line, in exactly so many cells."""
    return fitted(clean_line(value), size, right=right)


def fitted(value: str, size: int, *, right: bool = False) -> str:
    """A line in exactly so many cells, with a sign if it had to be cut."""
    if cell_len(value) > size:
        value = set_cell_size(value, size - 1).rstrip() + "…"
    blanks = " " * (size - cell_len(value))
    return blanks + value if right else value + blanks
