"""What becomes of an annotation that is given another name. Pure."""

from dataclasses import replace

from annotations import review
from annotations.model import NAMELESS_LABELS, Annotation, Entity, Quote


def can_be_named(annotation: Annotation) -> bool:
    """Whether it is something with a name: a name itself, or a quote, which has that of a speaker.

    Numbers, dates and figures have none.
    """
    if isinstance(annotation, Entity):
        return annotation.label not in NAMELESS_LABELS
    return isinstance(annotation, Quote)


def name_of(annotation: Annotation) -> str | None:
    """The canonical name of a name, or the name of who says a quote; null if none is known."""
    match annotation:
        case Entity(name=name) | Quote(speaker_name=name):
            return name
    return None


def renamed(annotation: Annotation, name: str) -> Annotation:
    """Give it another name. The name that it has confirms it; what can have none stays.

    Whose speaker a person names is no rule's any more.
    """
    if not can_be_named(annotation):
        return annotation
    if name_of(annotation) == name:
        return review.accept(annotation)
    if isinstance(annotation, Quote):
        return review.corrected(replace(annotation, speaker_name=name, speaker_rule=None))
    if isinstance(annotation, Entity):
        return review.corrected(replace(annotation, name=name))
    return annotation
