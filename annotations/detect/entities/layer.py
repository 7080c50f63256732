"""The entity layer: the pipeline's names, with mended borders and canonical names."""

from spacy.tokens import Doc

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
    return [
        Entity(
            start=span.start,
            end=span.end,
            text=span.text,
            label=label,
            name=_name(span.text, label, people),
        )
        for span, label in mentions
    ]


def _mentions(doc: Doc) -> list[tuple[Span, str]]:
    """The recogniser's spans, trimmed, with their labels; none of them empty."""
    text = doc.text
    borders = ((trimmed(text, ent.start_char, ent.end_char), ent.label_) for ent in doc.ents)
    return [(Span.cut(text, start, end), label) for (start, end), label in borders if start < end]


def _name(mention: str, label: str, people: People) -> str | None:
    if label in _NAMELESS:
        return None
    return people.canonical(mention) if label == "PERSON" else bare(mention)
