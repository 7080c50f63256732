"""Which look each stretch of a line has, worked out from what lies over it. Pure."""

from collections.abc import Iterator, Sequence, Set
from enum import IntFlag
from itertools import pairwise
from typing import NamedTuple

from annotations.model import Layer, Status
from reader.annotation_index import AnnotationIndex
from reader.switches import Switch


class Look(IntFlag):
    """Everything that can change how a character is drawn.

    `ENTITIES`, `QUOTES` and `CASUALTIES` say which layers lie over it and give it its second,
    colourless sign; `COLOUR_…` names the topmost one, which gives it its colour. A figure that
    states no number has a weaker colour in place of that of its layer, and no sign. `ACCEPTED`,
    `CORRECTED` and `ADDED` say what a person decided on the topmost one; without them it is only
    suggested.
    """

    PLAIN = 0
    ENTITIES = 1
    QUOTES = 2
    CASUALTIES = 4
    COLOUR_ENTITIES = 8
    COLOUR_QUOTES = 16
    COLOUR_CASUALTIES = 32
    ACCEPTED = 64
    FOCUS = 128
    SELECTION = 256
    HIT = 512
    CURSOR = 1024
    COLOUR_IMPLICIT = 2048
    CORRECTED = 4096
    ADDED = 8192


_LAYER_LOOKS = (Look.ENTITIES.value, Look.QUOTES.value, Look.CASUALTIES.value)
_COLOUR_LOOKS = (
    Look.COLOUR_ENTITIES.value,
    Look.COLOUR_QUOTES.value,
    Look.COLOUR_CASUALTIES.value,
)
_STATUS_LOOKS = {
    Status.SUGGESTED: 0,
    Status.ACCEPTED: Look.ACCEPTED.value,
    Status.CORRECTED: Look.CORRECTED.value,
    Status.ADDED: Look.ADDED.value,
}
_IMPLICIT = Look.COLOUR_IMPLICIT.value
"""Looks as plain numbers, those of layers by the layer's number. Adding plain numbers is ten times
as fast as adding flags, and a page is a few thousand such sums."""


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
    over = list(index.overlapping(start, end, hidden=hidden))
    seen = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for first, last in (
        *((index.starts[at], index.ends[at]) for at in over),
        *((mark.start, mark.end) for mark in seen),
    ):
        borders |= {max(start, first), min(end, last)}
    for first, last in pairwise(sorted(borders)):
        look = _annotation_look(index.covering(first, over), index)
        yield Run(first, last, _together(look, _mark_look(first, seen)))


def _together(look: int, mark: int) -> int:
    """A look under a mark, whose ground is too strong for a weak colour to be read on it."""
    if mark and look & _IMPLICIT:
        look ^= _IMPLICIT | Look.COLOUR_CASUALTIES.value
    return look | mark


def _annotation_look(covering: Sequence[int], index: AnnotationIndex) -> int:
    """What the annotations over a character, by their positions, make of it."""
    top = index.on_top(covering)
    if top is None:
        return 0
    look = _STATUS_LOOKS[index.status(top)]
    look |= _IMPLICIT if index.is_implicit(top) else _COLOUR_LOOKS[index.layers[top]]
    for position in covering:
        if not index.is_implicit(position):
            look |= _LAYER_LOOKS[index.layers[position]]
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
