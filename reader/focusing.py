"""Which of the annotations over a character a person means, and how to go round them all. Pure."""

from collections.abc import Set
from dataclasses import dataclass

from annotations.model import Layer
from reader.annotation_index import AnnotationIndex
from reader.switches import Switch


@dataclass(frozen=True, slots=True)
class Here:
    """One of the annotations over a character."""

    position: int
    """Where it stands in the index."""
    number: int
    """Which of them it is, counted from 1, the innermost first."""
    total: int


def meant(
    index: AnnotationIndex,
    offset: int,
    *,
    hidden: Set[Switch],
    sought: tuple[int, int] | None = None,
) -> int | None:
    """The visible annotation over a character that somebody means who has gone there.

    It is the one over just the words that were searched for, else one that begins there, else the
    innermost; of two on the same stretch the figure rather than its number, else the later one.

    Args:
        index: The article's annotations.
        offset: The character.
        hidden: Switches whose annotations to pass over.
        sought: The stretch `[start, end)` that was searched for, if it begins there.
    """

    def how_near(position: int) -> tuple[bool, bool, tuple[int, bool, int]]:
        start, end = index.starts[position], index.ends[position]
        return (start, end) != sought, start != offset, _depth(index, position)

    return min(index.overlapping(offset, offset + 1, hidden=hidden), key=how_near, default=None)


def stack(index: AnnotationIndex, offset: int, *, hidden: Set[Switch]) -> list[int]:
    """The visible annotations over a character, the innermost first."""
    covering = index.overlapping(offset, offset + 1, hidden=hidden)
    return sorted(covering, key=lambda position: _depth(index, position))


def here(
    index: AnnotationIndex, offset: int, position: int | None, *, hidden: Set[Switch]
) -> Here | None:
    """Which of the annotations over a character one is; null if it does not lie over it."""
    covering = stack(index, offset, hidden=hidden)
    if position not in covering:
        return None
    return Here(position, covering.index(position) + 1, len(covering))


def around(index: AnnotationIndex, offset: int, layer: Layer, *, hidden: Set[Switch]) -> int | None:
    """The innermost visible annotation of a layer over a character."""
    covering = stack(index, offset, hidden=hidden)
    return next((at for at in covering if index.layer(at) is layer), None)


def _depth(index: AnnotationIndex, position: int) -> tuple[int, bool, int]:
    """How far out an annotation lies among those over a character; the least is innermost."""
    is_number = index.switch(position) is Switch.NUMBERS
    return index.ends[position] - index.starts[position], is_number, -position
