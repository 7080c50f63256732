"""Which full name a mention of a person stands for, among those that an article names in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.names import (
    bare,
    family_key,
    generation,
    surname,
    without_titles,
)

_MOST_WORDS = 8
"""In a person's name; longer ones are noise."""


class People:
    """The people whom an article names in full, for looking up who a short name means."""

    def __init__(self, mentions: Iterable[str]) -> None:
        """Args:
        mentions: Every mention of a person in the article, titles and all.
        """
        self._fullest = _fullest(_full_names(mentions))
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._by_part: dict[str, set[str]] = defaultdict(set)
        for name in dict.fromkeys(self._fullest.values()):
            words = name.split(" ")
            self._by_surname[family_key(surname(name))].add(name)
            for word in words[:-1]:
                self._by_part[family_key(word)].add(name)

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
        if " " in name:
            return self._fullest.get(name, name)
        key = family_key(name)
        for namesakes in (self._by_surname.get(key), self._by_part.get(key)):
            if namesakes:
                fitting = [each for each in namesakes if _fits(each, pronoun)]
                unmarked = [each for each in fitting if not generation(each)]
                fitting = unmarked if len(unmarked) == 1 else fitting
                return fitting[0] if len(fitting) == 1 else name
        return name


def _full_names(mentions: Iterable[str]) -> Iterator[str]:
    for mention in mentions:
        name = without_titles(bare(mention))
        if 0 < name.count(" ") < _MOST_WORDS:
            yield name.title() if name.isupper() else name


def _fits(name: str, pronoun: str | None) -> bool:
    """Whether a first name agrees with a pronoun, as far as both are known."""
    known = lexicon.inverted("first_names").get(name.partition(" ")[0].lower())
    return pronoun is None or known in (None, pronoun)


def _fullest(names: Iterable[str]) -> Mapping[str, str]:
    """For each full name the longest one that names the same person."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        by_surname[family_key(surname(name))].append(name)
    longest = {
        name: _longest(name, namesakes) for namesakes in by_surname.values() for name in namesakes
    }
    return {name: _with_more_surnames(fullest, longest) for name, fullest in longest.items()}


def _with_more_surnames(name: str, known: Iterable[str]) -> str:
    """The one name that goes on where another ends: "Ana Ibarra" is "Ana Ibarra Mendoza"."""
    longer = [each for each in known if each.startswith(f"{name} ") and not generation(each)]
    return longer[0] if len(longer) == 1 else name


def _longest(name: str, namesakes: Sequence[str]) -> str:
    """The longest of some namesakes that can be the same person; itself if two of them differ."""
    same = [each for each in namesakes if _is_same(each, name)]
    longest = max(same, key=lambda each: (len(each), each))
    return longest if all(_is_same(each, longest) for each in same) else name


def _is_same(one: str, other: str) -> bool:
    """Whether two full names with one surname can be one person's.

    Their first names are equal, spellings or short forms of one, or one is the other's initial.
    """
    if generation(one) != generation(other):
        return False
    first, second = (_given(each) for each in (one, other))
    short, long = sorted((first, second), key=len)
    return _is_form_of(short[0], long[0]) and all(
        any(_is_form_of(word, other_word) for other_word in long[1:]) for word in short[1:]
    )


def _given(name: str) -> list[str]:
    """The words of a full name before its surname."""
    words = name.replace("-", " ").split(" ")
    words = words[:-1] if generation(name) else words
    return [family_key(word.strip(".")) for word in words[:-1]] or [""]


def _is_form_of(word: str, other: str) -> bool:
    if word == other or _root(word) == _root(other):
        return True
    return min(len(word), len(other)) == 1 and word[:1] == other[:1]


def _root(given: str) -> str:
    """The first name that a short form or spelling belongs to: "bill" is "william"."""
    return _roots().get(given, given)


@cache
def _roots() -> Mapping[str, str]:
    forms = lexicon.table("first_name_forms")
    return {family_key(form): name for name, known in forms.items() for form in (name, *known)}
