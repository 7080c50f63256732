"""Where the characters of a text stand on the screen: wrapping and hit testing, without a screen.

A line is a half-open stretch of the text. Blanks at which a line was broken belong to no line but
count as the end of the one before; a line break in the text belongs to the line that it ends.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from re import compile as compile_pattern

from rich.cells import cell_len, split_graphemes

_WORD = compile_pattern(r"([^ ]+) *| +")
"""Lines break at plain blanks alone: a no-break space or a thin one holds a number together."""
_ONE_CELL_EACH = compile_pattern(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Latin, Greek and Cyrillic letters, punctuation, currency: characters of one cell that never
combine, which is all there is in most news text."""


class Layout:
    """A text wrapped to a width in terminal cells.

    Words are measured as a whole, so no emoji sequence or combining mark is ever torn apart; a
    word wider than the line is broken between grapheme clusters.
    """

    def __init__(self, text: str, width: int) -> None:
        """Args:
        text: Cleaned text, paragraphs separated by line breaks.
        width: Cells a line may take, at least 1.
        """
        self.text = text
        self.width = max(1, width)
        self._starts = array("q")
        self._ends = array("q")
        start = 0
        while (end := text.find("\n", start)) != -1:
            self._wrap(start, end)
            start = end + 1
        self._wrap(start, len(text))

    def __len__(self) -> int:
        """How many lines there are; at least one."""
        return len(self._starts)

    def line(self, index: int) -> tuple[int, int]:
        """The stretch `[start, end)` that a line shows."""
        return self._starts[index], self._ends[index]

    def line_of(self, offset: int) -> int:
        """The line on which a character stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def cell_of(self, offset: int) -> int:
        """The column, counted from 0, at which a character stands in its line."""
        start, end = self.line(self.line_of(offset))
        text = self.text[start:end]
        if text.isascii():
            return min(offset, end) - start
        return sum(size for _, last, size in _clusters(text) if start + last <= offset)

    def offset_at(self, line: int, cell: int) -> int:
        """The character shown at a column; past the end of the line, the line's end."""
        start, end = self.line(line)
        text = self.text[start:end]
        if text.isascii():
            return min(start + max(0, cell), end)
        position = 0
        for first, _, size in _clusters(text):
            position += size
            if position > cell:
                return start + first
        return end

    def cluster_at(self, offset: int) -> tuple[int, int]:
        """The grapheme cluster that a character belongs to, as `[start, end)`."""
        start, end = self.line(self.line_of(offset))
        if offset >= end or self.text[start:end].isascii():
            return offset, offset + 1
        return next(
            (start + first, start + last)
            for first, last, _ in _clusters(self.text[start:end])
            if start + last > offset
        )

    def _wrap(self, start: int, end: int) -> None:
        """Break one line of the text, `[start, end)`, into lines of the screen."""
        if _ONE_CELL_EACH.fullmatch(self.text, start, end):
            breaks = _break_characters(self.text, start, end, self.width)
        else:
            breaks = _break_words(self.text, start, end, self.width)
        for first, last in breaks:
            self._starts.append(first)
            self._ends.append(last)


def _break_characters(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Greedy breaking where every character takes one cell."""
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        stop = start + width if blank < 0 else blank
        following = stop
        while following < end and text[following] == " ":
            following += 1
        yield start, start + len(text[start:stop].rstrip(" "))
        start = following
        if start == end:
            return
    yield start, end


def _break_words(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Greedy breaking by words, measured in cells."""
    line, stop, cells = start, start, 0
    for match in _WORD.finditer(text, start, end):
        word = match[1] or ""
        size = cell_len(word)
        if cells and cells + size > width:
            yield line, stop
            line, cells = match.start(), 0
        if size > width:
            *pieces, (first, _, cells) = _break_long(word, width)
            for begin, last, _ in pieces:
                yield match.start() + begin, match.start() + last
            line = match.start() + first
        else:
            cells += size
        if word:
            stop = match.start() + len(word)
        cells += match.end() - match.start() - len(word)
    yield line, end if cells <= width else stop


def _break_long(word: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Cut an over-long word between clusters: `(start, end, cells)` of each piece."""
    line = cells = 0
    for first, _, size in _clusters(word):
        if cells and cells + size > width:
            yield line, first, cells
            line, cells = first, 0
        cells += size
    yield line, len(word), cells


def _clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """Grapheme clusters as `(start, end, cells)`.

    What takes no cell at the beginning of a text belongs to the cluster behind it, so that the
    cursor is never out of sight.
    """
    begin = 0
    for _, last, size in split_graphemes(text)[0]:
        if size or last == len(text):
            yield begin, last, size
            begin = last
