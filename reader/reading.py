"""Where a person is in an article: the cursor, the annotation in focus, the selection.

This is the whole state of reading, without a screen; the widget draws it and turns keys into
calls of its methods.
"""

import re
from collections.abc import Callable, Set
from typing import Literal

from reader.annotation_index import AnnotationIndex
from reader.finding import Hits, find
from reader.kin import Kin, kin_of, voices
from reader.layout import Layout
from reader.switches import HIDDEN_AT_FIRST, Switch

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_FARTHEST_WORD = 1000
"""Characters to look back for a word."""
_INK = re.compile(r"\S")

Unit = Literal["character", "word", "line", "paragraph"]
"""What the cursor can move by."""


class Reading:
    """The state of reading one article."""

    def __init__(
        self,
        text: str,
        index: AnnotationIndex | None = None,
        *,
        width: int = 80,
        hidden: Set[Switch] = HIDDEN_AT_FIRST,
    ) -> None:
        """Args:
        text: The article's text.
        index: Its annotations.
        width: Cells of the column it is wrapped to.
        hidden: Switches that are off at first.
        """
        self.text = text
        self.index = AnnotationIndex() if index is None else index
        self.layout = Layout(text, width)
        self.cursor = 0
        self.focus: int | None = None
        """Id of the annotation that commands act on."""
        self.anchor: int | None = None
        """Where the selection began; null while nothing is selected."""
        self.hidden: set[Switch] = set(hidden)
        self.hovered: Kin | None = None
        """What the annotation under the mouse shares with others."""
        self.is_tinted = False
        """Whether quotes are told apart by who says them."""
        self.hits = Hits()
        self._column: int | None = None
        """The column to keep while moving up and down over shorter lines."""
        self._voices: tuple[object, dict[str, int]] = (None, {})
        self._refocus()

    # Where things are

    @property
    def line(self) -> int:
        """The line on which the cursor stands."""
        return self.layout.line_of(self.cursor)

    @property
    def position(self) -> int | None:
        """The position of the annotation in focus in the index."""
        return None if self.focus is None else self.index.position(self.focus)

    @property
    def lit(self) -> Kin | None:
        """What to light up wherever it stands: what is under the mouse, else what is in focus."""
        return self.hovered or kin_of(self.index, self.position)

    def kin_at(self, offset: int) -> Kin | None:
        """What the topmost annotation over a character shares with others."""
        return kin_of(self.index, self.index.topmost(offset, hidden=self.hidden))

    @property
    def voices(self) -> dict[str, int]:
        """The numbers of the speakers, if quotes are told apart by them; else of nobody."""
        if not self.is_tinted:
            return {}
        now = (self.index, self.index.arrangement)
        if self._voices[0] != now:
            self._voices = (now, voices(self.index))
        return self._voices[1]

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, as `[start, end)`, both end characters included."""
        if self.anchor is None or not self.text:
            return None
        first, last = sorted((self.anchor, self.cursor))
        return self.layout.cluster_at(first)[0], min(
            len(self.text), self.layout.cluster_at(last)[1]
        )

    def trimmed_selection(self) -> tuple[int, int] | None:
        """The selection without the blanks around it; null if nothing else is in it."""
        if self.selection is None:
            return None
        start, end = self.selection
        chosen = self.text[start:end]
        if not chosen.strip():
            return None
        start += len(chosen) - len(chosen.lstrip())
        return start, start + len(chosen.strip())

    # Changing what is read

    def rewrap(self, width: int) -> None:
        """Wrap to another width; the cursor stays on its character."""
        if width != self.layout.width:
            self.layout = Layout(self.text, width)
            self.cursor = self.layout.cluster_at(self.cursor)[0]
            self._column = None

    def show(self, index: AnnotationIndex) -> None:
        """Take over other annotations; the focus stays where it is as long as it is visible."""
        self.index = index
        self._refocus_if_need_be()

    def toggle(self, switch: Switch) -> bool:
        """Show or hide the annotations of a switch; tells whether they are shown from now on."""
        self.hidden ^= {switch}
        self._refocus_if_need_be()
        return switch not in self.hidden

    # Moving

    def go(self, offset: int) -> None:
        """Put the cursor on a character."""
        self._column = None
        self._put(offset)

    def move_lines(self, count: int) -> None:
        """Move down, or up for negative counts, keeping the column."""
        column = self.layout.cell_of(self.cursor) if self._column is None else self._column
        last = self.layout.line_of(max(0, len(self.text) - 1))
        line = min(max(0, self.line + count), last)
        self._put(min(self.layout.offset_at(line, column), self._last_place(line)))
        self._column = column

    def move(self, unit: Unit, step: int) -> None:
        """Move by one character, word or paragraph; `step` is 1 or -1."""
        motions: dict[Unit, Callable[[int], int]] = {
            "character": self._character,
            "word": self._word,
            "paragraph": self._paragraph,
        }
        if unit == "line":
            self.move_lines(step)
        else:
            self.go(motions[unit](step))

    def to_line_border(self, step: int) -> None:
        """Move to the start (-1) or the last character (1) of the line."""
        start, end = self.layout.line(self.line)
        self.go(start if step < 0 else max(start, end - 1))

    def next_annotation(self, step: int, *, unreviewed: bool = False) -> int | None:
        """Id of the next (1) or previous (-1) visible annotation, or null if there is none."""
        begin = self._first_candidate(step)
        found = self.index.neighbour(begin, step, hidden=self.hidden, unreviewed=unreviewed)
        return None if found is None else self.index.ids[found]

    def focus_on(self, annotation_id: int) -> None:
        """Put the cursor on an annotation and make commands act on it."""
        position = self.index.position(annotation_id)
        if position is not None:
            self.go(self.index.starts[position])
            self.keep_focus(annotation_id)

    def keep_focus(self, annotation_id: int | None) -> None:
        """Let commands act on this annotation, wherever the cursor stands, if it is there.

        If its switch is off it is turned on, so that nobody loses sight of what they work on.
        """
        position = None if annotation_id is None else self.index.position(annotation_id)
        if position is not None:
            self.focus = annotation_id
            self.hidden.discard(self.index.switch(position))

    # Selecting

    def select(self, *, anchor: int | None = None) -> None:
        """Begin a selection, at the cursor unless told otherwise."""
        self.anchor = self.cursor if anchor is None else anchor

    def select_word(self) -> None:
        """Select the word under the cursor."""
        start, end = self.layout.line(self.line)
        for match in _WORD.finditer(self.text, start, end):
            if match.start() <= self.cursor < match.end():
                self.go(match.end() - 1)
                self.anchor = match.start()

    def swap_ends(self) -> None:
        """Move the other end of the selection from now on."""
        if self.anchor is not None:
            self.anchor, cursor = self.cursor, self.anchor
            self.go(cursor)

    def unselect(self) -> None:
        """Forget the selection."""
        self.anchor = None

    # Finding

    def find(self, sought: str, *, origin: int) -> None:
        """Mark every hit and go to the first one at `origin` or behind it."""
        self.hits = find(self.text, sought)
        number = self.hits.after(origin - 1)
        self.go(origin if number is None else self.hits.starts[number])

    def to_hit(self, step: int) -> int | None:
        """Go to the next (1) or previous (-1) hit; its number, or null if there is none."""
        start, end = self.layout.cluster_at(self.cursor)
        number = self.hits.after(end - 1) if step > 0 else self.hits.before(start)
        if number is not None:
            self.go(self.hits.starts[number])
        return number

    # Steps of the motions

    def _put(self, offset: int) -> None:
        self.cursor = min(max(0, offset), max(0, len(self.text) - 1))
        self.cursor = self.layout.cluster_at(self.cursor)[0]
        self._refocus()

    def _refocus_if_need_be(self) -> None:
        """Focus another annotation if the one in focus is gone or hidden, or there is none."""
        position = self.position
        if position is None or not self.index.is_visible(position, hidden=self.hidden):
            self._refocus()

    def _refocus(self) -> None:
        """Focus the topmost annotation under the cursor."""
        position = self.index.topmost(self.cursor, hidden=self.hidden)
        self.focus = None if position is None else self.index.ids[position]

    def _first_candidate(self, step: int) -> int:
        """Where in the index to begin looking for the next or previous annotation.

        Beyond the one in focus, or, where the cursor has gone on inside it, beyond the cursor.
        """
        position = self.position
        if position is not None and self.cursor <= self.index.starts[position]:
            return position + step
        following = self.index.from_offset(self.cursor)
        if step > 0:
            return following
        return following - 2 if following - 1 == position else following - 1

    def _last_place(self, line: int) -> int:
        """Where the cursor stands at the end of a line: on its line break or last character."""
        start, end = self.layout.line(line)
        return end if self.text[end : end + 1] == "\n" else max(start, end - 1)

    def _character(self, step: int) -> int:
        return self.layout.cluster_at(self.cursor)[1] if step > 0 else self.cursor - 1

    def _word(self, step: int) -> int:
        """The start of the next or previous word; while selecting forwards, its last character."""
        anchor = self.anchor
        ends = anchor is not None and (self.cursor, step) > (anchor, -1)

        def stop(match: re.Match[str]) -> int:
            """Where the cursor stands in a word it has moved to."""
            return match.end() - 1 if ends else match.start()

        if step > 0:
            words = _WORD.finditer(self.text, self.cursor + ends)
            beyond = self.layout.cluster_at(self.cursor)[1]
            return next((at for at in map(stop, words) if at >= beyond), len(self.text))
        begin = max(0, self.cursor - _FARTHEST_WORD)
        words = _WORD.finditer(self.text, begin, self.cursor + _FARTHEST_WORD)
        earlier = [at for at in map(stop, words) if at < self.cursor]
        found = earlier[-1] if earlier else begin
        return max(found, anchor) if ends and anchor is not None else found

    def _paragraph(self, step: int) -> int:
        if step > 0:
            line_end = self.text.find("\n", self.cursor)
            inked = _INK.search(self.text, line_end) if line_end >= 0 else None
            return self._line_start(inked.start()) if inked else len(self.text)
        start = self._line_start(self.cursor)
        while start > 0 and (start == self.cursor or not self._is_inked(start)):
            start = self._line_start(start - 1)
        return start

    def _line_start(self, offset: int) -> int:
        """Where the text's own line around a character begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def _is_inked(self, start: int) -> bool:
        """Whether there is more than blanks in the text's line that begins here."""
        line_end = self.text.find("\n", start)
        return (
            _INK.search(self.text, start, line_end if line_end >= 0 else len(self.text)) is not None
        )
