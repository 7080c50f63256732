"""A list of any length of which only the rows in view are read from the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual.cache import LRUCache
from textual.message import Message

from reader.widgets.virtual_rows import VirtualRows

Detail = TypeVar("Detail")

_KEPT = 2_000
"""Rows whose content is kept, some forty screens of them."""
_AHEAD = 50
"""Rows that are asked for together."""
_MOST_ASKED = 200
"""Rows that are asked for at the most; those that have gone by while nobody answered are not."""


class ReadRows(VirtualRows, Generic[Detail]):
    """Rows that are known by their ids; what they say is asked for as they come into view."""

    @dataclass
    class RowsWanted(Message):
        """Rows have come into view that have not been read."""

        rows: "ReadRows[Any]"
        ids: list[int]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Args:
        id: The widget's id in the style sheet.
        """
        super().__init__(id=id)
        self.ids: Sequence[int] = ()
        """What the rows are, in their order."""
        self._details: LRUCache[int, Detail | None] = LRUCache(_KEPT)
        self._outdated: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._is_asking = False

    def show_ids(self, ids: Sequence[int]) -> None:
        """List these; what was read of them is shown until it is read again."""
        self.ids = ids
        self._outdated = set(self._details.keys())
        self.set_count(len(ids))

    def put(self, asked: Sequence[int], details: Mapping[int, Detail]) -> None:
        """Show what was read; of rows that are gone nothing is."""
        for each in asked:
            self._details.discard(each)  # or it would keep what it has
            self._details[each] = details.get(each)
            self._outdated.discard(each)
            self._wanted.pop(each, None)
        self.refresh()

    def detail(self, row: int) -> Detail | None:
        """What is known of a row; what is not is asked for."""
        identifier = self.ids[row]
        if identifier not in self._details or identifier in self._outdated:
            self._want(row)
        return self._details.get(identifier)

    def _want(self, row: int) -> None:
        """Ask, once the page is drawn, for all rows that it lacks and those below."""
        begin = row - row % _AHEAD
        for each in self.ids[begin : begin + _AHEAD]:
            self._wanted.pop(each, None)
            self._wanted[each] = None
        if not self._is_asking:
            self._is_asking = True
            self.call_after_refresh(self._ask)

    def _ask(self) -> None:
        self._is_asking = False
        latest = list(self._wanted)[-_MOST_ASKED:]
        self._wanted = dict.fromkeys(latest)
        self.post_message(self.RowsWanted(self, latest))
