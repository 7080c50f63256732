"""Which annotations are equal, so that what a person decides on one can be done to all. Pure.

Equal are annotations of one layer that share what tells them from others:

- names and numbers the words in which they are written, letter by letter, or, if that is asked
  for, the canonical name that they go by;
- quotes the name of their speaker;
- casualty figures their words.

Names and figures have to be of one kind, too (the label, the category), unless any will do; quotes
may be of any type, unless one is asked for. What was rejected is equal to nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from annotations.model import Annotation, Entity, Layer, Quote
from annotations.review import SHOWN


class Shared(StrEnum):
    """What equal annotations have in common."""

    WORDS = "words"
    NAME = "name"
    """The canonical name of names, as it is given and not as it follows from the words."""
    SPEAKER = "speaker"
    """The name of who says a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equality:
    """What an annotation has to be like to be equal to another."""

    layer: Layer
    shared: Shared
    value: str
    """What they share."""
    kind: str | None = None
    """Entity label, quote type or figure category; null if any will do."""

    def fits(self, annotation: Annotation) -> bool:
        """Whether an annotation is like that."""
        return (
            annotation.layer is self.layer
            and annotation.status in SHOWN
            and self.kind in (None, annotation.kind)
            and _shared(annotation, self.shared) == self.value
        )


def equality(
    annotation: Annotation, *, by_name: bool = False, of_kind: bool | None = None
) -> Equality | None:
    """What is equal to an annotation.

    Args:
        annotation: As it stands.
        by_name: Whether names are told by their canonical name, if they have one.
        of_kind: Whether the kind counts; null for as usual: for names and figures, not for quotes.

    Returns:
        Null if nothing can be: a quote whose speaker has no name.
    """
    shared = _usual(annotation)
    if by_name and _shared(annotation, Shared.NAME):
        shared = Shared.NAME
    value = _shared(annotation, shared)
    if not value:
        return None
    counts = kind_counts(annotation.layer) if of_kind is None else of_kind
    kind = annotation.kind if counts else None
    return Equality(layer=annotation.layer, shared=shared, value=value, kind=kind)


def kind_counts(layer: Layer) -> bool:
    """Whether annotations of a layer usually have to be of one kind to be equal."""
    return layer is not Layer.QUOTES


def _usual(annotation: Annotation) -> Shared:
    return Shared.SPEAKER if annotation.layer is Layer.QUOTES else Shared.WORDS


def _shared(annotation: Annotation, shared: Shared) -> str | None:
    match shared, annotation:
        case Shared.NAME, Entity(name=name):
            return name
        case Shared.SPEAKER, Quote(speaker_name=name):
            return name
        case Shared.WORDS, _:
            return annotation.text
    return None
