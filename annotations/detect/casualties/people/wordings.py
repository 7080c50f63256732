"""What kind of people the words of a figure name, without a parse. Free of spaCy, for the reader.

`nouns` and `phrases` tell the same from the tree of a sentence.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from annotations.detect import lexicon

_WORD = re.compile(r"\w+(?:['’\-]\w+)*|[,;:()]")
_ENDINGS = (("ies", "y"), ("men", "man"), ("ves", "fe"), ("ves", "f"), ("es", ""), ("s", ""))
"""Endings of plurals, with that of the singular."""
_CHILDREN = "children"
_UNSPECIFIC = "person"


def victim_type_of(words: str) -> str | None:
    """The type of people that a noun phrase names; null if it names none of a known type.

    What its head says comes before what its other words do: "12 police cadets" are soldiers,
    "50 civilian deaths" civilians. All else comes before "person".

    Args:
        words: What stands behind the number, or all of a figure without one.
    """
    phrase = [*takewhile(lambda word: word.lower() not in _ends(), _WORD.findall(words))]
    before_of = [*takewhile(lambda word: word.lower() != "of", phrase)]
    in_order = [*before_of[-1:], *phrase[-1:], *phrase]
    types = [found for word in in_order if (found := _type_of(word))]
    specific = (each for each in types if each != _UNSPECIFIC)
    return next(specific, types[0] if types else None)


@cache
def _ends() -> frozenset[str]:
    prepositions = lexicon.inverted("place_prepositions")
    return lexicon.words("after_people") | prepositions.keys() | {*",;:()"}


def _type_of(word: str) -> str | None:
    known, lower = lexicon.inverted("victims"), word.lower()
    found = next((known[each] for each in _singulars(lower) if each in known), None)
    is_people = lower in lexicon.words("demonyms")
    is_of_a_place = word[0].isupper() and lower.endswith(("ians", "ese"))
    return found or (_UNSPECIFIC if is_people or is_of_a_place else None)


def _singulars(word: str) -> Iterator[str]:
    """A word as it is, and what it may be the plural of."""
    yield word
    if word.endswith(_CHILDREN):
        yield word.removesuffix("ren")
    for plural, ending in _ENDINGS:
        if word.endswith(plural):
            yield word.removesuffix(plural) + ending
