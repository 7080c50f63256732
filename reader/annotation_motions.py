"""Which annotation comes next, seen from where a person is. Pure."""

from collections.abc import Set
from dataclasses import dataclass
from functools import partial
from itertools import compress, count
from operator import eq

from reader.annotation_index import AnnotationIndex
from reader.kin import Kin, kin_of
from reader.switches import Switch


@dataclass(frozen=True, slots=True)
class Turn:
    """One of several annotations that are visited one after the other, round and round."""

    position: int
    """Where it stands in the index."""
    number: int
    """Which of them it is, counted from 1."""
    total: int
    goes_round: bool
    """Whether the way to it led over the end of the text, or its beginning."""


def first_candidate(index: AnnotationIndex, step: int, *, cursor: int, position: int | None) -> int:
    """Where in the index to begin looking for the next (1) or previous (-1) annotation.

    Beyond the one in focus, or, where the cursor has gone on inside it, beyond the cursor.

    Args:
        index: The article's annotations.
        step: The direction.
        cursor: The character under the cursor.
        position: The position of the annotation in focus, or null.
    """
    if position is not None and cursor <= index.starts[position]:
        return position + step
    following = index.from_offset(cursor)
    if step > 0:
        return following
    return following - 2 if following - 1 == position else following - 1


def turn_to(
    index: AnnotationIndex, kin: Kin, step: int, *, begin: int, hidden: Set[Switch]
) -> Turn | None:
    """The next (1) or previous (-1) visible annotation that shares something, going round.

    Args:
        index: The article's annotations.
        kin: What they share.
        step: The direction.
        begin: The position to begin looking at; this one counts.
        hidden: Switches whose annotations to pass over.
    """
    namesakes = compress(count(), map(partial(eq, kin[1]), index.names))
    places = [
        at for at in namesakes if kin_of(index, at) == kin and index.is_visible(at, hidden=hidden)
    ]
    if not places:
        return None
    beyond = [n for n, at in enumerate(places) if (at - begin) * step >= 0]
    onwards = (beyond or range(len(places)))[0 if step > 0 else -1]
    return Turn(places[onwards], onwards + 1, len(places), goes_round=not beyond)
