"""The article's text on the screen: one widget that draws only the lines in view."""

from collections.abc import Callable, Sequence, Set
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from annotations.model import Annotation
from annotations.store.places import Place
from annotations.text import clean
from reader.annotation_index import AnnotationIndex
from reader.finding import Hits
from reader.kin import Kin, kin_of
from reader.own_labels import OwnLabel
from reader.painting import Look, Mark, own_look, runs, signs
from reader.reading import Reading
from reader.switches import HIDDEN_AT_FIRST, Switch
from reader.widgets.article_column import MEASURE
from reader.widgets.article_keys import Result
from reader.widgets.article_labels import ArticleLabels
from reader.widgets.look_styles import COMPONENT_CLASSES, LookStyles

_CACHED_LINES = 4096


class _Drawn(NamedTuple):
    """A line as it was drawn, and all that it depends on besides the annotations themselves."""

    width: int
    marks: Sequence[Mark]
    lit: Kin | None
    kins: frozenset[Kin]
    """What can be lit up on the line."""
    strip: Strip

    def is_like(self, width: int, marks: Sequence[Mark], lit: Kin | None) -> bool:
        """Whether it would be drawn in the same way now."""
        now = (width, marks, lit if lit in self.kins else None)
        return (self.width, self.marks, self.lit) == now


class ArticleView(ArticleLabels, can_focus=True):
    """A text column with highlighted annotations, a cursor and a selection.

    Only lines in view are drawn, and kept until something on them changes. Hit testing is
    arithmetic, so lines carry no offsets.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*COMPONENT_CLASSES.values()}

    revision: reactive[int] = reactive(0, repaint=False)
    """Counts up whenever cursor, focus, selection, switches or annotations have changed.

    Watching it puts what depends on them into the same frame; a message would come a frame later.
    """

    def __init__(
        self,
        text: str,
        index: AnnotationIndex,
        *,
        measure: int | None = None,
        usual_measure: int = MEASURE,
        hidden: Set[Switch] = HIDDEN_AT_FIRST,
        place: Place | None = None,
        labels: Sequence[OwnLabel] = (),
    ) -> None:
        """Args:
        text: The article's text.
        index: Its annotations.
        measure: Cells that a line should take; null for the usual number.
        usual_measure: How many they are if nobody wants another number.
        hidden: Switches that are off at first.
        place: Where to begin; null for the top.
        labels: The person's own.
        """
        super().__init__(id="article-view")
        self.usual_measure = usual_measure
        self.measure_wanted = measure or usual_measure
        self.reading = Reading(clean(text), index, hidden=hidden)
        if place is not None:
            self.begin_at(place)
        self._drawn: dict[int, _Drawn] = {}
        """The lines that are drawn already, by their numbers."""
        self._styles: LookStyles | None = None
        coloured = [(each.name, each.colour) for each in labels if each.colour]
        self._own = {name: own_look(number) for number, (name, _) in enumerate(coloured)}
        self._own_colours = {self._own[name]: colour for name, colour in coloured}
        self._marks: list[Mark] = []
        self._lit: Kin | None = None
        self._told: tuple[object, ...] = ()
        """What was the case when `revision` counted up last."""

    # What is shown

    def show(self, index: AnnotationIndex) -> None:
        """Take over other annotations; what is worked on stays in focus, reviewed by now or not."""
        focus = self.reading.focus
        self.reading.show(index)
        position = None if focus is None else index.position(focus)
        if position is not None and index.switch(position) not in self.reading.hidden:
            self.reading.keep_focus(focus)
        self._told = ()
        self.redraw()

    def put(self, before: Annotation | None, after: Annotation | None) -> None:
        """Show what an edit made of one annotation."""
        if after is not None:
            self.reading.index.put(after)
        elif before is not None and before.id is not None:
            self.reading.index.remove(before.id)
        self.reading.show(self.reading.index)
        for annotation in filter(None, (before, after)):
            self._refresh_span(annotation.start, annotation.end)
        if self.reading.is_tinted:  # another speaker may give all others other numbers
            self.redraw()
        self._update_marks()
        self.revision += 1

    def toggle(self, switch: Switch) -> bool:
        """Show or hide the annotations of a switch; tells whether they are shown from now on."""
        shown = self.reading.toggle(switch)
        self.redraw()
        return shown

    def take_hits(self, hits: Hits, *, origin: int) -> None:
        """Mark every hit and go to the first one from `origin` on."""
        self.reading.take_hits(hits, origin=origin)
        self.redraw()
        self.scroll_to_cursor()

    def tint(self) -> bool:
        """Tell quotes apart by who says them, or no longer; tells whether they are from now on."""
        self.reading.is_tinted = not self.reading.is_tinted
        self._told = ()
        self.redraw()
        return self.reading.is_tinted

    def hover(self, kin: Kin | None) -> None:
        """Light up what belongs with the annotation under the mouse."""
        if kin != self.reading.hovered:
            self.reading.hovered = kin
            self._update_lit()

    def perform(self, act: Callable[[Reading], Result]) -> Result:
        """Let something happen to the state of reading, and show what came of it."""
        hidden = frozenset(self.reading.hidden)
        self.reading.hovered = None
        result = act(self.reading)
        if hidden == self.reading.hidden:
            self._update_marks()
        else:
            self.redraw()
        self.scroll_to_cursor()
        return result

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen, `y` counted from the top of the widget."""
        line, styles = y + self.scroll_offset.y, self._style_table()
        if line >= len(self.reading.layout):
            return Strip.blank(self.line_width, styles.plain)
        start, end = self.reading.layout.line(line)
        marks = self._marks_on(start, end)
        drawn = self._drawn.get(line)
        if drawn is None or not drawn.is_like(self.line_width, marks, self._lit):
            if len(self._drawn) >= _CACHED_LINES:
                self._drawn.clear()
            drawn = self._drawn[line] = self._draw(start, end, marks)
        return self.labelled(drawn.strip, line, styles[Look.LABEL])

    def _draw(self, start: int, end: int, marks: Sequence[Mark]) -> _Drawn:
        index, hidden = self.reading.index, self.reading.hidden
        over = index.overlapping(start, end, hidden=hidden)
        kins = frozenset(kin for at in over if (kin := kin_of(index, at)))
        lit = self._lit if self._lit in kins else None
        strip = self._make_strip(start, end, marks, lit)
        return _Drawn(self.line_width, marks, lit, kins, strip)

    def _make_strip(self, start: int, end: int, marks: Sequence[Mark], lit: Kin | None) -> Strip:
        """A finished line: margin, text, and blanks up to the right border.

        Runs that look alike are one: over a slow line every change of style costs.
        """
        reading, styles, width = self.reading, self._style_table(), self.line_width
        index, hidden, voices = reading.index, reading.hidden, reading.voices
        margin = signs(start, end, index=index, hidden=hidden, voices=voices)
        segments = [Segment(f"{margin:>{self.left - 1}} ", styles.margin)]
        segments += [
            Segment(reading.text[run.start : run.end], styles[run.look])
            for run in runs(
                *(start, end),
                index=index,
                hidden=hidden,
                marks=marks,
                lit=lit,
                voices=voices,
                own=self._own,
            )
        ]
        cells = self.left + cell_len(reading.text[start:end])
        if marks and marks[-1].look is Look.CURSOR and marks[-1].start >= end:
            segments.append(Segment(" ", styles[Look.CURSOR]))
            cells += 1
        segments.append(Segment(" " * max(0, width - cells), styles.plain))
        strip = Strip(Segment.simplify(segments), max(cells, width))
        return strip if cells <= width else strip.crop(0, width)

    def _marks_on(self, start: int, end: int) -> list[Mark]:
        """The marks that can be seen on a line, the cursor last."""
        hits = [Mark(*hit, Look.HIT) for hit in self.reading.hits.within(start, end)]
        on_line = [
            mark for mark in self._marks if mark.start < max(end, start + 1) and mark.end > start
        ]
        cursor = [mark for mark in self._marks if mark.look is Look.CURSOR and mark not in on_line]
        if cursor and self.reading.layout.line(self.reading.line) == (start, end):
            on_line += cursor
        return hits + on_line

    def _update_marks(self) -> None:
        """Redraw the lines on which the cursor, the focus or the selection changed."""
        before, self._marks = self._marks, self._current_marks()
        for mark in set(before) ^ set(self._marks):
            self._refresh_span(mark.start, mark.end)
        self._update_lit()
        # Two annotations on one stretch give the same mark, so the focus counts by itself.
        reading = self.reading
        now = (*self._marks, reading.focus, frozenset(reading.hidden), reading.layout.width)
        if self._told != now:
            self._told = now
            self.revision += 1

    def _update_lit(self) -> None:
        """Redraw the lines on which something is lit up that was not, or no longer is."""
        before, self._lit = self._lit, self.reading.lit
        if before == self._lit:
            return
        top = self.scroll_offset.y
        for line in range(top, top + self.size.height):
            drawn = self._drawn.get(line)
            if drawn is not None and not drawn.kins.isdisjoint((before, self._lit)):
                self.refresh_lines(line, 1)

    def _current_marks(self) -> list[Mark]:
        reading, marks = self.reading, []
        position = reading.position
        if position is not None:
            start, end = reading.index.starts[position], reading.index.ends[position]
            marks.append(Mark(start, end, Look.FOCUS))
        if reading.selection is not None:
            marks.append(Mark(*reading.selection, Look.SELECTION))
        elif (pointed := reading.pointed_at) is not None:
            marks.append(Mark(*pointed, Look.SELECTION))
        marks.append(Mark(*reading.layout.cluster_at(reading.cursor), Look.CURSOR))
        return marks

    def _refresh_span(self, start: int, end: int) -> None:
        """Redraw the lines in view that a stretch of text stands on."""
        layout, top = self.reading.layout, self.scroll_offset.y
        first = max(top, layout.line_of(start))
        last = min(top + self.size.height - 1, layout.line_of(max(start, end - 1)))
        for line in range(layout.line_of(start), layout.line_of(max(start, end - 1)) + 1):
            self._drawn.pop(line, None)
        if first <= last:
            self.refresh_lines(first, last - first + 1)

    def redraw(self) -> None:
        """Forget every line and draw those in view again."""
        self._drawn.clear()
        self._update_marks()
        self.refresh()

    def _style_table(self) -> LookStyles:
        if self._styles is None:
            self._styles = LookStyles(self, own=self._own_colours)
        return self._styles

    def notify_style_update(self) -> None:
        """Forget styles and lines when the theme or the style sheet changes."""
        super().notify_style_update()
        self._styles = None
        self._drawn.clear()
