"""Drawing only those rows of each widget on which something has changed."""

from collections.abc import Iterable, Iterator

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

_Span = tuple[int, int]
"""The first cell and the end of a stretch of a row."""


class RowCompositor(Compositor):
    """Textual's compositor, which otherwise draws every line of every widget that is touched.

    When the cursor moves, two lines of the text and the status line change. Textual draws all that
    lies between them as well, which is most of the time that a key takes.
    """

    _spans: dict[int, list[_Span]] | None = None
    """What is to be drawn of each row; null while all of it is."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last update; null for nothing."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        self._spans = {}
        for row, first, end in spans:
            self._spans.setdefault(row, []).append((first, end))
        try:
            drawn = self._render_chops(self.size.region, self._spans.__contains__)
        finally:
            self._spans = None
        return ChopsUpdate(drawn, spans, [cuts[1:] for cuts in self.cuts])

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """The widgets from front to back: a region, what of it is in view, and its lines."""
        if self._spans is None:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            for first, end in _stretches(self._rows_of(shown, self._spans)):
                part = Region(shown.x, first, shown.width, end - first)
                yield part, part, widget.render_lines(part.translate((-region.x, -region.y)))

    def _rows_of(self, shown: Region, spans: dict[int, list[_Span]]) -> Iterator[int]:
        """The rows on which something of a region is to be drawn."""
        left, right = shown.column_span
        for row in shown.line_range:
            if any(first < right and end > left for first, end in spans.get(row, ())):
                yield row


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
