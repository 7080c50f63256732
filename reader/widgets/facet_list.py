"""The facets of what is listed, to add to the filter or to take off it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.message import Message

from annotations.filters import Key, Query, toggled
from annotations.store.facets import Facet
from annotations.text import clean_line
from reader.widgets.columns import fitted
from reader.widgets.virtual_rows import VirtualRows

_HEADINGS = {
    Key.IS: "Review",
    Key.ON: "Months",
    Key.SOURCE: "Sources",
    Key.TAG: "Tags",
    Key.PLACE: "Places",
    Key.PERSON: "People",
    Key.ORG: "Organisations",
}
_COUNT_WIDTH = 8
ASKED_FOR = "✓"
"""Stands before a value that the filter asks for."""


class FacetList(VirtualRows):
    """A heading a facet, and below it its values with the number of articles."""

    @dataclass
    class Picked(Message):
        """A value was chosen: it goes into the filter, or out if it is in it."""

        key: Key
        value: str

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="facets")
        self._rows: list[tuple[Key, str, int] | str] = []
        self._query = Query()

    def show(self, facets: Sequence[Facet], query: Query) -> None:
        """List the values of facets.

        Args:
            facets: The facets, counted over what the query finds.
            query: What it asks for already is marked.
        """
        self._query = query
        self._rows = []
        for facet in facets:
            self._rows.append(_HEADINGS[facet.key])
            self._rows += [(facet.key, value, count) for value, count in facet.values]
        self.set_count(len(self._rows))

    def draw(self, row: int, width: int) -> list[Segment]:
        """A heading, or a value with its count."""
        match self._rows[row]:
            case str() as heading:
                style = self.get_component_rich_style("rows--heading", partial=True)
                return [Segment(heading, style)]
            case (key, value, count):
                sign = ASKED_FOR if self._asks_for(key, value) else " "
                name = fitted(clean_line(value), width - _COUNT_WIDTH - 2)
                return [Segment(f"{sign} {name}{count:>{_COUNT_WIDTH},}")]
        return []

    def _asks_for(self, key: Key, value: str) -> bool:
        return len(toggled(self._query, key, value).terms) < len(self._query.terms)

    def on_virtual_rows_chosen(self, event: VirtualRows.Chosen) -> None:
        """Pick the value under the cursor."""
        event.stop()
        match self._rows[event.row]:
            case (key, value, _):
                self.post_message(self.Picked(key, value))
