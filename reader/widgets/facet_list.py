"""The facets of what is listed, to add to the filter or to take off it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from annotations.filters import Key, Query, picked
from annotations.filters.values import folded
from annotations.store.facets import Facet
from annotations.tagging import above, depth, last_level
from annotations.text import clean_line
from reader.widgets.columns import fitted
from reader.widgets.tag_ink import Colours, TagInk, uncoloured
from reader.widgets.virtual_rows import VirtualRows

_HEADINGS = {
    Key.IS: "Review",
    Key.ON: "Months",
    Key.LANG: "Languages",
    Key.SOURCE: "Sources",
    Key.TAG: "Tags",
    Key.PLACE: "Places",
    Key.PERSON: "People",
    Key.ORG: "Organisations",
}
_COUNT_WIDTH = 8
_YEAR = 4
"""Characters of a year, under which its months are indented."""
_INDENT = 2
"""Cells by which a tag stands below the one above it."""
ASKED_FOR = "✓"
"""Stands before a value that the filter asks for."""


@dataclass(frozen=True, slots=True)
class _Value:
    key: Key
    value: str
    count: int
    indent: int


@dataclass(frozen=True, slots=True)
class _More:
    """Leads to the values that are not listed."""

    key: Key
    count: int


_Row = str | _Value | _More
"""A heading, or what can be chosen."""


class FacetList(VirtualRows):
    """A heading a facet, and below it its values with the number of articles."""

    @dataclass
    class Picked(Message):
        """A value was chosen: it goes into the filter, or out if it is in it."""

        key: Key
        value: str

    @dataclass
    class Opened(Message):
        """All values of a facet are wanted."""

        key: Key

    def __init__(self, colours: Colours = uncoloured) -> None:
        """Args:
        colours: Reads the colours of tags, whenever there is something new to show.
        """
        super().__init__(id="facets")
        self._read_colours = colours
        self._colours = uncoloured()
        self._rows: list[_Row] = []
        self._query = Query()

    @property
    def is_counted(self) -> bool:
        """Whether there is anything to choose from."""
        return any(not isinstance(each, str) for each in self._rows)

    def wait(self) -> None:
        """Say that the values are being counted, while there are none."""
        if not self.is_counted:
            self._put(["counting …"])

    def show(self, facets: Sequence[Facet], query: Query) -> None:
        """List the values of facets; the cursor stays on its value if that is still listed.

        Args:
            facets: The facets, counted over what the query finds.
            query: What it asks for already is marked.
        """
        self._query, self._colours = query, self._read_colours()
        current = self._place(self.row)
        self._put([row for facet in facets for row in _rows(facet)] or ["nothing is found"])
        same = (row for row in range(self.count) if self._place(row) == current is not None)
        self.go(next(same, min(self.row, self.count - 1)), announce=False)

    def _put(self, rows: list[_Row]) -> None:
        self._rows = rows
        self.set_count(len(rows))

    def _place(self, row: int) -> tuple[Key, str] | None:
        """What a row is about, however many articles have it; null for a heading."""
        match self._rows[row] if row < len(self._rows) else "":
            case _Value(key=key, value=value):
                return key, value
            case _More(key=key):
                return key, ""
        return None

    def go(self, row: int, *, announce: bool = True) -> None:
        """Put the cursor on a row, past a heading, on which there is nothing to choose."""
        step = 1 if row > self.row else -1
        while 0 <= row < self.count and isinstance(self._rows[row], str):
            row += step
        if row < 0:  # above the first value is only its heading
            row = min(1, self.count - 1)
        super().go(row, announce=announce)

    def draw(self, row: int, width: int) -> list[Segment]:
        """A heading, a value with its count, or how many more values there are."""
        match self._rows[row]:
            case str() as heading:
                style = self.get_component_rich_style("rows--heading", partial=True)
                return [Segment(heading, style)]
            case _Value(key=key, value=value, count=count, indent=indent):
                style = TagInk(self, self._colours).style(value) if key is Key.TAG else Style()
                sign = ASKED_FOR if self._asks_for(key, value) else " "
                room = width - _COUNT_WIDTH - 2 - indent
                shown = last_level(value) if key is Key.TAG and indent else value
                name = fitted(clean_line(shown), room)
                return [
                    Segment(f"{sign} {' ' * indent}"),
                    Segment(name, style),
                    Segment(f"{count:>{_COUNT_WIDTH},}"),
                ]
            case _More(count=count):
                return [Segment(f"  … {count:,} more", self.dim_style())]

    def _asks_for(self, key: Key, value: str) -> bool:
        condition = picked(self._query, key)
        wanted = () if condition is None else condition.values
        return any(folded(each.text) == folded(value) for each in wanted)

    def on_virtual_rows_chosen(self, event: VirtualRows.Chosen) -> None:
        """Pick the value under the cursor, or open the rest."""
        event.stop()
        match self._rows[event.row]:
            case _Value(key=key, value=value):
                self.post_message(self.Picked(key, value))
            case _More(key=key):
                self.post_message(self.Opened(key))


def _rows(facet: Facet) -> list[_Row]:
    by_year = any(len(value) == _YEAR for value, _ in facet.values) and facet.key is Key.ON
    rows: list[_Row] = [_HEADINGS[facet.key]]
    listed: set[str] = set()
    for value, count in facet.values:
        indent = 2 if by_year and len(value) > _YEAR else 0
        if facet.key is Key.TAG:
            indent = _INDENT * depth(value) if listed.issuperset(above(value)) else 0
            listed.add(value)
        rows.append(_Value(facet.key, value, count, indent))
    return [*rows, _More(facet.key, facet.more)] if facet.more else rows
