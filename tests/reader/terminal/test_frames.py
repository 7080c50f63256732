"""A terminal that is told only what changes shows the same as one that is told everything."""

from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import set_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from reader.terminal.frames import Frame, Shown, Update

WIDTH, HEIGHT = 12, 3
STYLES = ("", "bold", "red on blue", "underline red on blue", "italic #123456")
CONSOLE = Console(color_system="truecolor", force_terminal=True)


class Seen:
    """A terminal of 12 by 3 cells, to see what is written to one."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self._screen)

    def show(self, update: CompositorUpdate) -> str:
        """Write an update; what was written."""
        written = update.render_segments(CONSOLE)
        self._stream.feed(written)
        return written

    def cells(self) -> list[list[tuple[object, ...]]]:
        """Every cell with its colours and attributes."""
        return [
            [tuple(self._screen.buffer[line][cell]) for cell in range(WIDTH)]
            for line in range(HEIGHT)
        ]


def strip(*parts: tuple[str, str]) -> Strip:
    """Texts and their styles."""
    return Strip([Segment(text, Style.parse(style)) for text, style in parts])


def layout(*lines: Sequence[Strip]) -> LayoutUpdate:
    """The whole screen, each line from left to right."""
    return LayoutUpdate(list(lines), Region(0, 0, WIDTH, len(lines)))


def line(text: str) -> list[Strip]:
    """A line in one piece, red but for its first two cells."""
    full = set_cell_size(text, WIDTH)
    return [strip((full[:2], ""), (full[2:6], "red"), (full[6:], "red on blue"))]


def frame(update: Update, shown: Shown) -> Frame:
    return Frame(update, shown, at_once=False)


def test_a_frame_that_is_to_be_seen_at_once_says_so() -> None:
    written = Seen().show(Frame(layout(line("a")), Shown(), at_once=True))
    assert written.startswith("\x1b[?2026h\x1b[1;1H")
    assert written.endswith("\x1b[0m\x1b[?2026l")


def test_what_stands_there_is_not_written_again() -> None:
    shown, seen = Shown(), Seen()
    seen.show(frame(layout(line("a"), line("b"), line("c")), shown))
    assert seen.show(frame(layout(line("a"), line("b"), line("c")), shown)) == ""
    written = seen.show(frame(layout(line("a"), line("bx"), line("c")), shown))
    assert written == "\x1b[2;1Hbx"


def test_only_what_changes_within_a_line_is_written() -> None:
    shown, seen = Shown(), Seen()
    seen.show(frame(layout(line("ab1234cd")), shown))
    assert seen.show(frame(layout(line("ab9934cd")), shown)) == "\x1b[1;3H\x1b[31m9934\x1b[0m"


@pytest.mark.parametrize("wide", ["😊", "e\u0301", "❤\ufe0f", "漢"])
def test_a_piece_whose_width_terminals_disagree_on_is_written_whole(wide: str) -> None:
    shown, seen = Shown(), Seen()
    before = [strip((wide, "")), strip(("ab", "red"), ("cd", "blue"))]
    after = [strip((wide, ""), ("", "bold")), strip(("ab", "red"), ("xy", "blue"))]
    seen.show(frame(layout(before), shown))
    assert wide in seen.show(frame(layout(after), shown))


def test_after_forgetting_everything_is_written() -> None:
    shown, seen = Shown(), Seen()
    first = seen.show(frame(layout(line("a")), shown))
    shown.forget()
    assert seen.show(frame(layout(line("a")), shown)) == first


def test_pieces_that_lie_otherwise_take_the_place_of_those_below() -> None:
    shown, seen = Shown(), Seen()
    halves = [strip(("abcdef", "")), strip(("ghijkl", ""))]
    seen.show(frame(layout(halves), shown))
    thirds = [strip(("1234", "")), strip(("5678", "")), strip(("9012", ""))]
    seen.show(frame(layout(thirds), shown))
    assert seen.show(frame(layout(halves), shown)) == "\x1b[1;1Habcdef\x1b[1;7Hghijkl"


texts = st.text(alphabet="ab “é漢😊", min_size=1, max_size=8)


@st.composite
def pieces_of_a_line(draw: st.DrawFn) -> list[Strip]:
    """Strips that are as wide as the screen together."""
    cuts = sorted(draw(st.sets(st.integers(1, WIDTH - 1), max_size=3)))
    ends = [*cuts, WIDTH]
    return [draw(pieces(end - start)) for start, end in zip([0, *cuts], ends, strict=True)]


@st.composite
def pieces(draw: st.DrawFn, width: int) -> Strip:
    """A strip of a width, in up to three styles."""
    styles = draw(st.lists(st.sampled_from(STYLES), min_size=1, max_size=3))
    whole = set_cell_size(draw(texts) * width, width)
    share = max(1, len(whole) // len(styles))
    parts = [whole[at : at + share] for at in range(0, len(whole), share)]
    return strip(*((part, styles[number % len(styles)]) for number, part in enumerate(parts)))


@st.composite
def updates(draw: st.DrawFn) -> CompositorUpdate:
    """A whole screen, or some stretches of one."""
    lines = [draw(pieces_of_a_line()) for _ in range(HEIGHT)]
    if draw(st.booleans()):
        return layout(*lines)
    starts = [_starts(each) for each in lines]
    chops = [dict(zip(at, each, strict=True)) for at, each in zip(starts, lines, strict=True)]
    spans = [
        (number, min(at, other), max(at, other))
        for number in range(HEIGHT)
        for at, other in [draw(st.tuples(st.sampled_from([*starts[number], WIDTH]), _CELLS))]
        if at != other
    ]
    ends = [[*each[1:], WIDTH] for each in starts]
    return ChopsUpdate(chops, spans or [(0, 0, WIDTH)], ends)


_CELLS = st.integers(0, WIDTH)


def _starts(strips: Sequence[Strip]) -> list[int]:
    return [sum(each.cell_length for each in strips[:number]) for number in range(len(strips))]


@given(st.lists(updates(), min_size=2, max_size=6))
def test_it_looks_as_if_everything_had_been_written(frames: list[CompositorUpdate]) -> None:
    told_all, told_less, shown = Seen(), Seen(), Shown()
    for update in frames:
        assert isinstance(update, LayoutUpdate | ChopsUpdate)
        told_all.show(update)
        told_less.show(frame(update, shown))
        assert told_less.cells() == told_all.cells()
