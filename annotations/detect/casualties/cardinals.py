"""Amounts written in digits or words: "1,300", "2.5 million", "ninety-six", "half a dozen".

Free of spaCy. `read` reads one amount at a given word; what surrounds it is for `numbers`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

_SMALL = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
MULTIPLIERS = {"dozen": 12, "score": 20, "hundred": 100}
"""Words that multiply what stands before them, within a group."""
MAGNITUDES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9}
"""Words that close a group."""
_SCALES = MULTIPLIERS | MAGNITUDES
_ABBREVIATIONS = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
"""Magnitudes written right after digits."""

_WORD = re.compile(
    r"[^\W\d_]+|\d(?:[\d,.\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]*\d)?|[^\w\s]"
)
_GROUPED = re.compile(
    r"\d{1,3}(?:([,\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}])\d{3}(?:\1\d{3})*)?"
    r"|\d{1,12}"
)
_DECIMAL = re.compile(r"(\d{1,6})\.(\d{1,4})")
_SEPARATORS = dict.fromkeys(map(ord, ",\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"))


class Words:
    """A text as words, numerals and marks, each with its offsets."""

    def __init__(self, text: str) -> None:
        """Args:
        text: Any text.
        """
        spans = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.lower = [text[start:end].lower() for start, end in spans]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, index: int) -> str:
        """The word in lower case; empty beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def touches(self, index: int) -> bool:
        """Whether the word follows the one before it without a blank."""
        return 0 < index < len(self) and self.starts[index] == self.ends[index - 1]

    def glued(self, index: int) -> bool:
        """Whether the word is a mark with words touching it on both sides."""
        return self.touches(index) and self.touches(index + 1)

    def after_hyphen(self, index: int) -> int:
        """The index after a hyphen at `index` that joins two words; `index` if there is none."""
        return index + 1 if self.at(index) in ("-", "‑") and self.glued(index) else index


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from the words of a text."""

    value: Fraction
    end: int
    """Index of the first word after it."""
    scale: int = 1
    """The magnitude word it ends in, which a range shares: "three to four hundred"."""


def read(words: Words, index: int) -> Amount | None:
    """Read the longest amount that begins with the word at `index`."""
    first = words.at(index)
    if first[:1].isdigit():
        return _numeral(words, index)
    reader = _READERS.get(first)
    return reader(words, index) if reader else None


def _numeral(words: Words, index: int) -> Amount | None:
    """Read "12", "1,300", "2.5 million", "1.4m", "40 thousand"."""
    value = _numeral_value(words.at(index))
    if value is None:
        return None
    if words.touches(index + 1) and words.at(index + 1) in _ABBREVIATIONS:
        scale = _ABBREVIATIONS[words.at(index + 1)]
        return _whole(value * scale, index + 2, scale)
    scaled = _scaled(words, index + 1, value)
    # "10.000" is a time, a section, or a thousand in another language.
    return None if "." in words.at(index) and scaled and scaled.scale == 1 else scaled


def _numeral_value(numeral: str) -> Fraction | None:
    if _GROUPED.fullmatch(numeral):
        return Fraction(int(numeral.translate(_SEPARATORS)))
    if decimal := _DECIMAL.fullmatch(numeral):
        whole, part = decimal.groups()
        return Fraction(int(whole)) + Fraction(int(part), 10 ** len(part))
    return None


def _scaled(words: Words, index: int, value: Fraction) -> Amount | None:
    """The value, times the magnitude word that follows it if one does."""
    at = words.after_hyphen(index)
    scale = _SCALES.get(words.at(at))
    if scale is None:
        return _whole(value, index, 1)
    return _whole(value * scale, at + 1, scale)


def _whole(value: Fraction, end: int, scale: int) -> Amount | None:
    """An amount of people; nothing if it is no whole number."""
    return Amount(value, end, scale) if value.denominator == 1 else None


def _indefinite(words: Words, index: int) -> Amount | None:
    """Read "a hundred and five", "a dozen", "a quarter of a million"."""
    following = words.at(index + 1)
    if following in _SCALES:
        return _spelled(words, index + 1)
    if following == "quarter" and words.lower[index + 2 : index + 4] == ["of", "a"]:
        return _required_scale(words, index + 4, Fraction(1, 4))
    return _half(words, index + 1) if following == "half" else None


def _half(words: Words, index: int) -> Amount | None:
    """Read "half a million", "half-a-dozen", "half dozen"."""
    at = words.after_hyphen(index + 1)
    if words.at(at) in ("a", "an"):
        at = words.after_hyphen(at + 1)
    return _required_scale(words, at, Fraction(1, 2))


def _required_scale(words: Words, index: int, value: Fraction) -> Amount | None:
    return _scaled(words, index, value) if words.at(index) in _SCALES else None


def _spelled(words: Words, index: int) -> Amount | None:
    """Read "two hundred and five", "ninety-six", "one and a half million"."""
    total = group = Fraction(0)
    limit: Fraction | int = 10**12  # what comes next has to be smaller
    scale = 1
    end = at = index
    while True:
        word = words.at(at)
        if word in _SMALL or word in _TENS:
            value = _SMALL.get(word, _TENS.get(word, 0))
            if value >= limit:
                break
            group += value
            limit, scale = (10 if word in _TENS else 1), 1
        elif word in MULTIPLIERS and group < 100:
            group = max(group, Fraction(1)) * MULTIPLIERS[word]
            limit, scale = (100 if word == "hundred" else 1), MULTIPLIERS[word]
        elif word in MAGNITUDES and (not total or total >= 1000 * MAGNITUDES[word]):
            total += max(group, Fraction(1)) * MAGNITUDES[word]
            group, limit, scale = Fraction(0), MAGNITUDES[word], MAGNITUDES[word]
        else:
            break
        end = at + 1
        at = _next_part(words, end, joined=limit > 10)
    if half := _and_a_half(words, end, total + group):
        return half
    return _whole(total + group, end, scale)


def _next_part(words: Words, index: int, *, joined: bool) -> int:
    """Where the next word of a spelled amount may stand: past a hyphen or an "and"."""
    at = words.after_hyphen(index)
    if joined and words.at(at) == "and":
        return words.after_hyphen(at + 1)
    return at


def _and_a_half(words: Words, index: int, value: Fraction) -> Amount | None:
    """The rest of "one and a half million", after its first word."""
    at = index
    for part in ("and", "a", "half"):
        at = words.after_hyphen(at)
        if words.at(at) != part:
            return None
        at += 1
    return _required_scale(words, words.after_hyphen(at), value + Fraction(1, 2))


_READERS: dict[str, Callable[[Words, int], Amount | None]] = {
    **dict.fromkeys((*_SMALL, *_TENS, *_SCALES), _spelled),
    "a": _indefinite,
    "an": _indefinite,
    "half": _half,
}
STARTERS = frozenset(_READERS)
"""Words that an amount in words can begin with."""
