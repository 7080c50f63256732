"""What the recogniser of the pipeline found, without what cannot be an entity."""

from collections.abc import Iterator, Mapping

from annotations.detect.entities.boundaries import trimmed
from annotations.detect.entities.mentions import Mention, Source

_CASED = frozenset(("en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "ro"))
"""Languages in which a name has letters with case; others in it are glosses."""


def recognised(source: Source, labels: Mapping[str, str]) -> Iterator[Mention]:
    """Yield the recogniser's entities with mended borders, in the order of the text.

    Names without a letter are left out.

    Args:
        source: The article.
        labels: For labels of the pipeline those to read in their place.
    """
    for ent in source.doc.ents:
        label = labels.get(ent.label_, ent.label_)
        for start, end in trimmed(source.text, ent.start_char, ent.end_char, label=label):
            found = source.mention(start, end, label=label, rule="recognised")
            if found is not None and (not found.is_name or _is_written(source, found)):
                yield found


def _is_written(source: Source, found: Mention) -> bool:
    """Whether a name is written in letters of the article's language."""
    if source.doc.lang_ in _CASED:
        return found.text.lower() != found.text.upper()
    return any(map(str.isalpha, found.text))
