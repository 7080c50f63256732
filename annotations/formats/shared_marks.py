"""Marks of parts that are annotations as well: one mark for both.

A speaker is most often a name, what a figure is part of another figure. Where tools draw marks and
arrows, an arrow to the name says more than one to a second mark on the same words.
"""

from dataclasses import replace

from annotations.formats.marking import PART_LABELS, Link, Mark, Marking
from annotations.model import Status


def with_shared_marks(marking: Marking) -> Marking:
    """The same, with links to annotations instead of to marks of parts on the same words.

    Annotations that were rejected are not linked to, since they are often left out.
    """
    annotations: dict[tuple[int, int], int] = {}
    for index, mark in enumerate(marking.marks):
        if mark.label not in PART_LABELS and mark.values.get("status") != Status.REJECTED:
            annotations.setdefault((mark.start, mark.end), index)
    places: list[int] = []
    kept: list[Mark] = []
    for mark in marking.marks:
        shared = annotations.get((mark.start, mark.end)) if mark.annotation is None else None
        places.append(len(kept) if shared is None else shared)
        if shared is None:
            kept.append(mark)
    return replace(
        marking,
        marks=tuple(kept),
        links=tuple(_moved(each, places) for each in marking.links),
    )


def _moved(link: Link, places: list[int]) -> Link:
    return replace(link, source=places[link.source], target=places[link.target])
