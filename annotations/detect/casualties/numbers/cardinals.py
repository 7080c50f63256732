"""Amounts in digits or words: "1,300", "2.5 million", "ninety-six", "half a dozen".

Free of spaCy. `read` reads one amount at a given word; what surrounds it is for others.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.expressions import MOST
from annotations.detect.casualties.numbers.numerals import is_numeral, read_numeral
from annotations.detect.casualties.numbers.wordings import Wordings
from annotations.detect.casualties.numbers.words import Words

_ARTICLES = frozenset({"a", "an"})
_UNSURE = "score"
"""A scale that does not count without a number: "the score"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from the words of a text."""

    value: int | Fraction
    end: int
    """Index of the first word after it."""
    scale: int = 1
    """The scale it ends in, which a range shares: "three to four hundred"."""
    is_partial: bool = False
    """Whether it counts nobody without a scale: "2.5"."""

    @property
    def whole(self) -> int | None:
        """The number of people; null if it cannot be one."""
        is_whole = self.value.denominator == 1 and not self.is_partial and self.value <= MOST
        return int(self.value) if is_whole else None


@cache
def first_words() -> frozenset[str]:
    """The words that an amount in words can begin with."""
    wordings = (_fractions().first_words, _named().first_words)
    return _ARTICLES.union(units(), _scales(), *wordings)


@cache
def units() -> dict[str, int]:
    """The words for numbers below a hundred."""
    return lexicon.sections("number_words")["units"]


@cache
def _scales() -> dict[str, int]:
    return lexicon.sections("number_words")["scales"]


def scale_of(word: str) -> int | None:
    """What a word such as "dozen", "million" or "lakhs" multiplies by."""
    return _scales().get(word) or _scales().get(word.removesuffix("s"))


def read(words: Words, index: int) -> Amount | None:
    """Read the longest amount that begins with the word at `index`, if it can count people."""
    amount = read_open(words, index)
    return amount if amount is not None and amount.whole is not None else None


def read_open(words: Words, index: int) -> Amount | None:
    """Read the longest amount at `index`, even one that lacks a scale: the "1.5" of "1.5-2m"."""
    first = words.at(index)
    if is_numeral(first):
        return _in_digits(words, index)
    if first not in first_words():
        return None
    return _named_amount(words, index) or _fraction(words, index) or _in_words(words, index)


def _named_amount(words: Words, index: int) -> Amount | None:
    """Read "a baker's dozen"."""
    match = _named().at(words, index)
    return Amount(int(match.name), match.end) if match else None


@cache
def _named() -> Wordings:
    named = lexicon.sections("number_words")["named"]
    return Wordings({str(value): [pattern] for pattern, value in named.items()})


def _fraction(words: Words, index: int) -> Amount | None:
    """Read "half a million", "half-a-dozen", "a quarter of a million"."""
    match = _fractions().at(words, index)
    if match is None:
        return None
    at = words.after_hyphen(match.end)
    scale = scale_of(words.at(at))
    return Amount(Fraction(match.name) * scale, at + 1, scale) if scale else None


@cache
def _fractions() -> Wordings:
    fractions = lexicon.sections("number_words")["fractions"]
    return Wordings({part: [f"a|one? {name} of? a|an?"] for part, name in fractions.items()})


@cache
def _added_fractions() -> Wordings:
    fractions = lexicon.sections("number_words")["fractions"]
    return Wordings({part: [f"and a|one? {name}"] for part, name in fractions.items()})


def _in_digits(words: Words, index: int) -> Amount | None:
    """Read "12", "1,300", "2.5 million", "1.4m", "2 lakh 50 thousand"."""
    numeral = read_numeral(words, index)
    if numeral is None:
        return None
    amount = Amount(numeral.value, numeral.end, is_partial=numeral.is_decimal)
    scale, end = _scale_after_digits(words, numeral.end)
    if scale > 1:
        amount = _with_rest(words, Amount(numeral.value * scale, end, scale))
    return _with_fraction(words, amount)


def _scale_after_digits(words: Words, index: int) -> tuple[int, int]:
    """The scale that follows digits, 1 if there is none, and the index after it."""
    tables = lexicon.sections("number_words")
    if words.touches(index) and (letter := tables["letters"].get(words.at(index))):
        return letter, index + 1
    at = words.after_hyphen(index)
    word = words.at(at)
    scale = scale_of(word) or tables["abbreviations"].get(word)
    return (scale, at + 1) if scale else (1, index)


def _with_rest(words: Words, amount: Amount) -> Amount:
    """Add the "50 thousand" of "2 lakh 50 thousand"."""
    rest = read_numeral(words, amount.end)
    if rest is None:
        return amount
    scale, end = _scale_after_digits(words, rest.end)
    if scale == 1 or rest.value * scale >= amount.scale:
        return amount
    return _with_rest(words, Amount(amount.value + rest.value * scale, end, scale))


def _in_words(words: Words, index: int) -> Amount | None:
    """Read "two hundred and five", "ninety-six", "a dozen", "one and a half million"."""
    is_indefinite = words.at(index) in _ARTICLES
    at = index + is_indefinite
    if words.at(at) == _UNSURE or (is_indefinite and words.at(at) not in _scales()):
        return None
    spelling, end = _Spelling(), at
    while spelling.take(words.at(at)):
        end = at + 1
        at = words.after_hyphen(end)
        if spelling.is_round and words.at(at) == "and":
            joined = words.after_hyphen(at + 1)
            at = joined if words.at(joined) in units() else end
    if spelling.value == 0:
        return None
    return _with_fraction(words, Amount(spelling.value, end, spelling.scale))


class _Spelling:
    """An amount in words, as far as it has been taken in."""

    def __init__(self) -> None:
        self._closed = 0
        """What ends in a magnitude: the "two thousand" of "two thousand and five"."""
        self._group = 0
        """What has come since."""
        self._room = 100
        """What comes next within the group has to be smaller."""
        self._ceiling = MOST
        """What the group comes to with its magnitude has to be smaller."""
        self.scale = 1
        """The scale taken last; 1 after any other word."""

    @property
    def value(self) -> int:
        """The amount so far."""
        return self._closed + self._group

    @property
    def is_round(self) -> bool:
        """Whether "and" may lead on: "two hundred and"."""
        return self.scale >= 100

    def take(self, word: str) -> bool:
        """Take a word in; false if it cannot follow."""
        if unit := units().get(word):
            return self._add(unit)
        scale = scale_of(word) if self.value else _scales().get(word)
        if scale is None:
            return False
        return self._multiply(scale) if scale < 1000 else self._close(scale)

    def _add(self, unit: int) -> bool:
        if unit >= self._room:
            return False
        self._group += unit
        self._room = 10 if unit >= 20 else 0
        self.scale = 1
        return True

    def _multiply(self, scale: int) -> bool:
        if self._group >= 100 or self.scale > 1:
            return False
        self._group = max(self._group, 1) * scale
        self._room = 100 if scale == 100 else 0
        self.scale = scale
        return True

    def _close(self, scale: int) -> bool:
        total = max(self._group, 1) * scale
        if total >= self._ceiling or (self._closed and not self._group):
            return False
        self._closed += total
        self._group, self._room, self._ceiling = 0, 100, scale
        self.scale = scale
        return True


def _with_fraction(words: Words, amount: Amount) -> Amount:
    """Add the fraction of "one and a half million" or "a million and a half".

    Without a scale it is a measure: "two and a half hours".
    """
    match = _added_fractions().at(words, words.after_hyphen(amount.end))
    if match is None:
        return amount
    part, at = Fraction(match.name), words.after_hyphen(match.end)
    if scale := scale_of(words.at(at)):
        return Amount((amount.value + part) * scale, at + 1, scale)
    is_partial = amount.scale == 1
    return Amount(amount.value + part * amount.scale, match.end, amount.scale, is_partial)
