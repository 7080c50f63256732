"""The annotations of the open article, listed by layer."""

from array import array
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from annotations.model import Layer, Status
from annotations.text import clean_line
from reader.annotation_index import LAYERS, AnnotationIndex
from reader.describing import LAYER_NAMES, STATUS_SIGNS
from reader.widgets.virtual_rows import VirtualRows

_KIND_WIDTH = 9
_ORDER = tuple(reversed(LAYERS))
"""Figures and quotes first: they are fewer than names, and what people look for."""
_PREVIEW = 60
"""Characters of an annotation's text that a row can show at the most."""


class AnnotationPanel(VirtualRows):
    """One heading a layer with its count, and under it a row for each annotation."""

    @dataclass
    class Pointed(Message):
        """The cursor stands on another annotation."""

        annotation_id: int

    @dataclass
    class Left(Message):
        """An annotation was chosen: back to the text."""

    def __init__(self) -> None:
        """Make an empty panel; `show` fills it."""
        super().__init__(id="panel")
        self._text = ""
        self._index = AnnotationIndex()
        self._arrangement = 0
        self._layers: dict[Layer, array[int]] = {}
        self._headings: dict[int, Layer] = {}

    def show(self, text: str, index: AnnotationIndex) -> None:
        """List the annotations of an article.

        Args:
            text: The article's text.
            index: Its annotations; kept, not copied.
        """
        self._text, self._index = text, index
        self._arrange()

    def _arrange(self) -> None:
        """Work out which annotation stands on which row."""
        self._arrangement = self._index.arrangement
        self._layers = {layer: self._index.positions(layer) for layer in _ORDER}
        self._headings, row = {}, 0
        for layer, positions in self._layers.items():
            self._headings[row] = layer
            row += 1 + len(positions)
        self.set_count(row)

    def redraw(self, annotation_id: int) -> None:
        """Draw one annotation's row again: its status or kind has changed."""
        position = self._index.position(annotation_id)
        if position is not None and self._arrangement == self._index.arrangement:
            self.refresh_line(self._row(position))

    def follow(self, annotation_id: int | None) -> None:
        """Put the cursor on the row of the annotation that the text has in focus."""
        if self._arrangement != self._index.arrangement:
            self._arrange()
        position = None if annotation_id is None else self._index.position(annotation_id)
        if position is not None:
            self.go(self._row(position), announce=False)

    def _row(self, position: int) -> int:
        layer = self._index.layer(position)
        heading = next(row for row, each in self._headings.items() if each is layer)
        return heading + 1 + self._layers[layer].index(position)

    def _position(self, row: int) -> int | None:
        """The annotation on a row; null for a heading."""
        heading = max((each for each in self._headings if each <= row), default=None)
        if heading is None or heading == row or row >= self.count:
            return None
        return self._layers[self._headings[heading]][row - heading - 1]

    def draw(self, row: int, width: int) -> list[Segment]:
        """A heading with its count, or sign, kind and text of an annotation."""
        if row in self._headings:
            layer = self._headings[row]
            style = self.get_component_rich_style("rows--heading", partial=True)
            return [Segment(f"{LAYER_NAMES[layer]}  {len(self._layers[layer])}", style)]
        position = self._position(row)
        return [] if position is None else self._draw_annotation(position)

    def _draw_annotation(self, position: int) -> list[Segment]:
        index = self._index
        start, end = index.starts[position], index.ends[position]
        status, kind = index.status(position), index.kinds[position]
        dim = self.get_component_rich_style("rows--dim", partial=True)
        words = clean_line(self._text[start : min(end, start + _PREVIEW)])
        weight = Style(bold=True) if status is Status.SUGGESTED else Style.null()
        return [
            Segment(f"{STATUS_SIGNS[status]} ", weight),
            Segment(f"{clean_line(kind)[:_KIND_WIDTH]:{_KIND_WIDTH}} ", dim),
            Segment(words),
        ]

    def on_virtual_rows_moved(self, event: VirtualRows.Moved) -> None:
        """Point at the annotation under the cursor."""
        event.stop()
        position = self._position(event.row)
        if position is not None:
            self.post_message(self.Pointed(self._index.ids[position]))

    def on_virtual_rows_chosen(self, event: VirtualRows.Chosen) -> None:
        """Go to the annotation and leave the list."""
        event.stop()
        position = self._position(event.row)
        if position is not None:
            self.post_message(self.Pointed(self._index.ids[position]))
            self.post_message(self.Left())
