"""People whom a text names without a number, which few references mark."""

from collections.abc import Iterable, Sequence

from annotations.measure.counting import standing
from annotations.model import Annotation, CasualtyFigure


def marks_implicit(annotations: Iterable[Annotation]) -> bool:
    """Whether any figure that stands there has no number in the text."""
    return any(is_implicit(each) for each in standing(annotations))


def with_number(annotations: Iterable[Annotation]) -> Sequence[Annotation]:
    """Annotations without the figures that have no number in the text."""
    return [each for each in annotations if not is_implicit(each)]


def is_implicit(annotation: Annotation) -> bool:
    """Whether it is of people whom the text does not count."""
    return isinstance(annotation, CasualtyFigure) and annotation.implicit
