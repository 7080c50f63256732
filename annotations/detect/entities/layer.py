"""The entity layer: the pipeline's names, with mended borders and canonical names."""

from collections.abc import Mapping

from spacy.tokens import Doc

from annotations.detect.entities.acronyms import acronyms
from annotations.detect.entities.boundaries import trimmed
from annotations.detect.entities.names import People, bare
from annotations.model import Entity, Span

_NAMELESS = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
)
"""Labels whose mentions are not grouped under a name."""


def find_entities(doc: Doc) -> list[Entity]:
    """Find the names, numbers and dates of an article, in the order of the text."""
    mentions = _mentions(doc)
    people = People(span.text for span, label in mentions if label == "PERSON")
    explained = acronyms(doc.text)
    return [
        Entity(
            start=span.start,
            end=span.end,
            text=span.text,
            label=label,
            name=_name(span.text, label, people, explained),
        )
        for span, label in mentions
    ]


def _mentions(doc: Doc) -> list[tuple[Span, str]]:
    """The recogniser's spans, trimmed, with their labels; none of them empty."""
    text = doc.text
    borders = ((trimmed(text, ent.start_char, ent.end_char), ent.label_) for ent in doc.ents)
    return [(Span.cut(text, start, end), label) for (start, end), label in borders if start < end]


def _name(mention: str, label: str, people: People, explained: Mapping[str, str]) -> str | None:
    if label in _NAMELESS:
        return None
    if label == "PERSON":
        return people.canonical(mention)
    name = bare(mention)
    return explained.get(name, name)
