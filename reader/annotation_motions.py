"""Which annotation comes next, seen from where a person is. Pure."""

from collections.abc import Callable, Set
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


def nth(
    following: Callable[[int], int | None], begin: int, step: int, *, times: int
) -> tuple[int | None, int]:
    """The annotation that is reached by going on several times, or the last on the way.

    Args:
        following: Finds the next one from a position on, this one included; null for none.
        begin: The position to begin looking at.
        step: The direction.
        times: How often to go on.

    Returns:
        Its position, or null if there is none at all; and how often it could be done.
    """
    found, done = None, 0
    while done < times and (at := following(begin)) is not None:
        found, begin, done = at, at + step, done + 1
    return found, done


def turn_to(
    index: AnnotationIndex,
    kin: Kin,
    step: int,
    *,
    begin: int,
    hidden: Set[Switch],
    times: int = 1,
) -> Turn | None:
    """The next (1) or previous (-1) visible annotation that shares something, going round.

    Args:
        index: The article's annotations.
        kin: What they share.
        step: The direction.
        begin: The position to begin looking at; this one counts.
        hidden: Switches whose annotations to pass over.
        times: How often to go on.
    """
    namesakes = compress(count(), map(partial(eq, kin[1]), index.names))
    places = [
        at for at in namesakes if kin_of(index, at) == kin and index.is_visible(at, hidden=hidden)
    ]
    if not places:
        return None
    beyond = [n for n, at in enumerate(places) if (at - begin) * step >= 0]
    onwards = (beyond or range(len(places)))[0 if step > 0 else -1] + step * (times - 1)
    number = onwards % len(places)
    goes_round = not beyond or number != onwards
    return Turn(places[number], number + 1, len(places), goes_round=goes_round)
