"""Drawing only those rows of each widget on which something has changed."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from textual._compositor import Compositor
from textual.geometry import Region
from textual.widget import Widget

from reader.terminal.frames import Piece, RowsUpdate

_Places = dict[Widget, tuple[Region, Region]]
"""Each widget's region and what of the screen it may show itself in, front to back."""


class _Seen(NamedTuple):
    """A stretch of a row in which one widget can be seen."""

    start: int
    end: int
    widget: Widget
    region: Region
    """All of the widget, seen or not."""


class RowCompositor(Compositor):
    """Textual's compositor, which otherwise draws every line of every widget that is touched.

    When the cursor moves, two lines of the text and the status line change. Textual draws all that
    lies between them as well, and what the widgets cover, which is most of the time of a key.
    """

    _seen: tuple[_Places, list[list[_Seen]]] | None = None
    """What can be seen in each row from left to right, and the places that this follows from."""

    def render_partial_update(self) -> RowsUpdate | None:  # type: ignore[override]
        """What has changed since the last update; null for nothing."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        return RowsUpdate(sorted(self._drawn(spans), key=lambda piece: (piece.line, piece.start)))

    def _drawn(self, spans: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
        """What is seen in some stretches of rows: a row, the first cell and the end of each."""
        seen, touched = self._seen_in_rows(), dict[_Seen, dict[int, None]]()
        for row, first, end in spans:
            for each in seen[row]:
                if each.start < end and each.end > first:
                    touched.setdefault(each, {})[row] = None
        for (start, end, widget, region), rows in touched.items():
            for top, bottom in _stretches(sorted(rows)):
                part = Region(start - region.x, top - region.y, end - start, bottom - top)
                for row, strip in enumerate(widget.render_lines(part), top):
                    yield Piece(row, start, strip)

    def _seen_in_rows(self) -> list[list[_Seen]]:
        places = self.visible_widgets
        if self._seen is None or self._seen[0] is not places:
            self._cuts = None
            self._seen = places, [list(_seen(row, places, at)) for row, at in enumerate(self.cuts)]
        return self._seen[1]


def _seen(row: int, places: _Places, cuts: list[int]) -> Iterator[_Seen]:
    """What can be seen in a row, from left to right.

    Args:
        row: The row.
        places: Where the widgets are.
        cuts: Every cell at which one of them begins or ends in the row.
    """
    here = [
        (widget, region, region.intersection(clip)) for widget, (region, clip) in places.items()
    ]
    here = [each for each in here if row in each[2].line_range]
    last: _Seen | None = None
    for start, end in pairwise(cuts):
        front = next(((w, r) for w, r, part in here if start in part.column_range), None)
        if front is None:
            continue
        if last is not None and last.end == start and last.widget is front[0]:
            last = last._replace(end=end)
            continue
        if last is not None:
            yield last
        last = _Seen(start, end, *front)
    if last is not None:
        yield last


def _stretches(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first row and the end of each stretch of rows without a gap."""
    first = end = -1
    for row in rows:
        if row != end:
            if end > first:
                yield first, end
            first = row
        end = row + 1
    if end > first:
        yield first, end
