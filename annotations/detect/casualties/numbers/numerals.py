"""Numbers in digits: "1,300", "2,50,000", "1 300", "2.5". Free of spaCy."""

import re
from fractions import Fraction
from typing import NamedTuple

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.words import Words

_GROUPED = re.compile(
    r"[1-9]\d{0,2}(?P<mark>[,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}])\d{3}"
    r"(?:(?P=mark)\d{3}){0,3}"
    r"|[1-9]\d?(?:,\d\d){1,4},\d{3}"  # as India does
)
_PLAIN = re.compile(r"0|[1-9]\d{0,12}")
_DECIMAL = re.compile(r"(0|[1-9]\d{0,5})\.(\d{1,9})")
_NOT_DIGITS = re.compile(r"\D")
_OPENING_GROUP = re.compile(r"[1-9]\d{0,2}")
_MOST_GROUPS = 3


class Numeral(NamedTuple):
    """A number in digits."""

    value: int | Fraction
    end: int
    """Index of the first word after it."""
    is_decimal: bool = False


def is_numeral(word: str) -> bool:
    """Whether a word is written in digits."""
    return word[:1].isdecimal()


def read_numeral(words: Words, index: int) -> Numeral | None:
    """Read the number in digits at a word; null if the digits are no number of anything."""
    numeral = words.at(index)
    if _PLAIN.fullmatch(numeral):
        groups = _groups_after(words, index)
        return Numeral(int("".join(words.lower[index : index + 1 + groups])), index + 1 + groups)
    if _GROUPED.fullmatch(numeral):
        return Numeral(int(_NOT_DIGITS.sub("", numeral)), index + 1)
    if decimal := _DECIMAL.fullmatch(numeral):
        whole, part = decimal.groups()
        return Numeral(Fraction(int(whole + part), 10 ** len(part)), index + 1, is_decimal=True)
    return None


def _groups_after(words: Words, index: int) -> int:
    """How many groups of three digits belong to a numeral although blanks part them: "1 300"."""
    if not _OPENING_GROUP.fullmatch(words.at(index)):
        return 0
    count = 0
    while count <= _MOST_GROUPS and _is_group(words, index + 1 + count):
        count += 1
    if not count or is_numeral(words.at(index - 1)) or is_numeral(words.at(index + count + 1)):
        return 0  # a row of a table
    is_sure = count > 1 or words.at(index + 1) == "000" or _reads_as_one(words, index)
    return count if is_sure else 0


def _is_group(words: Words, index: int) -> bool:
    group = words.at(index)
    return len(group) == 3 and group.isdecimal() and words.is_after_blank(index)


def _reads_as_one(words: Words, index: int) -> bool:
    """Whether "1 300" stands in running text and not after a name, an hour or "flight"."""
    before = words.at(index - 1)
    if not before.isalpha():
        return words.is_small(index + 2)
    apart = lexicon.table("number_contexts")["apart"]
    is_named = before in apart or before in lexicon.words("numbered_nouns")
    return words.is_small(index - 1) and not is_named
