"""Text with tones, broken into lines and written with or without colour."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from reader.layout import Layout


class Tone(StrEnum):
    """What a stretch is, as far as it changes how it is drawn; the strongest comes last."""

    TITLE = "title"
    LABEL = "label"
    """Said about the text, not by it."""
    QUOTE = "quote"
    NAME = "name"
    FIGURE = "figure"


_SIGNS = {
    Tone.TITLE: "1",
    Tone.LABEL: "2",
    Tone.QUOTE: "3",
    Tone.NAME: "4",
    Tone.FIGURE: "1",
}
"""Bold, dim, italic and underlined, so that no tone depends on its colour (ECMA-48, SGR)."""
_COLOURS = {Tone.QUOTE: "35", Tone.NAME: "36", Tone.FIGURE: "31"}
"""Magenta, cyan and red, in the shades that the terminal's owner has chosen."""


class Piece(NamedTuple):
    """A stretch of text in certain tones."""

    text: str
    tones: frozenset[Tone] = frozenset()


def plain(text: str) -> Piece:
    """A stretch without any tone."""
    return Piece(text)


def toned(text: str, *tones: Tone) -> Piece:
    """A stretch in some tones."""
    return Piece(text, frozenset(tones))


def lines(pieces: Iterable[Piece], *, width: int | None) -> Iterator[list[Piece]]:
    """Break pieces into lines.

    Args:
        pieces: Text with line breaks in it, perhaps also at its very end.
        width: Terminal cells a line may take; null to break only where the text does.
    """
    known = [piece for piece in pieces if piece.text]
    text = "".join(piece.text for piece in known)
    ends = list(accumulate(len(piece.text) for piece in known))
    for start, end in _breaks(text.removesuffix("\n"), width):
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        yield [
            _cut(known[at], ends[at], start, end) for at in range(first, min(last + 1, len(known)))
        ]


def written(line: Iterable[Piece], *, coloured: bool) -> str:
    """A line as it is sent out.

    Args:
        line: Clean text, so that the only escape sequences are those of the colours.
        coloured: Whether tones become colours; without, they leave no trace.
    """
    if not coloured:
        return "".join(piece.text for piece in line)
    return "".join(map(_coloured, line))


def _breaks(text: str, width: int | None) -> Iterator[tuple[int, int]]:
    """The lines of a text as `[start, end)`."""
    if width is not None:
        layout = Layout(text, width)
        yield from map(layout.line, range(len(layout)))
        return
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _cut(piece: Piece, piece_end: int, start: int, end: int) -> Piece:
    """What of a piece that ends at `piece_end` lies in `[start, end)`."""
    begin = piece_end - len(piece.text)
    return piece._replace(text=piece.text[max(0, start - begin) : max(0, end - begin)])


def _coloured(piece: Piece) -> str:
    if not piece.tones or not piece.text:
        return piece.text
    strongest_first = [tone for tone in reversed(Tone) if tone in piece.tones]
    codes = [_SIGNS[tone] for tone in reversed(strongest_first)]
    codes += [_COLOURS[tone] for tone in strongest_first if tone in _COLOURS][:1]
    return f"\x1b[{';'.join(codes)}m{piece.text}\x1b[0m"
