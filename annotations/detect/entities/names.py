"""Canonical names: which name all the mentions of one person or body are listed under.

Free of spaCy: names are compared as strings.
"""

import re
from collections.abc import Iterable, Iterator

from annotations.detect import lexicon

_POSSESSIVE = re.compile(r"['’‘](?:[sS])?$")
_BLANKS = re.compile(r"\s+")
_LIKE_INITIALS = frozenset({"MS", "MR", "DR"})
"""Courtesy titles that in capitals are somebody's initials: "MS Dhoni"."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Generation marks after a surname."""


def bare(mention: str) -> str:
    """A mention on one line, without leading article and possessive ending."""
    name = _BLANKS.sub(" ", _POSSESSIVE.sub("", mention)).strip()
    return name[4:] if name[:4].lower() == "the " and len(name) > 4 else name


def without_titles(name: str) -> str:
    """A person's name without the titles before it; the name itself if nothing would be left."""
    words = name.split(" ")
    skipped = 0
    while skipped < len(words) - 1 and (length := title_length(words[skipped:])):
        skipped += length
    return " ".join(words[min(skipped, len(words) - 1) :])


def title_length(words: list[str]) -> int:
    """How many of the first words are one title; titles have two words at the most."""
    titles = lexicon.words("titles")
    if words[0] in _LIKE_INITIALS and not words[-1].isupper():
        return 0
    for length in (2, 1):
        if " ".join(words[:length]).replace(".", "").lower() in titles:
            return length
    return 0


def surname(name: str) -> str:
    """The last word of a name that is no generation mark, in lower case."""
    words = [word.strip(".,").lower() for word in name.split(" ")]
    return next((word for word in reversed(words) if word not in _SUFFIXES), words[-1])


class People:
    """The people whom an article names in full, for looking up who a short name means."""

    def __init__(self, mentions: Iterable[str]) -> None:
        """Args:
        mentions: Every mention of a person in the article, titles and all.
        """
        self._by_surname: dict[str, dict[str, str]] = {}
        self._by_first_name: dict[str, set[str]] = {}
        for name in _full_names(mentions):
            self._by_first_name.setdefault(name.partition(" ")[0].lower(), set()).add(name)
            same_surname = self._by_surname.setdefault(surname(name), {})
            same_surname.setdefault(name.lower(), name)

    def canonical(self, mention: str) -> str:
        """The full name a mention stands for, or the mention itself without its titles.

        A surname alone means the one person of that surname; where the article names several,
        it means none of them. A first name alone, which is no surname, is understood likewise.
        """
        name = without_titles(bare(mention))
        if " " in name:
            return name
        namesakes = set(self._by_surname.get(surname(name), {}).values())
        namesakes = namesakes or self._by_first_name.get(name.lower(), set())
        return next(iter(namesakes)) if len(namesakes) == 1 else name


def _full_names(mentions: Iterable[str]) -> Iterator[str]:
    for mention in mentions:
        name = without_titles(bare(mention))
        if " " in name:
            yield name
