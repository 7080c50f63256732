"""Which full name a mention of a person stands for, among those that an article names in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from annotations.detect import lexicon
from annotations.detect.entities.names import (
    bare,
    family_key,
    generation,
    surname,
    without_titles,
)
from annotations.detect.entities.same_person import fullest_forms

_MOST_WORDS = 8
"""In a person's name; longer ones are noise."""


class People:
    """The people whom an article names in full, for looking up who a short name means."""

    def __init__(
        self, mentions: Iterable[str], nicknames: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Args:
        mentions: Every mention of a person in the article, titles and all.
        nicknames: Full names by the nicknames that the article gives with them.
        """
        self._nicknames = nicknames
        names = dict.fromkeys(_full_names(mentions))
        self._by_surnames = _by_surnames(names)
        full = [name for name in names if name.casefold() not in self._by_surnames]
        self._fullest = fullest_forms(full)
        self._by_surname: dict[str, list[str]] = defaultdict(list)
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(self._fullest.values()):
            self._by_surname[family_key(surname(name))].append(name)
            for part in dict.fromkeys(map(family_key, name.split(" ")[:-1])):
                self._by_part[part].append(name)

    def canonical(self, mention: str, *, pronoun: str | None = None) -> str:
        """The full name a mention stands for, or the mention itself without its titles.

        A surname alone means the one person of that surname; where the article names several,
        it means none of them, unless only one fits the pronoun. Any other part of a name alone is
        understood likewise. The fullest form stands for all that differ by a middle name,
        initials, or spelling.

        Args:
            mention: A mention, titles and all.
            pronoun: "he" or "she", if a title before the mention tells: "Mrs Lind".
        """
        name = without_titles(bare(mention))
        name = self._nicknames.get(name, name)
        if " " in name:
            written = name.title() if name.isupper() else name
            return self._fullest.get(written) or self._of_surnames(name, pronoun)
        key = family_key(name)
        for namesakes in (self._by_surname.get(key), self._by_part.get(key)):
            if namesakes:
                return _one_of(namesakes, pronoun) or name
        return name

    def _of_surnames(self, name: str, pronoun: str | None) -> str:
        """The person of surnames of several words: "Bin Salman", "López Obrador"."""
        bearers = self._by_surnames.get(name.casefold(), ())
        full = dict.fromkeys(self._fullest.get(each, each) for each in bearers)
        return _one_of(list(full), pronoun) or name


def _one_of(namesakes: Sequence[str], pronoun: str | None) -> str | None:
    """The one person whom a name that several may bear means; null if it may mean two."""
    fitting = [each for each in namesakes if _fits(each, pronoun)]
    unmarked = [each for each in fitting if not generation(each)]
    fitting = unmarked if len(unmarked) == 1 else fitting
    return fitting[0] if len(fitting) == 1 else None


def _full_names(mentions: Iterable[str]) -> Iterator[str]:
    for mention in mentions:
        name = without_titles(bare(mention))
        if 0 < name.count(" ") < _MOST_WORDS:
            yield name.title() if name.isupper() else name


def _by_surnames(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Full names by their surnames of two words or more, in lower case.

    Surnames begin with a particle, or a word that is no first name: "Paul Lind" is not whom "John
    Paul Lind" is called by.
    """
    particles, first_names = lexicon.words("name_particles"), lexicon.inverted("first_names")
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.casefold().split(" ")
        for first in range(1, len(words) - 1):
            is_particle = words[first] in particles
            if is_particle or (words[first] not in first_names and len(words[first]) > 2):
                found[" ".join(words[first:])].append(name)
    return found


def _fits(name: str, pronoun: str | None) -> bool:
    """Whether a first name agrees with a pronoun, as far as both are known."""
    known = lexicon.inverted("first_names").get(name.partition(" ")[0].lower())
    return pronoun is None or known in (None, pronoun)
