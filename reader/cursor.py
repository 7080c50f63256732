"""The cursor in a text, the selection behind it, and how both move; without a screen."""

from collections.abc import Callable
from typing import Literal

from reader import motions
from reader.layout import Layout
from reader.snapping import SELECTION_UNITS, SelectionUnit, inked, snapped

Unit = Literal["character", "word", "line", "sentence", "paragraph"]
"""What the cursor can move by."""


class Cursor:
    """A place in a wrapped text, always at the beginning of a grapheme cluster."""

    def __init__(self, text: str, *, width: int = 80) -> None:
        """Args:
        text: The text.
        width: Cells of the column it is wrapped to.
        """
        self.text = text
        self.layout = Layout(text, width)
        self.cursor = 0
        self.anchor: int | None = None
        """Where the selection began; null while nothing is selected."""
        self.unit: SelectionUnit = "character"
        """What the selection takes in as a whole."""
        self._column: int | None = None
        """The column to keep while moving up and down over shorter lines."""

    def moved(self) -> None:
        """Learn that the cursor may stand elsewhere."""

    def is_inside(self, offset: int) -> bool:
        """Whether a character goes on what belongs together, so that no sentence ends there."""
        return False

    @property
    def line(self) -> int:
        """The line on which the cursor stands."""
        return self.layout.line_of(self.cursor)

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, as `[start, end)`, both end characters included.

        By character that is all between them, by larger units as it would be kept.
        """
        if self.anchor is None or not self.text:
            return None
        first, last = sorted((self.anchor, self.cursor))
        start, end = self._whole(first, last + 1)
        if self.unit == "character":
            return start, end
        found = snapped(self.text, start, end, self.unit, is_inside=self.is_inside)
        return self._whole(*found) if found else (start, end)

    def trimmed_selection(self) -> tuple[int, int] | None:
        """The selection without the blanks around it; null if nothing else is in it."""
        return None if self.selection is None else inked(self.text, *self.selection)

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """A stretch that begins and ends with whole grapheme clusters."""
        last = self.layout.cluster_at(end - 1)[1]
        return self.layout.cluster_at(start)[0], min(len(self.text), last)

    def rewrap(self, width: int) -> None:
        """Wrap to another width; the cursor stays on its character."""
        if width != self.layout.width:
            self.layout = Layout(self.text, width)
            self.cursor = self.layout.cluster_at(self.cursor)[0]
            self._column = None

    # Moving

    def go(self, offset: int) -> None:
        """Put the cursor on a character."""
        self._column = None
        self._put(offset)

    def move_lines(self, count: int) -> int:
        """Move down, or up for negative counts, keeping the column; tells by how many lines."""
        column = self.layout.cell_of(self.cursor) if self._column is None else self._column
        last = self.layout.line_of(max(0, len(self.text) - 1))
        before = self.line
        line = min(max(0, before + count), last)
        self._put(min(self.layout.offset_at(line, column), self._last_place(line)))
        self._column = column
        return abs(line - before)

    def move(self, unit: Unit, step: int, *, times: int = 1) -> int:
        """Move by characters, words, lines, sentences or paragraphs.

        Args:
            unit: What to move by.
            step: 1 for forwards, -1 for backwards.
            times: How often.

        Returns:
            How often it could be done before the text came to its end.
        """
        ways: dict[Unit, Callable[[int], int]] = {
            "character": self._character,
            "word": self._word,
            "sentence": self._sentence,
            "paragraph": self._paragraph,
        }
        if unit == "line":
            return self.move_lines(step * times)
        self._column, way, done = None, ways[unit], 0
        while done < times and self._step(way, step, unit):
            done += 1
        self.moved()
        return done

    def _step(self, way: Callable[[int], int], step: int, unit: Unit) -> bool:
        """Move once; tells whether it was possible.

        By the unit of the selection, what does not change the selection is no step yet.
        """
        before = self.selection if unit == self.unit != "character" else None
        is_moved = self._set(way(step))
        if is_moved and before is not None and self.selection == before:
            self._set(way(step))
        return is_moved

    def to_line(self, number: int) -> int:
        """Move to the start of a line, counted from 1, or of the last one; tells which it is."""
        number = min(number, len(self.layout))
        self.go(self.layout.line(number - 1)[0])
        return number

    def to_line_border(self, step: int, *, times: int = 1) -> None:
        """Move to the start (-1) or the last character (1) of the line, or of one beyond it.

        Args:
            step: Which border; lines beyond are above for the start, below for the end.
            times: The number of the line, counted from 1, which is that of the cursor.
        """
        self.move_lines(step * (times - 1))
        start, end = self.layout.line(self.line)
        self.go(start if step < 0 else max(start, end - 1))

    # Selecting

    def select(self, *, anchor: int | None = None, unit: SelectionUnit = "character") -> None:
        """Begin a selection, at the cursor unless told otherwise."""
        self.anchor = self.cursor if anchor is None else anchor
        self.unit = unit

    def switch_unit(self) -> None:
        """Begin a selection by word; one that has begun goes by the next larger unit."""
        if self.anchor is None:
            self.select(unit="word")
        else:
            following = SELECTION_UNITS.index(self.unit) + 1
            self.unit = SELECTION_UNITS[following % len(SELECTION_UNITS)]

    def select_word(self) -> None:
        """Select the word under the cursor."""
        word = motions.word_at(self.text, self.cursor, *self.layout.line(self.line))
        if word is not None:
            self.go(word[1] - 1)
            self.select(anchor=word[0])

    def swap_ends(self) -> None:
        """Move the other end of the selection from now on."""
        if self.anchor is not None:
            self.anchor, cursor = self.cursor, self.anchor
            self.go(cursor)

    def unselect(self) -> None:
        """Forget the selection."""
        self.anchor = None
        self.unit = "character"

    # Steps of the motions

    def _put(self, offset: int) -> None:
        self._set(offset)
        self.moved()

    def _set(self, offset: int) -> bool:
        """Put the cursor on a character, without telling; tells whether it stood elsewhere."""
        before = self.cursor
        offset = min(max(0, offset), max(0, len(self.text) - 1))
        self.cursor = self.layout.cluster_at(offset)[0]
        return self.cursor != before

    def _last_place(self, line: int) -> int:
        """Where the cursor stands at the end of a line: on its line break or last character."""
        start, end = self.layout.line(line)
        return end if self.text[end : end + 1] == "\n" else max(start, end - 1)

    @property
    def _beyond(self) -> int:
        return self.layout.cluster_at(self.cursor)[1]

    def _takes_in(self, step: int) -> bool:
        """Whether a motion has to end on the last character that a selection takes in."""
        return self.anchor is not None and (self.cursor, step) > (self.anchor, -1)

    def _character(self, step: int) -> int:
        return self._beyond if step > 0 else self.cursor - 1

    def _word(self, step: int) -> int:
        """The start of the next or previous word; while selecting forwards, its last character."""
        ends = self._takes_in(step)
        if step > 0:
            return motions.next_word(self.text, self.cursor, beyond=self._beyond, ends=ends)
        found = motions.previous_word(self.text, self.cursor, ends=ends)
        return max(found, self.anchor) if ends and self.anchor is not None else found

    def _sentence(self, step: int) -> int:
        """The start of the next or previous sentence; while selecting, the end of the next."""
        if step < 0:
            return motions.previous_sentence(self.text, self.cursor, is_inside=self.is_inside)
        way = motions.sentence_end if self._takes_in(step) else motions.next_sentence
        return way(self.text, self.cursor, beyond=self._beyond, is_inside=self.is_inside)

    def _paragraph(self, step: int) -> int:
        way = motions.next_paragraph if step > 0 else motions.previous_paragraph
        return way(self.text, self.cursor)
