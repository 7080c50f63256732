"""Which look each stretch of a line has, worked out from what lies over it. Pure."""

from collections.abc import Iterator, Sequence, Set
from enum import IntFlag
from itertools import pairwise
from typing import NamedTuple

from annotations.model import Layer
from reader.annotation_index import AnnotationIndex
from reader.switches import Switch


class Look(IntFlag):
    """Everything that can change how a character is drawn.

    `ENTITIES`, `QUOTES` and `CASUALTIES` say which layers lie over it and give it its second,
    colourless sign; `COLOUR_…` names the topmost one, which gives it its colour. A figure that
    states no number has a weaker colour in place of that of its layer, and no sign.
    """

    PLAIN = 0
    ENTITIES = 1
    QUOTES = 2
    CASUALTIES = 4
    COLOUR_ENTITIES = 8
    COLOUR_QUOTES = 16
    COLOUR_CASUALTIES = 32
    REVIEWED = 64
    FOCUS = 128
    SELECTION = 256
    HIT = 512
    CURSOR = 1024
    COLOUR_IMPLICIT = 2048


_LAYER_LOOKS = (Look.ENTITIES.value, Look.QUOTES.value, Look.CASUALTIES.value)
_COLOUR_LOOKS = (
    Look.COLOUR_ENTITIES.value,
    Look.COLOUR_QUOTES.value,
    Look.COLOUR_CASUALTIES.value,
)
_REVIEWED = Look.REVIEWED.value
_IMPLICIT = Look.COLOUR_IMPLICIT.value
"""Looks by number of the layer. Adding plain numbers is ten times as fast as adding flags, and a
page is a few thousand such sums."""


class Mark(NamedTuple):
    """A stretch to be drawn over the annotations: selection, search hit, focus or cursor."""

    start: int
    end: int
    look: Look


class Run(NamedTuple):
    """A stretch `[start, end)` that is drawn in one look."""

    start: int
    end: int
    look: int
    """A sum of `Look`s."""


def runs(
    start: int,
    end: int,
    *,
    index: AnnotationIndex,
    hidden: Set[Switch] = frozenset(),
    marks: Sequence[Mark] = (),
) -> Iterator[Run]:
    """Cut the line `[start, end)` into stretches of one look, in order, without gaps.

    Args:
        start: First character of the line.
        end: One past its last character.
        index: The article's annotations.
        hidden: Switches that are off.
        marks: What else is to be seen on the line; it may reach beyond it.
    """
    starts, ends = index.starts, index.ends
    over = [
        (starts[at], ends[at], *_looks(at, index))
        for at in sorted(index.overlapping(start, end, hidden=hidden), key=index.rank)
    ]
    seen = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for stretch in (*over, *seen):
        borders |= {max(start, stretch[0]), min(end, stretch[1])}
    for first, last in pairwise(sorted(borders)):
        yield Run(first, last, _together(_annotation_look(first, over), _mark_look(first, seen)))


def _looks(position: int, index: AnnotationIndex) -> tuple[int, int]:
    """The sign of an annotation, and what it adds to that where it is the topmost one."""
    reviewed = _REVIEWED if index.is_reviewed(position) else 0
    if index.is_implicit(position):
        return 0, _IMPLICIT | reviewed
    layer = index.layers[position]
    return _LAYER_LOOKS[layer], _COLOUR_LOOKS[layer] | reviewed


def _together(look: int, mark: int) -> int:
    """A look under a mark, whose ground is too strong for a weak colour to be read on it."""
    if mark and look & _IMPLICIT:
        look ^= _IMPLICIT | Look.COLOUR_CASUALTIES.value
    return look | mark


def _annotation_look(offset: int, over: Sequence[tuple[int, int, int, int]]) -> int:
    """What the annotations over a character make of it.

    Args:
        offset: The character.
        over: Start, end, look of the layer and look as the topmost one, topmost first.
    """
    look = 0
    for start, end, sign, colour in over:
        if start <= offset < end:
            look |= sign if look else sign | colour
    return look


def _mark_look(offset: int, marks: Sequence[Mark]) -> int:
    look = 0
    for mark in marks:
        if mark.start <= offset < mark.end:
            look |= mark.look.value
    return look


def signs(start: int, end: int, *, index: AnnotationIndex, hidden: Set[Switch]) -> str:
    """Two cells for the margin beside a line, so that layers can be told without colour.

    `Q` where a quote begins and `│` where one goes on; `F` where a figure begins.
    """
    over = [
        (index.starts[at] >= start, index.layer(at))
        for at in index.overlapping(start, max(end, start + 1), hidden=hidden)
    ]
    goes_on = "│" if (False, Layer.QUOTES) in over else " "
    quote = "Q" if (True, Layer.QUOTES) in over else goes_on
    return quote + ("F" if (True, Layer.CASUALTIES) in over else " ")
