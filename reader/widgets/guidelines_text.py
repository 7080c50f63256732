"""A Markdown file to scroll and to search."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from reader.markdown_lines import LineSearch, MarkdownLine, line_at, markdown_lines
from reader.widgets.drawn_lines import DrawnLines

_Piece = tuple[int, int]


class GuidelinesText(DrawnLines, can_focus=False):
    """Lines of Markdown, with what is sought marked in them."""

    ROOM = ""
    COMPONENT_CLASSES: ClassVar[set[str]] = {"guidelines--hit", "guidelines--current"}

    def __init__(self, markup: str, *, letters: int = 0) -> None:
        """Args:
        markup: Clean Markdown.
        letters: How many letters shall stand above the first line in view.
        """
        super().__init__(id="guidelines-text")
        self._markup = markup
        self._letters = letters
        self._words = ""
        self._width = 0
        self.lines: Sequence[MarkdownLine] = ()
        self.hits: list[list[tuple[int, int, int]]] = []
        self._search = LineSearch(())
        self._current = -1
        self._pieces: dict[int, list[tuple[_Piece, bool]]] = {}

    @property
    def letters(self) -> int:
        """How many letters stand above the first line in view, at whatever width."""
        top = self.scroll_offset.y
        return self.lines[top].before if top < len(self.lines) else self._letters

    def on_resize(self) -> None:
        """Set the lines anew; what stands at the top stays there."""
        self.measure()
        if self.line_width != self._width:
            self._set(self.letters)

    def show(self, markup: str) -> None:
        """Show another text, at the same place."""
        self._markup = markup
        self._set(self.letters)

    def _set(self, letters: int) -> None:
        self._width = self.line_width
        self.lines = markdown_lines(self._markup, self._width)
        self._search = LineSearch(self.lines)
        self.virtual_size = Size(self._width, len(self.lines))
        self._seek()
        self._go(line_at(self.lines, letters))

    # Finding

    def find(self, words: str, *, origin: int) -> None:
        """Mark words wherever they stand, and go to the first hit from a line on, else back there.

        Args:
            words: What is sought; nothing if they are blank.
            origin: The first line in view when somebody began to seek.
        """
        self._words = words
        self._seek()
        self._go(origin)
        if self.hits:
            below = (at for at, hit in enumerate(self.hits) if hit[0][0] >= origin)
            self._to_hit(next(below, 0))

    def _seek(self) -> None:
        self.hits = self._search.hits(self._words)
        self._current = -1
        self._mark()

    def _go(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, immediate=True)

    def step(self, by: int) -> bool:
        """Go so many hits further; tells whether that went round the end."""
        wanted = self._current + by
        self._to_hit(wanted % len(self.hits))
        return not 0 <= wanted < len(self.hits)

    def _to_hit(self, number: int) -> None:
        self._current = number
        self._mark()
        line = self.hits[number][0][0]
        if not self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height:
            self._go(line - self.size.height // 3)

    @property
    def hit_shown(self) -> str:
        """Which hit of how many one is at; empty if nothing is sought."""
        if not self._words.strip():
            return ""
        return f"{self._current + 1}/{len(self.hits)}" if self.hits else "not found"

    def _mark(self) -> None:
        self._pieces = {}
        for number, hit in enumerate(self.hits):
            for line, start, end in hit:
                piece = (start, end), number == self._current
                self._pieces.setdefault(line, []).append(piece)
        self.refresh()

    # Headings

    def heading_after(self, line: int, step: int) -> int | None:
        """The next line below (1) or above (-1) one that is a heading; null if none is."""
        numbers: Iterable[int] = range(line + step, len(self.lines) if step > 0 else -1, step)
        return next((each for each in numbers if self.lines[each].is_heading), None)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line."""
        base, number = self.rich_style, y + self.scroll_offset.y
        if number >= len(self.lines):
            return Strip.blank(self.line_width, base)
        segments = self._marked(self.lines[number], self._pieces.get(number, ()))
        styled = (Segment(text, base + (style or Style.null())) for text, style, _ in segments)
        return Strip(styled).adjust_cell_length(self.line_width, base)

    def _marked(
        self, line: MarkdownLine, pieces: Sequence[tuple[_Piece, bool]]
    ) -> Iterator[Segment]:
        """The segments of a line, cut where a hit begins and ends."""
        at = 0
        for segment in line.segments:
            end = at + len(segment.text)
            borders = {at, end, *(b for piece, _ in pieces for b in piece if at < b < end)}
            cuts = sorted(borders)
            for start, stop in pairwise(cuts):
                style = segment.style or Style.null()
                for (first, last), is_current in pieces:
                    if first <= start < last:
                        style += self._hit_style(is_current=is_current)
                yield Segment(segment.text[start - at : stop - at], style)
            at = end

    def _hit_style(self, *, is_current: bool) -> Style:
        name = "guidelines--current" if is_current else "guidelines--hit"
        return self.get_component_rich_style(name, partial=True)
