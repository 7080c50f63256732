"""Markdown as lines of a width, in bold, italics and underlining alone. Without Textual.

No colour is used, so that it can be read in every theme, and no line leads anywhere: the address of
a link stands behind its words.
"""

import io
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

_STYLES = {
    "markdown.h1": "bold underline",
    "markdown.h2": "bold underline",
    "markdown.h3": "bold",
    "markdown.h4": "bold italic",
    "markdown.h5": "italic",
    "markdown.h6": "italic",
    "markdown.code": "bold",
    "markdown.code_block": "none",
    "markdown.block_quote": "italic",
    "markdown.list": "none",
    "markdown.item.bullet": "bold",
    "markdown.item.number": "bold",
    "markdown.hr": "none",
    "markdown.link": "underline",
    "markdown.link_url": "italic",
    "markdown.table.border": "none",
    "markdown.table.header": "bold",
}


class _Heading(Heading):
    """A heading at the left margin."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        self.text.no_wrap = False
        yield self.text


class _CodeBlock(CodeBlock):
    """Code as it is written, four cells from the margin."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in str(self.text).rstrip("\n").split("\n"):
            yield Text(f"    {line}", overflow="fold")


class _Plain(Markdown):
    """Markdown in which what looks like HTML is text."""

    elements = Markdown.elements | {
        "heading_open": _Heading,
        "fence": _CodeBlock,
        "code_block": _CodeBlock,
    }

    def __init__(self, markup: str) -> None:
        super().__init__(markup, hyperlinks=False)
        parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
        self.parsed = parser.parse(markup)
        for token in self.parsed:
            if token.children:
                token.children = list(_unlinked(token.children))


def _unlinked(tokens: Iterable[Token]) -> Iterator[Token]:
    """The parts of a paragraph, with the address of a link or an image in round brackets."""
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            yield _text(f" ({address})")
        elif token.type == "image":
            yield _text(f"[{token.content or 'image'}] ({token.attrs.get('src', '')})")
        else:
            yield token


def _text(content: str) -> Token:
    return Token(type="text", tag="", nesting=0, content=content)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownLine:
    """One line."""

    segments: tuple[Segment, ...]
    before: int
    """Letters in all lines above it: they are as many at any width."""
    is_heading: bool = False

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(segment.text for segment in self.segments)


def markdown_lines(markup: str, width: int) -> list[MarkdownLine]:
    r"""Markdown set in lines.

    Args:
        markup: Clean text, line ends being `\n`.
        width: Cells of a line, at the most.
    """
    console = Console(
        file=io.StringIO(),
        width=max(10, width),
        theme=Theme(_STYLES, inherit=True),
        color_system=None,
        legacy_windows=False,
    )
    rows = console.render_lines(_Plain(markup), console.options, pad=False)
    lines: list[MarkdownLine] = []
    before = 0
    for row in rows:
        line = MarkdownLine(segments=tuple(map(_plain, row)), before=before)
        lines.append(replace(line, is_heading=_is_heading(line)))
        before += sum(map(str.isalnum, line.text))
    return lines


def _plain(segment: Segment) -> Segment:
    """The segment without a colour, and without an address behind it."""
    style = segment.style or Style.null()
    kept = Style(
        bold=style.bold, italic=style.italic, underline=style.underline, strike=style.strike
    )
    return Segment(segment.text, kept)


def _is_heading(line: MarkdownLine) -> bool:
    styles = [each.style for each in line.segments if each.style and each.text.strip()]
    return bool(styles) and all(style.bold and style.underline for style in styles)


def line_at(lines: Sequence[MarkdownLine], letters: int) -> int:
    """The line above which stand so many letters, or that holds the next one behind them."""
    return max(0, bisect_right([line.before for line in lines], letters) - 1)


class LineSearch:
    """Finds words in lines, also where the end of a line parts them."""

    def __init__(self, lines: Sequence[MarkdownLine]) -> None:
        """Args:
        lines: What to search.
        """
        self._lines, self._columns = array("L"), array("L")
        letters: list[str] = []
        for number, line in enumerate(lines):
            for column, letter in enumerate(f"{line.text} "):
                if letter != " " or (letters and letters[-1] != " "):
                    letters.append(letter.lower() if len(letter.lower()) == 1 else letter)
                    self._lines.append(number)
                    self._columns.append(column)
        self._text = "".join(letters)

    def hits(self, words: str) -> list[list[tuple[int, int, int]]]:
        """Where words stand, case aside: of each hit the lines, and where in them its letters are.

        Args:
            words: Any text; more than one blank in a row counts as one.
        """
        wanted = " ".join(words.lower().split())
        found = []
        start = self._text.find(wanted) if wanted else -1
        while start >= 0:
            found.append(self._pieces(start, start + len(wanted)))
            start = self._text.find(wanted, start + len(wanted))
        return found

    def _pieces(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """A stretch of the text, a piece a line."""
        columns: dict[int, list[int]] = {}
        for at in range(start, end):
            columns.setdefault(self._lines[at], []).append(self._columns[at])
        return [(line, min(each), max(each) + 1) for line, each in columns.items()]
