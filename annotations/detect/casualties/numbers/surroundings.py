"""What touches or stands beside a number and makes it something else: "$5", "F-16", "40%", "7:40".

Free of spaCy.
"""

from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.cardinals import scale_of, units
from annotations.detect.casualties.numbers.numerals import is_numeral
from annotations.detect.casualties.numbers.wordings import Wordings
from annotations.detect.casualties.numbers.words import APOSTROPHE, DASH, HYPHEN, Words

_FASTENERS = frozenset("@=_\\")
"""Marks that make one thing of the words they touch, which is no number."""
_LINKS = frozenset({HYPHEN, DASH, "/", APOSTROPHE, "+"})
"""Marks that do so with a word on their other side."""


@cache
def _contexts(name: str) -> Wordings:
    return Wordings({name: lexicon.table("number_contexts")[name]})


def idioms() -> Wordings:
    """Sayings that begin like a number and count nothing: "no longer", "one another"."""
    return _contexts("idioms")


def stands_alone(words: Words, start: int, end: int) -> bool:
    """Whether nothing beside a number makes it something else.

    Args:
        words: The text.
        start: Index of its first word.
        end: Index of the first word after it.
    """
    if _contexts("before").before(words, start) or is_measured(words, end):
        return False
    if scale_of(words.at(end)) or _continues(words, start):
        return False
    return not (_is_bound_left(words, start) or _is_bound_right(words, end))


def is_measured(words: Words, end: int) -> bool:
    """Whether a number is followed by what makes it a share, a fraction or money: "40 per cent"."""
    return _contexts("after").at(words, end) is not None


def _continues(words: Words, start: int) -> bool:
    """Whether a scale is the rest of a number that could not be read: "1,2,3 million"."""
    before = words.at(start - 1)
    if not scale_of(words.at(start)) or before.endswith("s"):
        return False
    return is_numeral(before) or before in units() or scale_of(before) is not None


def _is_bound_left(words: Words, start: int) -> bool:
    before = words.at(start - 1)
    if not words.touches(start):
        return False
    if before in _LINKS:
        return words.touches(start - 1) and _is_word(words.at(start - 2))
    if before == ".":
        return is_numeral(words.at(start)) and _is_point(words, start - 1)
    return before.isalnum() or before in _FASTENERS or _is_between_numerals(words, start - 1)


def _is_bound_right(words: Words, end: int) -> bool:
    after = words.at(end)
    if not words.touches(end):
        return False
    if after in _LINKS:
        return words.touches(end + 1) and _is_word(words.at(end + 1))
    return after.isalnum() or after in _FASTENERS or _is_between_numerals(words, end)


def _is_point(words: Words, index: int) -> bool:
    """Whether a full stop before digits belongs to them: ".5", "p.12", but not "...12"."""
    return words.at(index - 1) != "." or not words.touches(index)


def _is_between_numerals(words: Words, index: int) -> bool:
    """Whether a word is the colon of "7:40"."""
    around = words.at(index - 1), words.at(index + 1)
    return words.at(index) == ":" and words.is_glued(index) and all(map(is_numeral, around))


def _is_word(word: str) -> bool:
    return word[:1].isalnum()
