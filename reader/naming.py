"""The canonical name of what a person calls a name, as the detector would give it. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotations import review
from annotations.detect.entities.acronyms import acronyms
from annotations.detect.entities.names import bare
from annotations.detect.entities.naming import Naming
from annotations.model import PLACE_LABELS, Annotation, Entity
from annotations.store import NameForm


def canonical_name(mention: str, label: str, *, text: str, forms: Sequence[NameForm]) -> str | None:
    """The name that groups a mention with others; null for a label that has no names.

    That of an equal mention with this label, if the article has one. Else the fullest name that it
    stands for there, or the usual one of a country or people, or what it says itself.

    Args:
        mention: The words that are a name.
        label: What they are the name of.
        text: The article's text, which may explain acronyms.
        forms: The names that the article has already.
    """
    known = [(form.text, form.label) for form in forms if form.label == label]
    naming = Naming((*known, (mention, label)), acronyms=acronyms(text), nicknames={})
    name = naming.name_of(mention, label)
    return name and (_name_of_equals(mention, label, forms) or name)


def relabelled(
    annotation: Annotation, kind: str, *, text: str, forms: Sequence[NameForm]
) -> Annotation:
    """An annotation with another kind, and if it is an entity with the name that fits.

    What is no place any more is taken off the map.

    Args:
        annotation: As it stands.
        kind: What it is instead; the kind that it has confirms it.
        text: The article's text.
        forms: The names that the article has already.
    """
    after = review.relabel(annotation, kind)
    if not isinstance(after, Entity) or annotation.kind == kind:
        return after
    named = replace(after, name=canonical_name(after.text, kind, text=text, forms=forms))
    return named if kind in PLACE_LABELS else off_the_map(named)


def off_the_map(entity: Entity) -> Entity:
    """An entity of which it is not known where it lies."""
    return replace(
        entity,
        country=None,
        latitude=None,
        longitude=None,
        geo_precision=None,
        geo_alternatives=(),
    )


def _name_of_equals(mention: str, label: str, forms: Sequence[NameForm]) -> str | None:
    """What most mentions with the same words and label are called; null if there are none."""
    names: Counter[str] = Counter()
    for form in forms:
        if form.name and form.label == label and bare(form.text) == bare(mention):
            names[form.name] += form.mentions
    return max(names, key=lambda name: (names[name], name)) if names else None
