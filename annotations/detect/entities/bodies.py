"""Which full name a mention of a body, place or people stands for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from annotations.detect import lexicon
from annotations.detect.entities.names import bare, initials, plural_of

_SMALL = frozenset(("of", "for", "the", "and", "on", "in", "de", "&"))
_STATE = re.compile(
    r"^(?:(?:federal|islamic|people's|democratic) )?(?:republic|kingdom) of (?:the )?"
)
_SHORTEST_ACRONYM = 2


class Bodies:
    """The bodies that an article names, for looking up what a short name means."""

    def __init__(self, mentions: Iterable[str], explained: Mapping[str, str]) -> None:
        """Args:
        mentions: Every mention of a body in the article.
        explained: The full names of the acronyms that the article explains.
        """
        names = dict.fromkeys(map(bare, mentions))
        self._explained = {short: bare(full) for short, full in explained.items()}
        self._by_words: dict[frozenset[str], str] = {}
        self._by_initials: dict[str, set[str]] = defaultdict(set)
        self._by_short: dict[str, set[str]] = defaultdict(set)
        for name in sorted((*names, *self._explained.values()), key=len, reverse=True):
            self._by_words.setdefault(_words(name), name)
            whole = self._by_words[_words(name)]
            self._by_initials[initials(name)].add(whole)
            for short in _without_kind(name):
                self._by_short[short.casefold()].add(whole)

    def canonical(self, mention: str) -> str:
        """The full name that a mention stands for, or the mention itself.

        An acronym stands for the name that explains it, else for the one name with its initials;
        "Health Ministry" and "Ministry of Health" are one; a firm goes by its name without "Ltd".
        What the world's news knows by several names goes by the usual one, "ISIL" by "Islamic
        State".
        """
        name = self._in_article(bare(mention))
        return lexicon.inverted("body_names").get(name, name)

    def _in_article(self, name: str) -> str:
        """The fullest form that the article itself has for a name."""
        if name in self._explained:
            return self._explained[name]
        plain = name.replace(".", "")
        if plain.isupper() and len(plain) >= _SHORTEST_ACRONYM:
            return _only(self._by_initials.get(plain)) or name
        return _only(self._by_short.get(name.casefold())) or self._by_words.get(_words(name), name)


def place_name(mention: str) -> str:
    """The name of a place: of a country the usual one, "Britain" is "United Kingdom"."""
    name = bare(mention)
    if name.isupper() and len(name) > 4:
        name = name.title()
    folded = name.casefold()
    usual = _nations().get(folded) or _nations().get(_STATE.sub("", folded))
    return usual or name


def people_name(mention: str) -> str:
    """The name of a people in the singular: "Iraqis" are "Iraqi", "Frenchmen" a "Frenchman"."""
    name = bare(mention)
    return _singulars().get(name, name)


def _only(names: set[str] | None) -> str | None:
    return next(iter(names)) if names and len(names) == 1 else None


def _words(name: str) -> frozenset[str]:
    """The words of a name that tell, in any order and in British spelling."""
    british = lexicon.inverted("american_spellings")
    words = name.casefold().replace("-", " ").split()
    return frozenset(british.get(word, word) for word in words if word not in _SMALL)


def _without_kind(name: str) -> Iterator[str]:
    """Yield a firm's name without the words for what it is, one after another.

    "Halvorsen Shipping Ltd" is "Halvorsen Shipping", and "Halvorsen".
    """
    words = name.split()
    kept = len(words)
    while kept > 1 and words[kept - 1].strip(".,").casefold() in lexicon.words("firm_words"):
        kept -= 1
        yield " ".join(words[:kept]).rstrip(",")


@cache
def _nations() -> Mapping[str, str]:
    """The usual name of each country by its other names."""
    return {
        name.casefold(): nation["names"][0]
        for nation in lexicon.sections("nations").values()
        for name in nation["names"]
    }


@cache
def _singulars() -> Mapping[str, str]:
    """The word for one of each people by their plural."""
    nations = lexicon.sections("nations").values()
    named = (people for nation in nations for people in nation["people"])
    listed = (lexicon.table(name)["NORP"] for name in ("known_names", "doubtful_names"))
    return {plural_of(people): people for people in (*named, *chain.from_iterable(listed))}
