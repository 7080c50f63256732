"""The articles of the store as a table."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.message import Message
from textual.widgets import Static

from annotations.copies.folding import Fold
from annotations.store import ArticleRow
from reader.snippets import drawn, without_marks
from reader.tag_spans import tag_spans
from reader.widgets.columns import (
    COLUMNS,
    FOUND_COLUMNS,
    GAP,
    SNIPPET,
    TOLLS_LEAST,
    Column,
    Tolls,
    cells,
    column_at,
    found_cells,
    line,
    parts,
    titled,
)
from reader.widgets.tag_ink import Colours, TagInk, uncoloured
from reader.widgets.virtual_rows import VirtualRows

FetchRows = Callable[[Sequence[int]], list[ArticleRow]]
"""Reads rows of the store by their keys."""
FetchTolls = Callable[[Sequence[int]], Mapping[int, Tolls]]
"""Reads what articles say happened to people, by the articles' keys; nothing for some."""

_AHEAD = 50
"""Rows fetched at a time."""
_KEPT = 1000
"""Rows kept."""
MARK = "●"
"""Stands before what is selected."""


class ArticleTable(VirtualRows):
    """Rows read from the store as they come into view."""

    @dataclass
    class SnippetsWanted(Message):
        """Rows have come into view of which it is not known why they were found."""

        keys: Sequence[int]

    def __init__(
        self, fetch_rows: FetchRows, fetch_tolls: FetchTolls, colours: Colours = uncoloured
    ) -> None:
        """Args:
        fetch_rows: Reads rows by their keys.
        fetch_tolls: Reads tolls by the same keys; asked only where there is room for them.
        colours: Reads the colours of tags, whenever there is something new to show.
        """
        super().__init__(id="articles")
        self._fetch_rows = fetch_rows
        self._fetch_tolls = fetch_tolls
        self._read_colours = colours
        self._colours = uncoloured()
        self._keys = array("q")
        self._headings: Sequence[str] = ()
        self._rows: LRUCache[int, ArticleRow] = LRUCache(_KEPT)
        self._tolls: LRUCache[int, Tolls] = LRUCache(_KEPT)
        self._snippets: LRUCache[int, str] = LRUCache(_KEPT)
        self._wanted: set[int] = set()
        """Keys of rows that were drawn without their snippets."""
        self.marked: set[int] = set()
        """The keys of the articles that are selected; all of them are listed."""
        self._mark_from = 0
        """The row from which on `extend` selects."""
        self.by_words = False
        """Whether the rows were found by their words, and show where these stand."""
        self._fold = Fold(self._keys)

    def show(
        self,
        keys: "array[int]",
        *,
        by_words: bool = False,
        headings: Sequence[str] = (),
        fold: Fold | None = None,
    ) -> None:
        """List these articles, in this order; the cursor stays on its article if it is listed.

        Args:
            keys: The articles.
            by_words: Whether they were found by their words.
            headings: What stands in place of -1, -2 and so on among the keys.
            fold: Which rows stand for others; null if none does.
        """
        current = self.key
        self._keys, self.by_words, self._headings = keys, by_words, headings
        self._fold = fold or Fold(keys)
        for cache in (self._rows, self._tolls, self._snippets):
            cache.clear()
        self._colours = self._read_colours()
        self._wanted.clear()
        if self.marked:
            self.marked.intersection_update(self._with_folded(keys))
        self.set_count(len(keys))
        if current is not None and current in keys:
            self.point_at(current)
        elif self.key is None:  # the first heading
            self.go(self.row + 1, announce=False)

    def point_at(self, key: int) -> None:
        """Put the cursor on an article, if it is listed."""
        if key in self._keys:
            self.go(self._keys.index(key), announce=False)

    @property
    def key(self) -> int | None:
        """The key of the article under the cursor; null if there is none."""
        key = self._keys[self.row] if self.row < len(self._keys) else -1
        return key if key >= 0 else None

    @property
    def shows_tolls(self) -> bool:
        """Whether there is room for the figures themselves, and not only for their number."""
        return self.line_width - len(MARK) - 1 >= TOLLS_LEAST

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self._keys) - len(self._headings) + self.folded_away

    @property
    def folded_away(self) -> int:
        """How many of them other rows stand for."""
        return sum(map(len, self._fold.hidden.values()))

    @property
    def keys(self) -> list[int]:
        """The keys of all articles that have rows, in order."""
        return [key for key in self._keys if key >= 0]

    @property
    def chosen(self) -> list[int]:
        """The articles that are selected, in order; the one under the cursor if none is.

        With a row all are selected that it stands for. The row under the cursor, selected or not,
        stands for its own article alone as long as none is.
        """
        if self.marked:
            return [key for key in self._with_folded(self._keys) if key in self.marked]
        return [] if self.key is None else [self.key]

    def mark(self) -> None:
        """Select the article under the cursor, or no longer, and go on to the next."""
        if self.key is not None:
            meant = set(self._with_folded((self.key,)))
            self.marked = self.marked - meant if self.key in self.marked else self.marked | meant
            self._mark_from = self.row
            self.refresh_line(self.row)
        self.go(self.row + 1)

    def mark_up_to_here(self) -> None:
        """Select all from the last that was selected to the cursor."""
        first, last = sorted((self._mark_from, self.row))
        self.marked.update(self._with_folded(self._keys[first : last + 1]))
        self.refresh()

    def mark_all(self) -> None:
        """Select every article that is listed; none, if all of them are selected."""
        every = set(self._with_folded(self._keys))
        self.marked = set() if self.marked == every else every
        self.refresh()

    def _with_folded(self, keys: Iterable[int]) -> Iterator[int]:
        """The articles of some rows, each followed by those that its row stands for."""
        for key in keys:
            if key >= 0:
                yield key
                yield from self._fold.hidden.get(key, ())

    def folds(self, key: int) -> int:
        """How many articles the row of one stands for beside it."""
        return len(self._fold.hidden.get(key, ()))

    def unmark(self) -> None:
        """Select none."""
        self.marked.clear()
        self.refresh()

    def put_snippets(self, by_key: Mapping[int, str]) -> None:
        """Show why articles were found."""
        for key, snippet in by_key.items():
            self._snippets[key] = snippet
        self.refresh()

    def article(self, row: int) -> ArticleRow | None:
        """The article on a row; null when it has just been removed or there is none."""
        if not 0 <= row < len(self._keys) or self._keys[row] < 0:
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
        """The columns of an article, or the heading of a group."""
        if (key := self._keys[row]) < 0:
            style = self.get_component_rich_style("rows--heading", partial=True)
            return [Segment(self._headings[-key - 1], style)]
        article, width = self.article(row), width - 2
        if article is None:
            return []
        sign = MARK if article.key in self.marked else " "
        if self.by_words:
            return [Segment(sign), *self._draw_found(article, width)]
        tolls = self._tolls_of(row) if self.shows_tolls else ()
        text = line(cells(article, width, tolls=tolls, title=self._titled(article)), width)
        return [Segment(sign), *self._inked(text, article)]

    def _draw_found(self, article: ArticleRow, width: int) -> list[Segment]:
        snippet = self._snippets.get(article.key)
        if snippet is None:
            self._want(article.key)
        values = found_cells(article, without_marks(snippet or ""), title=self._titled(article))
        hit = self.get_component_rich_style("rows--hit", partial=True)
        segments: list[Segment] = []
        for column, text in parts(values, width, columns=FOUND_COLUMNS):
            is_snippet = column is SNIPPET
            segments += (
                drawn(text, snippet or "", hit) if is_snippet else self._inked(text, article)
            )
            segments.append(Segment(GAP))
        return segments

    def _titled(self, article: ArticleRow) -> str:
        return titled(
            article, folded=self.folds(article.key), is_below=article.key in self._fold.below
        )

    def _inked(self, text: str, article: ArticleRow) -> Iterator[Segment]:
        """A text with the article's tags in their colours."""
        if not (article.tags and self._colours):
            yield Segment(text)
            return
        ink, at = TagInk(self, self._colours), 0
        for tag, start, end in sorted(tag_spans(text, article.tags), key=itemgetter(1)):
            yield Segment(text[at:start])
            yield Segment(text[start:end], ink.style(tag))
            at = end
        yield Segment(text[at:])

    def _want(self, key: int) -> None:
        """Ask, once the page is drawn, for all snippets that it lacks."""
        if not self._wanted:
            self.call_after_refresh(self._ask_for_snippets)
        self._wanted.add(key)

    def _ask_for_snippets(self) -> None:
        wanted, self._wanted = list(self._wanted), set()
        if wanted:
            self.post_message(self.SnippetsWanted(wanted))


class TableHeading(Static):
    """The columns' headings; a click on one sorts by it."""

    @dataclass
    class SortChosen(Message):
        """A heading was clicked."""

        sort: str

    def __init__(self) -> None:
        """Make a heading that does not say yet how the table is sorted."""
        super().__init__(id="table-heading", markup=False)
        self._sort, self._descending = "", False
        self._columns: tuple[Column, ...] = COLUMNS

    def show(self, sort: str, *, descending: bool, by_words: bool = False) -> None:
        """Say how the table is sorted.

        Args:
            sort: By what.
            descending: Whether it is the other way round.
            by_words: Whether the table shows what was found by its words.
        """
        self._sort, self._descending = sort, descending
        self._columns = FOUND_COLUMNS if by_words else COLUMNS
        self._draw()

    def on_resize(self) -> None:
        """Fit the new width."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Sort by the column under the mouse."""
        column = column_at(event.x - 1, self.size.width, self._columns)
        if column is not None and column.sort is not None:
            self.post_message(self.SortChosen(column.sort))

    def _draw(self) -> None:
        arrow = "▼" if self._descending else "▲"
        headings = [
            column.heading + (arrow if column.sort == self._sort else "")
            for column in self._columns
        ]
        self.update(line(headings, self.size.width, columns=self._columns), layout=False)
