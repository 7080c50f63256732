"""Names as letters: which two may be one name, spelled in two ways. Pure.

Nothing here says that two names are the same. "Clinton" is not like "Bill Clinton", nor is "Hillary
Clinton": a surname alone never makes two names alike.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from annotations.store.names.values import Likeness, NameGroup
from annotations.text import without_accents

_UNMARKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("'’‘ʻʼʿʾ`´")
)
"""Letters that Unicode does not take apart, and apostrophes, which go."""
_ARTICLE = re.compile(r"\b(?:al|el|ul|ar|as|ash|an|ad|at|az)-(?=\w)|^the (?=\w)|(?<=\w) al (?=\w)")
_FIRST_ARTICLE = re.compile(r"^al (?=\w)")
_SERVANT = re.compile(r"\babd(?:[aeu]l|[- ][ae]l)[- ]?(?=\w)")
""""Abdul Rahman", "Abd-al-Rahman" and "Abdelrahman"."""
_WORD = re.compile(r"[^\W_]+")

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        *((r"sch", "sh"), (r"tch|(?<=i)c$", "ch"), (r"dzh|dj|zh", "j"), (r"^y(?=[aeou])", "j")),
        *((r"ph", "f"), (r"gh", "g"), (r"dh", "d"), (r"th", "t"), (r"kh|ck|q|c(?!h)", "k")),
        *((r"x", "ks"), (r"w", "v"), (r"off$", "ov"), (r"eff$", "ev"), (r"(?<=\w)er$", "r")),
        (r"^g(?=\w{4})", "k"),  # "Gaddafi", "Qaddafi"
        (r"(?:iy|yy|ij|ii|ey|ei|ie|y)$", "i"),
        *(
            (r"ou|oo", "u"),
            (r"ee", "i"),
            (r"a[iye]|e[iy]", "e"),
            (r"y", "i"),
            (r"([a-z])\1+", r"\1"),
        ),
    )
)
"""What is written in several ways when Arabic, Persian and Cyrillic names are put in Latin letters,
in the order in which it is made the same."""
_INITIALS = str.maketrans("eiouyjcgqxpzw", "aaaaaakkkkfsv")
"""First letters that one name may begin with in several spellings."""
_VOWELS = re.compile(r"[aeiou]+")
_LEEWAY = 5
"""Letters from which on a word may differ in a vowel: "Ahmad" and "Ahmed", but not Tim and Tom."""
_NEAR = frozenset(map(frozenset, ("ae", "ei", "ou")))
"""Vowels that stand for one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name taken apart for comparing."""

    words: tuple[str, ...]
    """Without case, accents, marks and articles."""
    is_person: bool

    @property
    def letters(self) -> str:
        """The words without gaps: the same however a name is hyphenated."""
        return "".join(self.words)

    @property
    def outline(self) -> tuple[str, ...]:
        """The same for all ways to write a name in Latin letters, and for some others."""
        return tuple(map(_outline, self.words))

    @property
    def family(self) -> tuple[str, str]:
        """The same for all that can be a person of this name with other given names."""
        return _outline(self.words[-1]), self.words[0][0].translate(_INITIALS)


def spelling(name: str, group: NameGroup) -> Spelling:
    """Take a name apart.

    >>> spelling("Bashar al-Assad", NameGroup.PERSON).words
    ('bashar', 'assad')
    >>> spelling("J. O’Neill", NameGroup.PERSON).words
    ('j', 'oneill')
    """
    is_person = group is NameGroup.PERSON
    text = _SERVANT.sub("abdul", plain(name))
    if not is_person:  # "Al Gore"
        text = _FIRST_ARTICLE.sub("", text)
    words = _WORD.findall(_ARTICLE.sub(" ", text).replace("-", " "))
    return Spelling(words=tuple(words), is_person=is_person)


def plain(name: str) -> str:
    """A text without case, accents and apostrophes."""
    return without_accents(name.casefold()).translate(_UNMARKED)


def likeness(one: Spelling, other: Spelling) -> Likeness | None:
    """Why two different names of one group may be the same; null if nothing says so."""
    if not (one.words and other.words):
        return None
    if one.letters == other.letters:
        return Likeness.SPELLING
    if len(one.words) == len(other.words) and all(map(_is_alike, one.words, other.words)):
        return Likeness.TRANSLITERATION
    if one.is_person and min(len(one.words), len(other.words)) > 1:
        return _likeness_of_people(one.words, other.words)
    return None


def _likeness_of_people(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Whether two full names differ only in initials and middle names."""
    (first, *middle, last), (first_other, *middle_other, last_other) = one, other
    if not (_is_alike(last, last_other) and _is_given(first, first_other)):
        return None
    if middle and middle_other:
        pairs = zip_longest(middle, middle_other, fillvalue="")
        return Likeness.INITIALS if all(_is_given(*pair) for pair in pairs) else None
    if len(first) != 1 and len(first_other) != 1:
        return Likeness.MIDDLE_NAME
    return Likeness.INITIALS


def _is_given(one: str, other: str) -> bool:
    """Whether two given names are alike, or one is the other's initial."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return _is_alike(one, other)


def _is_alike(one: str, other: str) -> bool:
    """Whether two words may be one, in Latin letters in two ways."""
    if _sound(one) == _sound(other):
        return True
    if min(len(one), len(other)) < _LEEWAY or _outline(one) != _outline(other):
        return False
    return all(
        a == b or frozenset((a, b)) in _NEAR for a, b in zip_longest(_sound(one), _sound(other))
    )


@cache
def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@cache
def _outline(word: str) -> str:
    """Its consonants, and where there are vowels between them."""
    return _VOWELS.sub("-", _sound(word))
