"""Marks and links as other programs wrote them, taken for what they can be."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from annotations.errors import CloseReadError, OffsetError, SourceError
from annotations.formats.cleaning import cleaned
from annotations.formats.marking import (
    FIGURE,
    NUMBER,
    PARTS,
    QUOTE,
    Link,
    Marking,
    annotations_from,
)
from annotations.model import ANNOTATION_TYPES, Annotation, Layer
from annotations.offsets import check

_LINKS: Mapping[Layer, frozenset[str]] = MappingProxyType(
    {
        Layer.ENTITIES: frozenset(),
        Layer.QUOTES: frozenset(PARTS[Layer.QUOTES].values()),
        Layer.CASUALTIES: frozenset({NUMBER, *PARTS[Layer.CASUALTIES].values()}),
    }
)
"""What the annotations of each layer can be linked to."""


def layer_of(label: str) -> Layer:
    """The layer that a label is of."""
    if label.startswith(QUOTE):
        return Layer.QUOTES
    return Layer.CASUALTIES if label.startswith(FIGURE) else Layer.ENTITIES


def can_say(label: str, field: str) -> bool:
    """Whether annotations with a label have a field."""
    return field in ANNOTATION_TYPES[layer_of(label)].__dataclass_fields__


def link_between(name: str, source: tuple[int, str], target: tuple[int, str]) -> Link | None:
    """The link that a relation is, whatever its case; one the other way round is turned.

    Args:
        name: What the relation is called.
        source: Index and label of the mark that it leads from.
        target: Index and label of the mark that it leads to.

    Returns:
        The link; null if neither mark can have the other as that.
    """
    label = name.upper()
    for (index, kind), (other, _) in ((source, target), (target, source)):
        if label in _LINKS[layer_of(kind)]:
            return Link(label, index, other)
    return None


def sound_annotations(
    text: str, marking: Marking, *, name: str, defaults: Mapping[str, Any] = MappingProxyType({})
) -> Iterator[Annotation | CloseReadError]:
    """The annotations that marks and links stand for, and why others cannot be read.

    Args:
        text: The text that they are in.
        marking: Marks and links.
        name: What errors call the place where they were read.
        defaults: As for `annotations_from`.
    """
    for each in annotations_from(text, marking, defaults=defaults):
        if isinstance(each, CloseReadError):
            yield SourceError(f"{name}: {each.message}.")
            continue
        try:
            check(each, text)
        except OffsetError as error:
            yield SourceError(f"{name}: {error.message}")
        else:
            yield cleaned(each, text)
