"""The annotations of the open article, listed by what shows and hides them."""

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from annotations.model import Status
from annotations.text import clean_line
from reader.describing import STATUS_SIGNS
from reader.painting import turn
from reader.panel_rows import Group, PanelRows
from reader.reading import Reading
from reader.widgets.virtual_rows import VirtualRows

_KIND_WIDTH = 10
"""Cells of a kind; only WORK_OF_ART has more."""
_PREVIEW = 60
"""Characters of an annotation's text that a row can show at the most."""


class AnnotationPanel(VirtualRows):
    """A heading a switch with its count, one a speaker, and a row for each visible annotation."""

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
        self._reading = Reading("")
        self._index = self._reading.index
        self._arranged: tuple[object, ...] = ()
        self._rows = PanelRows(self._index)

    def show(self, reading: Reading) -> None:
        """List the annotations of an article, as it is read.

        Args:
            reading: Kept, not copied.
        """
        self._reading, self._index = reading, reading.index
        self._arrange()

    def _arrange(self) -> None:
        """Work out which annotation stands on which row."""
        hidden = self._reading.hidden
        self._arranged = self._index.version(hidden=hidden)
        self._rows = PanelRows(self._index, hidden=hidden)
        self.set_count(self._rows.count)

    @property
    def _is_arranged(self) -> bool:
        """Whether every annotation still belongs on the row that it was put on."""
        return self._arranged == self._index.version(hidden=self._reading.hidden)

    def redraw(self, annotation_id: int) -> None:
        """Draw one annotation's row again: its status or kind has changed."""
        position = self._index.position(annotation_id)
        if position is not None and self._is_arranged:
            self.refresh_line(self._rows.row(position))

    def follow(self, annotation_id: int | None) -> None:
        """Put the cursor on the row of the annotation that the text has in focus."""
        if not self._is_arranged:
            self._arrange()
        position = None if annotation_id is None else self._index.position(annotation_id)
        if position is not None:
            self.go(self._rows.row(position), announce=False)

    def draw(self, row: int, width: int) -> list[Segment]:
        """A heading with its count, or sign, kind and text of an annotation."""
        heading = self._rows.heading(row)
        if heading is not None:
            return self._draw_heading(heading)
        position = self._rows.position(row)
        return [] if position is None else self._draw_annotation(position)

    def _draw_heading(self, group: Group) -> list[Segment]:
        style = self.get_component_rich_style("rows--heading", partial=True)
        dim = self.dim_style()
        if group.is_speaker:
            voice = self._reading.voices.get(group.title)
            number = " " if voice is None else turn(voice)
            return [
                Segment(f"{number} {clean_line(group.title)}", style),
                Segment(f"  {group.total}", dim),
            ]
        heading = Segment(f"{group.title}  {group.total}", style)
        return [heading, Segment("  hidden", dim)] if group.is_hidden else [heading]

    def _draw_annotation(self, position: int) -> list[Segment]:
        index = self._index
        start, end = index.starts[position], index.ends[position]
        status, kind = index.status(position), index.kinds[position]
        dim = self.dim_style()
        words = clean_line(self._reading.text[start : min(end, start + _PREVIEW)])
        weight = Style(bold=True) if status is Status.SUGGESTED else Style.null()
        return [
            Segment(f"{STATUS_SIGNS[status]} ", weight),
            Segment(f"{clean_line(kind)[:_KIND_WIDTH]:{_KIND_WIDTH}} ", dim),
            Segment(words),
        ]

    def on_virtual_rows_moved(self, event: VirtualRows.Moved) -> None:
        """Point at the annotation under the cursor."""
        event.stop()
        position = self._rows.position(event.row)
        if position is not None:
            self.post_message(self.Pointed(self._index.ids[position]))

    def on_virtual_rows_chosen(self, event: VirtualRows.Chosen) -> None:
        """Go to the annotation and leave the list."""
        event.stop()
        position = self._rows.position(event.row)
        if position is not None:
            self.post_message(self.Pointed(self._index.ids[position]))
            self.post_message(self.Left())
