"""Large cities, capitals and regions of the map that the recogniser passed over."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.known import known
from annotations.detect.entities.mentions import NAME_TAGS, Mention, Source
from annotations.detect.lookup import Lookup
from annotations.detect.places.gazetteer import large_places, places

_PARTICLES = "a|al|au|de|e|el|en|i|la|le|o|sur|ul"
_JOINED = re.compile(rf"(?<![\w-])[A-Z][a-z]+-(?:{_PARTICLES})-[A-Z][a-z]+(?!\w)")
_LARGE = 150_000
"""Inhabitants of a city that is looked for."""
_SHORTEST = 4
"""Letters of a name that is looked for."""


def mapped(source: Source) -> Iterator[Mention]:
    """Yield the names of large places that the tagger takes for names, none a known first name."""
    for start, end, _ in _names().find(source.text, 0, len(source.text)):
        found = source.mention(start, end, label="", rule="mapped")
        if found is not None and _is_tagged_as_name(source, found):
            yield found


def joined(source: Source) -> Iterator[Mention]:
    """Yield the places of the map with a particle between hyphens: "Mazar-i-Sharif"."""
    for match in _JOINED.finditer(source.text):
        if places(match[0]):
            found = source.mention(*match.span(), label="GPE", rule="mapped")
            if found is not None:
                yield found


def _is_tagged_as_name(source: Source, found: Mention) -> bool:
    tokens = source.doc[found.first : found.after]
    return all(token.tag_ in NAME_TAGS for token in tokens)


@cache
def _names() -> Lookup[str]:
    return Lookup(_wanted())


def _wanted() -> Mapping[str, str]:
    first_names, known_names = lexicon.inverted("first_names"), known()
    directions = lexicon.table("before_names")["direction-before"]
    return {
        name: ""
        for name in large_places(_LARGE)
        if len(name) >= _SHORTEST
        and name.lower() not in first_names
        and name.lower() not in directions
        and not any(known_names.find(name, 0, len(name)))
    }
