"""Which look each stretch of a line has, worked out from what lies over it. Pure."""

from collections.abc import Iterator, Sequence, Set
from enum import IntFlag
from itertools import pairwise
from typing import NamedTuple

from annotations.model import Layer, Status
from reader.annotation_index import LAYERS, AnnotationIndex


class Look(IntFlag):
    """Everything that can change how a character is drawn.

    `ENTITIES`, `QUOTES` and `CASUALTIES` say which layers lie over it and give it its second,
    colourless sign; `COLOUR_…` names the innermost one, which gives it its colour.
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


_LAYER_LOOKS = dict(zip(LAYERS, (Look.ENTITIES, Look.QUOTES, Look.CASUALTIES), strict=True))
_COLOUR_LOOKS = dict(
    zip(
        LAYERS,
        (Look.COLOUR_ENTITIES, Look.COLOUR_QUOTES, Look.COLOUR_CASUALTIES),
        strict=True,
    )
)


class Mark(NamedTuple):
    """A stretch to be drawn over the annotations: selection, search hit, focus or cursor."""

    start: int
    end: int
    look: Look


class Run(NamedTuple):
    """A stretch `[start, end)` that is drawn in one look."""

    start: int
    end: int
    look: Look


def runs(
    start: int,
    end: int,
    *,
    index: AnnotationIndex,
    hidden: Set[Layer] = frozenset(),
    marks: Sequence[Mark] = (),
) -> Iterator[Run]:
    """Cut the line `[start, end)` into stretches of one look, in order, without gaps.

    Args:
        start: First character of the line.
        end: One past its last character.
        index: The article's annotations.
        hidden: Layers that are switched off.
        marks: What else is to be seen on the line; it may reach beyond it.
    """
    over = [at for at in index.overlapping(start, end) if index.layer(at) not in hidden]
    seen = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for at in over:
        borders |= {max(start, index.starts[at]), min(end, index.ends[at])}
    for mark in seen:
        borders |= {max(start, mark.start), min(end, mark.end)}
    edges = sorted(borders)
    for first, last in pairwise(edges):
        yield Run(first, last, _look(first, over=over, index=index, marks=seen))


def _look(
    offset: int, *, over: Sequence[int], index: AnnotationIndex, marks: Sequence[Mark]
) -> Look:
    """The look of the character at an offset."""
    look = Look.PLAIN
    innermost, size = -1, 0
    for at in over:
        first, last = index.starts[at], index.ends[at]
        if first <= offset < last:
            look |= _LAYER_LOOKS[index.layer(at)]
            if innermost < 0 or last - first <= size:
                innermost, size = at, last - first
    if innermost >= 0:
        look |= _COLOUR_LOOKS[index.layer(innermost)]
        if index.status(innermost) is not Status.SUGGESTED:
            look |= Look.REVIEWED
    for mark in marks:
        if mark.start <= offset < mark.end:
            look |= mark.look
    return look


def signs(start: int, end: int, *, index: AnnotationIndex, hidden: Set[Layer]) -> str:
    """The letters for the margin beside a line: Q where a quote begins, F where a figure does."""
    letters = {Layer.QUOTES: "Q", Layer.CASUALTIES: "F"}
    found = {
        letters[layer]
        for at in index.overlapping(start, max(end, start + 1))
        if (layer := index.layer(at)) in letters
        and layer not in hidden
        and start <= index.starts[at]
    }
    return "".join(sorted(found, reverse=True))
