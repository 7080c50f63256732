"""Which of a detector's suggestions may stand beside what a person has decided."""

from collections.abc import Iterable, Sequence

from annotations.intervals import Intervals
from annotations.model import Annotation, CasualtyFigure, Layer, Status


def surviving(
    suggestions: Iterable[Annotation], *, decided: Sequence[Annotation]
) -> list[Annotation]:
    """Drop the suggestions that a person has already answered.

    A rejected suggestion does not come back. An accepted, corrected or added annotation
    suppresses the same suggestion and any that conflicts with it, which is one of the same
    layer that overlaps it.

    Args:
        suggestions: What the detector proposes now, all of one article.
        decided: What a person decided on in this article; none of it is `suggested`.
    """
    rejected = {identity(each) for each in decided if each.status is Status.REJECTED}
    taken = {layer: _cores(decided, layer) for layer in Layer}
    return [
        each
        for each in suggestions
        if identity(each) not in rejected
        and next(taken[each.layer].overlapping(*core(each)), None) is None
    ]


def identity(annotation: Annotation) -> tuple[str, int, int, str]:
    """What makes two annotations the same statement: layer, core span and kind."""
    return (annotation.layer, *core(annotation), annotation.kind)


def core(annotation: Annotation) -> tuple[int, int]:
    """The stretch that decides whether two annotations of a layer are about one thing.

    For a casualty figure it is the number: the words around it vary from one detector to the
    next, and two figures may well share a noun phrase ("two of the 12 soldiers").
    """
    if (
        isinstance(annotation, CasualtyFigure)
        and annotation.num_start is not None
        and annotation.num_end is not None
    ):
        return annotation.num_start, annotation.num_end
    return annotation.start, annotation.end


def _cores(decided: Iterable[Annotation], layer: Layer) -> Intervals:
    """The core spans of a layer that a person has filled."""
    spans = sorted(
        core(each) for each in decided if each.layer is layer and each.status is not Status.REJECTED
    )
    return Intervals([start for start, _ in spans], [end for _, end in spans])
