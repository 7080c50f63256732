"""Annotations that have no place in a new text, as a list."""

from array import array
from collections.abc import Callable, Sequence

from rich.segment import Segment

from annotations.model import Status
from annotations.store.versions import Waiting
from reader.unplaced_lines import waiting_line
from reader.widgets.virtual_rows import VirtualRows

_AHEAD = 50
"""Rows that are fetched together."""


class UnplacedList(VirtualRows):
    """A row an annotation; those that a person rejected stand back."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Waiting]]) -> None:
        """Args:
        fetch: Reads annotations that wait, by their ids.
        """
        super().__init__(id="unplaced")
        self._fetch = fetch
        self.ids: array[int] = array("q")
        self._found: dict[int, Waiting] = {}
        self._several = False

    def show(self, ids: "array[int]", *, several: bool) -> None:
        """List these; the cursor stays on its annotation if that is listed, else in its row.

        Args:
            ids: Of the annotations, in order.
            several: Whether they are of several articles.
        """
        current = self.ids[self.row] if self.row < len(self.ids) else None
        self.ids, self._several = ids, several
        self._found.clear()
        self.set_count(len(ids))
        is_there = current is not None and current in ids
        row = ids.index(current) if is_there and current is not None else self.row
        self.go(row, announce=False)

    def at(self, row: int) -> Waiting | None:
        """The annotation on a row; null if it waits no longer."""
        if not 0 <= row < len(self.ids):
            return None
        if self.ids[row] not in self._found:
            begin = row - row % _AHEAD
            for each in self._fetch(self.ids[begin : begin + _AHEAD]):
                if each.unplaced.annotation.id is not None:
                    self._found[each.unplaced.annotation.id] = each
        return self._found.get(self.ids[row])

    @property
    def current(self) -> Waiting | None:
        """The annotation under the cursor."""
        return self.at(self.row)

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles of those that are listed, as far as they were read."""
        return tuple(dict.fromkeys(each.article_id for each in self._found.values()))

    def draw(self, row: int, width: int) -> list[Segment]:
        """What it is, its words, and where it stood."""
        waiting = self.at(row)
        if waiting is None:
            return []
        head, words, behind = waiting_line(waiting, several=self._several)
        if waiting.unplaced.annotation.status is Status.REJECTED:
            return [Segment(f" {head}{words}{behind}", self.dim_style())]
        hit = self.get_component_rich_style("rows--hit", partial=True)
        return [Segment(f" {head}"), Segment(words, hit), Segment(behind, self.dim_style())]
