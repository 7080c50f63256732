"""Runs that follow one another on one line become one, as most programs paint word by word, or
even glyph by glyph.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotations.sources.documents.pdf.direction import has_leftward
from annotations.sources.documents.pdf.geometry import Run
from annotations.sources.documents.pdf.rows import is_word_gap

_LEVEL = 0.02
"""Of the size, by how much the base lines of one line differ at most."""
_FARTHEST = 0.6
"""Of the size; what is farther apart may be cells or columns."""
_BACK = -0.4
"""Of the size, how far a run may reach into the one before; kerning does, and slanted letters."""


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Join runs that were painted one after the other, side by side, in one size."""
    pieces: list[Run] = []
    for run in runs:
        if pieces and not _follows(pieces[-1], run):
            yield _one(pieces)
            pieces = []
        pieces.append(run)
    if pieces:
        yield _one(pieces)


def _follows(before: Run, run: Run) -> bool:
    size = before.size
    return (
        abs(run.size - size) <= 0.01 * size
        and abs(run.y - before.y) <= _LEVEL * size
        and run.bold == before.bold
        and _BACK * size <= run.x0 - before.x1 <= _FARTHEST * size
        and run.x0 >= before.x0
        and not has_leftward(run.glyphs)
        and not has_leftward(before.glyphs)
    )


def _one(pieces: list[Run]) -> Run:
    glyphs: list[str] = []
    for index, piece in enumerate(pieces):
        if index and is_word_gap(pieces[index - 1], piece):
            glyphs.append(" ")
        glyphs += piece.glyphs
    return replace(pieces[0], glyphs=tuple(glyphs), x1=pieces[-1].x1)
