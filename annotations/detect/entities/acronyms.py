"""Acronyms that an article explains: "World Kelp Council (WKC)". Free of spaCy."""

import re

_BEFORE = re.compile(r"\(([A-Z]{2,8})\)")
_LONGEST = 120
"""Characters of a name."""


def acronyms(text: str) -> dict[str, str]:
    """The full name of each acronym that stands in brackets behind it.

    Only where the initials of the capitalised words before the brackets spell the acronym.
    """
    found: dict[str, str] = {}
    for match in _BEFORE.finditer(text):
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        name = _spelt(before.rpartition("\n")[2].split(), match[1])
        if name is not None:
            found.setdefault(match[1], name)
    return found


def _spelt(words: list[str], acronym: str) -> str | None:
    """The last of the words whose capitals spell an acronym; null if none do."""
    for first in range(len(words) - 1, -1, -1):
        initials = "".join(word[0] for word in words[first:] if word[0].isupper())
        if initials == acronym and words[first][0].isupper():
            return " ".join(words[first:])
        if len(initials) > len(acronym):
            return None
    return None
