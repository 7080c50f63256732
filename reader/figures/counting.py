"""A casualty figure that counts something else, and is otherwise as it was. Pure."""

from dataclasses import replace

from annotations.detect.casualties.numbers.qualifiers import bounded
from annotations.model import CasualtyFigure, Count


def counting(figure: CasualtyFigure, number: int) -> CasualtyFigure:
    """The figure with another number; as it is if that is the one it has.

    Its qualifier says which bounds the number sets: "at least" with 12 leaves high open.

    Args:
        figure: The figure.
        number: How many people, at least one.
    """
    count = bounded(Count(low=number, high=number, best=number), figure.qualifier)
    if count == figure.count:
        return figure
    return replace(figure, count=count, vague_rule=None, negated=False)
