"""The words of a text, and the stretches of words by which texts are compared. Pure."""

import re
from itertools import pairwise

LEAST_WORDS = 25
"""Words that a text has at least if it is to be told from another by them."""
STRETCH = 4
"""Words of a stretch: fewer are common property, more are broken by every small edit."""
_STRETCH_OF_SIGNS = 8
"""Signs of a stretch in scripts that set no blanks between words."""
_SIGN = (
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese and Chinese
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"  # Thai, Lao, Burmese, Khmer
)
_SINGLE = re.compile(_SIGN)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_WORD_OR_SIGN = re.compile(rf"{_SIGN}|\d+(?:[.,]\d+)*|(?:(?!{_SIGN})\w)+")
"""Three times as slow as the other."""
_MOSTLY = 0.5


def words(text: str) -> list[str]:
    """The words of a text, in small letters; numbers whole; signs one by one where no blanks are.

    >>> words("“At least 1,200,” he said.")
    ['at', 'least', '1,200', 'he', 'said']
    """
    pattern = _WORD if text.isascii() or not _SINGLE.search(text) else _WORD_OR_SIGN
    return pattern.findall(text.casefold())


def stretches(found: list[str]) -> list[str]:
    """The overlapping stretches of some words, in order; none of a text that is too short."""
    if len(found) < LEAST_WORDS:
        return []
    length = _STRETCH_OF_SIGNS if _is_of_signs(found) else STRETCH
    return list(map(" ".join, zip(*(found[at:] for at in range(length)), strict=False)))


def _is_of_signs(found: list[str]) -> bool:
    sample = found[:100]
    if "".join(sample).isascii():
        return False
    return sum(_SINGLE.match(each) is not None for each in sample) > _MOSTLY * len(sample)


_NUMBER_WORDS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
        *("nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    )
)


def numbers(found: list[str]) -> frozenset[str]:
    """The numbers among some words, without what groups their digits."""
    return frozenset(
        each.replace(",", "").replace(".", "")
        for each in found
        if each[0].isdigit() or each in _NUMBER_WORDS
    )


_CASED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.!?:“”\"»«\n]")


def names(text: str) -> frozenset[str]:
    """The words that begin with a capital inside a sentence, in small letters.

    That is rough: it finds all nouns of a German text, and nothing in scripts without capitals.
    """
    found = _CASED.findall(text)
    return frozenset(
        after.casefold()
        for before, after in pairwise(found)
        if before[-1].isalpha() and after[0].isupper()
    )
