"""What the recogniser of the pipeline found, without what cannot be an entity."""

import re
from collections.abc import Iterator

from annotations.detect.entities.boundaries import trimmed
from annotations.detect.entities.mentions import NUMBERS, Mention, Source

_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S+\.\w+|\S+\.(?:com|org|net|html?|php)\b\S*|[#@]\w+")


def recognised(source: Source) -> Iterator[Mention]:
    """Yield the recogniser's entities with mended borders, in the order of the text.

    Names that are web addresses or hold no letter are left out.
    """
    for ent in source.doc.ents:
        for start, end in trimmed(source.text, ent.start_char, ent.end_char, label=ent.label_):
            found = source.mention(start, end, label=ent.label_, rule="model")
            if found is not None and not _is_no_name(found):
                yield found


def _is_no_name(found: Mention) -> bool:
    if found.label in NUMBERS:
        return False
    has_letter = any(character.isalpha() for character in found.text)
    return not has_letter or _ADDRESS.search(found.text) is not None
