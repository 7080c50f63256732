"""Which look each stretch of a line has, worked out from what lies over it. Pure."""

from collections.abc import Iterator, Mapping, Sequence, Set
from enum import IntFlag
from itertools import pairwise
from typing import NamedTuple

from annotations.model import Layer, Status
from reader.annotation_index import LAYERS, AnnotationIndex
from reader.kin import Kin, kin_of
from reader.switches import Switch

_NOBODY: Mapping[str, int] = {}
_NONE_OWN: Mapping[str, int] = {}
_FIRST_OWN = 24
"""The bit of the first of a person's own labels."""


class Look(IntFlag):
    """Everything that can change how a character is drawn.

    `ENTITIES`, `QUOTES` and `CASUALTIES` say which layers lie over it and give it its second,
    colourless sign; `COLOUR_…` names the topmost one, which gives it its colour. A figure that
    states no number has a weaker colour in place of that of its layer, and no sign. `ACCEPTED`,
    `CORRECTED` and `ADDED` say what a person decided on the topmost one; without them it is only
    suggested. `VOICE_…` takes the place of a quote's colour where quotes are told apart by who says
    them, and `KIN` lights up what belongs with the annotation in focus or under the mouse.
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
    KIN = 16384
    VOICE_1 = 2**15
    VOICE_2 = 2**16
    VOICE_3 = 2**17
    VOICE_4 = 2**18
    VOICE_5 = 2**19
    VOICE_6 = 2**20
    VOICE_7 = 2**21
    VOICE_8 = 2**22
    LABEL = 2**23


_LAYER_LOOKS = (Look.ENTITIES.value, Look.QUOTES.value, Look.CASUALTIES.value)
_COLOUR_LOOKS = (
    Look.COLOUR_ENTITIES.value,
    Look.COLOUR_QUOTES.value,
    Look.COLOUR_CASUALTIES.value,
)
VOICES = (
    *(Look.VOICE_1, Look.VOICE_2, Look.VOICE_3, Look.VOICE_4),
    *(Look.VOICE_5, Look.VOICE_6, Look.VOICE_7, Look.VOICE_8),
)
"""The looks of speakers; those that speak after the eighth have the same ones again."""
_ENTITIES, _QUOTES, _CASUALTIES = map(
    LAYERS.index, (Layer.ENTITIES, Layer.QUOTES, Layer.CASUALTIES)
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


def own_look(number: int) -> int:
    """The look of names with a person's own label, by its number among those with a colour."""
    return 1 << (_FIRST_OWN + number)


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
    lit: Kin | None = None,
    voices: Mapping[str, int] = _NOBODY,
    own: Mapping[str, int] = _NONE_OWN,
) -> Iterator[Run]:
    """Cut the line `[start, end)` into stretches of one look, in order, without gaps.

    Args:
        start: First character of the line.
        end: One past its last character.
        index: The article's annotations.
        hidden: Switches that are off.
        marks: What else is to be seen on the line; it may reach beyond it.
        lit: Whose quotes, or mentions, are lit up.
        voices: The numbers of speakers, where quotes are told apart by them.
        own: The looks of a person's own labels, by name.
    """
    over = list(index.overlapping(start, end, hidden=hidden))
    seen = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for first, last in (
        *((index.starts[at], index.ends[at]) for at in over),
        *((mark.start, mark.end) for mark in seen),
    ):
        borders |= {max(start, first), min(end, last)}
    kin = set() if lit is None else {at for at in over if kin_of(index, at) == lit}
    for first, last in pairwise(sorted(borders)):
        covering = index.covering(first, over)
        look = _annotation_look(covering, index, voices, own) | (
            0 if kin.isdisjoint(covering) else Look.KIN.value
        )
        yield Run(first, last, _together(look, _mark_look(first, seen)))


def _together(look: int, mark: int) -> int:
    """A look under a mark, whose ground is too strong for a weak colour to be read on it."""
    if mark and look & _IMPLICIT:
        look ^= _IMPLICIT | Look.COLOUR_CASUALTIES.value
    return look | mark


def _annotation_look(
    covering: Sequence[int],
    index: AnnotationIndex,
    voices: Mapping[str, int],
    own: Mapping[str, int],
) -> int:
    """What the annotations over a character, by their positions, make of it."""
    top = index.on_top(covering)
    if top is None:
        return 0
    look = _STATUS_LOOKS[index.status(top)] | _colour(top, index, voices, own)
    for position in covering:
        if not index.is_implicit(position):
            look |= _LAYER_LOOKS[index.layers[position]]
    return look


def _colour(
    position: int, index: AnnotationIndex, voices: Mapping[str, int], own: Mapping[str, int]
) -> int:
    """What an annotation gives its colour."""
    if index.is_implicit(position):
        return _IMPLICIT
    layer = index.layers[position]
    voice = voices.get(index.names[position] or "") if layer == _QUOTES else None
    if voice is not None:
        return VOICES[turn(voice) - 1].value
    usual = _COLOUR_LOOKS[layer]
    return own.get(index.kinds[position], usual) if layer == _ENTITIES else usual


def turn(voice: int) -> int:
    """Which of the looks of speakers, counted from 1, a speaker of a number has."""
    return (voice - 1) % len(VOICES) + 1


def _mark_look(offset: int, marks: Sequence[Mark]) -> int:
    look = 0
    for mark in marks:
        if mark.start <= offset < mark.end:
            look |= mark.look.value
    return look


def signs(
    start: int,
    end: int,
    *,
    index: AnnotationIndex,
    hidden: Set[Switch],
    voices: Mapping[str, int] = _NOBODY,
) -> str:
    """Two cells for the margin beside a line, so that layers can be told without colour.

    `Q` where a quote begins, or the number of its speaker's look where quotes are told apart by
    who says them, and `│` where one goes on; `F` where a figure begins.
    """
    over = list(index.overlapping(start, max(end, start + 1), hidden=hidden))
    begun = [at for at in over if index.starts[at] >= start]
    quotes = [at for at in over if index.layers[at] == _QUOTES]
    first = next((at for at in quotes if index.starts[at] >= start), None)
    has_figures = any(index.layers[at] == _CASUALTIES for at in begun)
    return _quote_sign(first, index, voices, goes_on=bool(quotes)) + (" F"[has_figures])


def _quote_sign(
    first: int | None, index: AnnotationIndex, voices: Mapping[str, int], *, goes_on: bool
) -> str:
    """The sign for the first quote that begins on a line; else for one that goes on, or none."""
    if first is None:
        return "│" if goes_on else " "
    voice = voices.get(index.names[first] or "")
    return "Q" if voice is None else str(turn(voice))
