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
        known |= dict.fromkeys((*nation["names"], *nation.get("parts", ())), "GPE")
        for people in nation["people"]:
            known |= {people: "NORP", f"{people}s": "NORP"}
    capitals = {
        name.upper(): label for name, label in known.items() if len(name) >= _SHORTEST_IN_CAPITALS
    }
    return capitals | known


class Lookup:
    """Finds names in texts, wherever no letter goes on with them."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Args:
        labels: The label of each name.
        """
        self._labels = labels
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for name in sorted(labels, key=len, reverse=True):
            match = _WORD.search(name)
            if match is not None and match.start() == 0:
                self._by_first_word[match[0]].append(name)

    def find(self, text: str, first: int, after: int) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and label of the names in `[first, after)`, none inside another."""
        reached = first
        for word in _WORD.finditer(text, first, after):
            if word.start() < reached:
                continue
            for name in self._by_first_word.get(word[0], ()):
                end = word.start() + len(name)
                if end <= after and text.startswith(name, word.start()) and _ends(text, end):
                    yield word.start(), end, self._labels[name]
                    reached = end
                    break


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum()


@cache
def known() -> Lookup:
    """Finds the names that the lexicon knows."""
    return Lookup(known_names())
