"""What of a frame has to be written, after what was written before.

A frame comes as pieces: a line, the first cell, and what is shown from there on. They are compared
with those that stand on the terminal. This leans on what Textual keeps to itself, the updates of
its compositor, and is the only place that does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from reader.terminal.pens import PLAIN, change, pen


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line."""

    line: int
    start: int
    """The first cell."""
    strip: Strip


class RowsUpdate(CompositorUpdate):
    """Some pieces of the screen, as they are from now on."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Args:
        pieces: From the top down, and in a line from left to right.
        """
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """The characters and escape sequences to write, whatever stands there already."""
        return Frame(self, Shown(), at_once=False).render_segments(console)


Update = LayoutUpdate | ChopsUpdate | RowsUpdate
"""Textual's update of the whole screen, its update of a part, and ours."""


def pieces(update: Update) -> Iterable[Piece]:
    """What an update would write."""
    match update:
        case RowsUpdate(pieces=known):
            return known
        case LayoutUpdate():
            return _of_layout(update)
        case _:
            return _of_chops(update)


def _of_layout(update: LayoutUpdate) -> Iterator[Piece]:
    for line, strips in enumerate(update.strips, update.region.y):
        start = update.region.x
        for strip in strips:
            yield Piece(line, start, strip)
            start += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[Piece]:
    for line, first, last in update.spans:
        chops = zip(update.chop_ends[line], update.chops[line].items(), strict=False)
        for end, (start, strip) in chops:
            if strip is None or start >= last or end <= first:
                continue
            is_whole = first <= start < last and end <= last
            shown = strip if is_whole else strip.crop(0, min(end, last) - start)
            yield Piece(line, start, shown)


class Shown:
    """What stands on the terminal, as far as it is known."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lines: dict[int, dict[int, Strip]] = {}

    def forget(self) -> None:
        """Take it that anything may stand there, as after a change of size."""
        self._lines.clear()

    def put(self, piece: Piece) -> tuple[int, Sequence[Segment]]:
        """Take note of a piece.

        Returns:
            The cell to begin at and what has to be written from there; nothing if it stands there.
        """
        line = self._lines.setdefault(piece.line, {})
        start, strip = piece.start, piece.strip
        known = line.get(start)
        if known is None or known.cell_length != strip.cell_length:
            end = start + strip.cell_length
            for at in [at for at, old in line.items() if at < end and at + old.cell_length > start]:
                del line[at]
            line[start] = strip
            return start, strip._segments
        line[start] = strip
        return (start, ()) if known is strip else _changed(start, known._segments, strip._segments)


def _changed(
    start: int, before: Sequence[Segment], after: Sequence[Segment]
) -> tuple[int, Sequence[Segment]]:
    """Where two stretches of the same width begin to differ, and what differs from there."""
    if before == after:
        return start, ()
    if not (_is_plain(before) and _is_plain(after)):
        return start, after  # terminals disagree on the width of these, so nothing can be left out
    head = _alike(before, after)
    shorter = min(len(before), len(after)) - head
    tail = min(_alike(before[::-1], after[::-1]), shorter)
    start += sum(cell_len(segment.text) for segment in after[:head])
    return start, after[head : len(after) - tail]


def _alike(before: Sequence[Segment], after: Sequence[Segment]) -> int:
    """How many segments at the head are the same."""
    for count, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new:
            return count
    return min(len(before), len(after))


def _is_plain(segments: Iterable[Segment]) -> bool:
    """Whether each character takes one cell, on whatever terminal."""
    return all(
        text.isascii() or all(get_character_cell_size(character) == 1 for character in text)
        for text, _, _ in segments
    )


class Frame(CompositorUpdate):
    """An update of the screen that writes what the terminal does not show already."""

    def __init__(self, update: Update, shown: Shown, *, at_once: bool) -> None:
        """Args:
        update: What Textual would write.
        shown: What stands on the terminal; it is brought up to date when the frame is written.
        at_once: Whether to ask the terminal to show nothing until all of it is there.
        """
        self._update = update
        self._shown = shown
        self._around = (SYNC_START, SYNC_END) if at_once else ("", "")

    def render_segments(self, console: Console) -> str:
        """The characters and escape sequences to write."""
        system = console._color_system or ColorSystem.TRUECOLOR
        written: list[str] = []
        now = PLAIN
        for piece in pieces(self._update):
            start, segments = self._shown.put(piece)
            if segments:
                written.append(f"\x1b[{piece.line + 1};{start + 1}H")
            for text, style, _ in segments:
                wanted = pen(style, system)
                written += (change(now, wanted), text)
                now = wanted
        before, behind = self._around
        return "".join((before, *written, change(now, PLAIN), behind))
