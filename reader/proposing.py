"""A person's own annotation, made from a selection. Pure."""

from dataclasses import replace

from annotations.detect.casualties import numbers
from annotations.model import (
    Annotation,
    CasualtyFigure,
    Entity,
    Layer,
    Quote,
    Status,
)


def propose(text: str, start: int, end: int, *, layer: Layer, kind: str) -> Annotation:
    """What a person means by giving the selection `[start, end)` a kind.

    A figure's count is read from the first number in the selection, if there is one.
    """
    covered = text[start:end]
    if layer is Layer.ENTITIES:
        return Entity(start=start, end=end, text=covered, label=kind, status=Status.ADDED)
    if layer is Layer.QUOTES:
        return Quote(start=start, end=end, text=covered, type=kind, status=Status.ADDED)
    return _figure(start, end, covered, kind)


def _figure(start: int, end: int, covered: str, category: str) -> CasualtyFigure:
    figure = CasualtyFigure(
        start=start, end=end, text=covered, category=category, status=Status.ADDED
    )
    number = next(iter(numbers.find(covered)), None)
    if number is None:
        return figure
    return replace(
        figure,
        num_start=start + number.start,
        num_end=start + number.end,
        count=number.count,
        qualifier=number.qualifier,
    )
