"""Names that the lexicon knows with their labels: nations and their people, bodies, regions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from annotations.detect import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_IN_CAPITALS = 4
"""Letters of a name that is known in capitals too: "IRAQ", but not "LAO"."""


@cache
def known_names() -> Mapping[str, str]:
    """The label of each known name, as it is written; plurals of peoples and capitals included."""
    known: dict[str, str] = {}
    for label, names in lexicon.table("known_names").items():
        for name in names:
            known[name] = label
            if label == "NORP":
                known.setdefault(f"{name}s", label)
    for nation in lexicon.sections("nations").values():
        known |= dict.fromkeys(nation["names"], "GPE")
        for people in nation["people"]:
            known |= {people: "NORP", f"{people}s": "NORP"}
    capitals = {
        name.upper(): label for name, label in known.items() if len(name) >= _SHORTEST_IN_CAPITALS
    }
    return capitals | known


@cache
def _by_first_word() -> Mapping[str, list[str]]:
    """The known names by their first words, longer ones first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known_names(), key=len, reverse=True):
        match = _WORD.match(name)
        if match is not None:
            found[match[0]].append(name)
    return found


def find_known(text: str, first: int, after: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of the known names in `[first, after)`, none inside another."""
    names, reached = _by_first_word(), 0
    for word in _WORD.finditer(text, first, after):
        if word.start() < reached or word[0] not in names:
            continue
        for name in names[word[0]]:
            end = word.start() + len(name)
            if end <= after and text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield word.start(), end, known_names()[name]
                reached = end
                break
