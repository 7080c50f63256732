"""Which full names of an article are one person's: by initials, short forms, spellings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from annotations.detect import lexicon
from annotations.detect.entities.names import family_key, generation, surname

_MOST_NAMESAKES = 50
"""With one surname and first name in an article; of more nobody can tell who is who."""
_MOST_INITIALS = 3
"""Letters in capitals that stand for as many first names: "KB Lind"."""
_OFTEN_LEFT_OUT = "muhammad"
"""The root of a first name that people who have another are called without."""


def fullest_forms(names: Iterable[str]) -> Mapping[str, str]:
    """For each full name the longest one that names the same person."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        by_surname[family_key(surname(name))].append(name)
    longest = {
        name: form for namesakes in by_surname.values() for name, form in _longest(namesakes)
    }
    longer = _by_beginning(longest)
    return {name: _with_more_surnames(form, longer) for name, form in longest.items()}


def _by_beginning(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Names of at least three words by what they begin with."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.split(" ")
        if not generation(name):
            for count in range(2, len(words)):
                found[" ".join(words[:count])].append(name)
    return found


def _with_more_surnames(name: str, longer: Mapping[str, list[str]]) -> str:
    """The one name that goes on where another ends: "Ana Ibarra" is "Ana Ibarra Mendoza"."""
    found = longer.get(name, [])
    return found[0] if len(found) == 1 else name


def _longest(namesakes: list[str]) -> Iterable[tuple[str, str]]:
    """Each of some names of one surname with the longest that can be the same person's.

    It is the name itself if two that fit it differ.
    """
    by_given = _by_given(namesakes)
    for name in namesakes:
        fitting = _fitting(name, by_given)
        if len(fitting) > _MOST_NAMESAKES:
            yield name, name
            continue
        same = [each for each in fitting if _is_same(each, name)]
        longest = max(same, key=lambda each: (len(each), each))
        yield name, longest if all(_is_same(each, longest) for each in same) else name


def _by_given(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Names by the root of the first name, and by its first letter with a full stop."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for first in _first_names(name):
            found[f"{first[:1]}."].append(name)
            found[_root(first)].append(name)
    return found


def _fitting(name: str, by_given: Mapping[str, list[str]]) -> Collection[str]:
    """The names whose first name may be the same, itself among them."""
    fitting: dict[str, None] = {}
    for first in _first_names(name):
        if len(first) <= 1:
            fitting |= dict.fromkeys(by_given[f"{first}."])
        else:
            fitting |= dict.fromkeys((*by_given[_root(first)], *by_given.get(first[:1], ())))
    return fitting


def _first_names(name: str) -> list[str]:
    return [each[0] for each in _ways(name)]


def _ways(name: str) -> list[list[str]]:
    """The given names of a person, and those without a Muhammad before them if there are more."""
    found = given(name)
    has_more = len(found) > 1 and _root(found[0]) == _OFTEN_LEFT_OUT
    return [found, found[1:]] if has_more else [found]


def _is_same(one: str, other: str) -> bool:
    """Whether two full names with one surname can be one person's.

    Their first names are equal, spellings or short forms of one, or one is the other's initial.
    """
    if generation(one) != generation(other):
        return False
    return any(_fit(first, second) for first in _ways(one) for second in _ways(other))


def _fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of given names can be one person's, some of them left out behind."""
    short, long = sorted((one, other), key=len)
    return _is_form_of(short[0], long[0]) and all(
        any(_is_form_of(word, other_word) for other_word in long[1:]) for word in short[1:]
    )


def given(name: str) -> list[str]:
    """The words of a full name before its last one, as they are compared; initials each apart."""
    words = name.replace("-", " ").split(" ")
    words = words[:-1] if generation(name) else words
    parts = chain.from_iterable(word if _are_initials(word) else (word,) for word in words[:-1])
    return [family_key(part.strip(".")) for part in parts] or [""]


def _are_initials(word: str) -> bool:
    return word.isupper() and word.isalpha() and 1 < len(word) <= _MOST_INITIALS


def _is_form_of(word: str, other: str) -> bool:
    if word == other or _root(word) == _root(other):
        return True
    return min(len(word), len(other)) == 1 and word[:1] == other[:1]


def _root(first_name: str) -> str:
    """The first name that a short form or spelling belongs to: "bill" is "william"."""
    return _roots().get(first_name, first_name)


@cache
def _roots() -> Mapping[str, str]:
    forms = lexicon.table("first_name_forms")
    return {family_key(form): name for name, known in forms.items() for form in (name, *known)}
