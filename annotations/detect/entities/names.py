"""Names as strings: without titles, possessive endings and articles, and as they are compared.

Free of spaCy.
"""

import re
from functools import lru_cache

from annotations.detect import lexicon
from annotations.text import without_accents

_POSSESSIVE = re.compile(r"['’‘](?:[sS])?$")
_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|an|ad|at|az)[- ](?=\w{3})")
_ENDING = re.compile(r"(?:iy|yy|ij|ii|y|ey)$")
_DOUBLED = re.compile(r"(\w)\1")
_REMEMBERED = 4096
"""Names that are kept in mind; the same ones come again and again."""
_BLANKS = re.compile(r"\s+")
_LIKE_INITIALS = frozenset({"MS", "MR", "DR"})
"""Courtesy titles that in capitals are somebody's initials: "MS Dhoni"."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Generation marks after a surname."""


@lru_cache(_REMEMBERED)
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


def initials(name: str) -> str:
    """The first letters of its words that have capitals: "World Kelp Council" is "WKC"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def plural_of(people: str) -> str:
    """The plural of a word for one of a people: "Iraqis", "Frenchmen", "Tories"."""
    if people.endswith("man") and not people.endswith(("German", "Roman", "Ottoman")):
        return f"{people[:-3]}men"
    return f"{people[:-1]}ies" if people.endswith("y") else f"{people}s"


def generation(name: str) -> str:
    """The mark that tells father from son: "jr", "sr", "ii"; empty if there is none."""
    last = name.rpartition(" ")[2].strip(".,").lower()
    return last if last in _SUFFIXES else ""


def surname(name: str) -> str:
    """The last word of a name that is no generation mark, in lower case."""
    words = [word.strip(".,").lower() for word in name.split(" ")]
    return next((word for word in reversed(words) if word not in _SUFFIXES), words[-1])


@lru_cache(_REMEMBERED)
def family_key(name: str) -> str:
    """A person's name for comparing: spellings of one name from another script have one key.

    "Zelensky", "Zelenskyy" and "Zelenskiy"; "Assad", "al-Asad"; accents and case do not count.
    """
    letters = without_accents(name.casefold())
    letters = _ARABIC_ARTICLE.sub("", letters.replace("’", "").replace("'", ""))
    return _DOUBLED.sub(r"\1", _ENDING.sub("i", letters))
