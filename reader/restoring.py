"""What has to be changed for an annotation to be what it once was. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from annotations.following import followers
from annotations.model import Annotation
from annotations.review import Change


def way_back(
    now: Annotation | None, state: Annotation | None, others: Iterable[Annotation]
) -> list[Change]:
    """The changes that lead back to a state; none if it is the same already.

    Whoever decided on it last does not make a difference.

    Args:
        now: What stands; null if it was removed.
        state: What shall stand; null if it shall be removed.
        others: The article's annotations. Those that are bound to this one follow it.
    """
    if _alike(now, state):
        return []
    back = Change(before=now, after=state)
    return [back, *followers([back], others)]


def _alike(one: Annotation | None, other: Annotation | None) -> bool:
    if one is None or other is None:
        return one is other
    return one == replace(other, annotator=one.annotator)
