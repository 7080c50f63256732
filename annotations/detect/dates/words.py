"""The words of a date as what they are: months, numbers, weekdays, "since", "to".

Free of spaCy. What they mean together is for `dates`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.cardinals import read
from annotations.detect.casualties.numbers.words import Words


class Month(int):
    """Numbered from 1."""


class Weekday(int):
    """Monday is 0."""


class Year(int):
    """Four digits."""


class Decade(int):
    """Its first year."""


class Number(int):
    """A number that can be the day of a date."""


class Amount(Number):
    """A plain number, in digits or words."""


class Ordinal(Number):
    """A number that ranks, in digits: "25th"."""


class Rank(int):
    """A number that ranks, as a word: "second"."""


class YearPart(int):
    """How many of them make a year."""


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, counted from the day of the article."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the year that has a name."""

    month: int
    day: int


class Length(StrEnum):
    """A length of time."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Role(StrEnum):
    """What any other word does in a date; `date_words.toml` explains it."""

    PLAIN = "plain"
    OF_DAY = "of-day"
    A = "a"
    THE = "the"
    THIS = "this"
    LAST = "last"
    PAST = "past"
    NEXT = "next"
    AGO = "ago"
    WEEKEND = "weekend"
    START = "start"
    END = "end"
    SINCE = "since"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    TO = "to"
    AND = "and"


@dataclass(frozen=True, slots=True)
class Plural:
    """Some lengths of time; how many is for the word before it to say."""

    length: Length


Atom = int | Days | Holiday | Length | Plural | Role
"""A word of a date, or a few that belong together."""

_LONGEST = 100
"""Characters; no date takes more."""
_YEARS = range(1000, 3000)
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’]")
_DATE_IN_DIGITS = re.compile(
    r"\b(?P<first>\d{1,4})(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)(?P<third>\d{1,4})\b"
)
_YEARS_IN_DIGITS = re.compile(r"\b(\d\d)(\d\d)[-–/](\d\d)\b")
_UNCLEAR = " ? "
"""No word of a date, so that nothing comes of the rest."""
_ZONE = r"(?:gmt|utc|local time|hours|hrs)\b"
_CLOCK = re.compile(
    r"\b(?:(?:about|around)\s+)?(?:\d\d?(?:[:.]\d\d)?\s*[ap]\.?m\b\.?|\d\d?:\d\d\b|\d{4}(?=\s*"
    + _ZONE
    + r"))(?:\s*"
    + _ZONE
    + ")?"
)
_TIME_OF_DAY = " noon "
"""Stands in for every clock time."""


def atoms(words: str) -> list[Atom]:
    """Read the words of a date; empty if any of them is none that dates are made of.

    What tells a part of a day, or roughly when in a longer time, is left out: "late on Tuesday" is
    read as "Tuesday", "by 7 p.m. on Friday" as "by Friday", "before dawn on Monday" as "Monday".
    """
    if len(words) > _LONGEST:
        return []
    text = _POSSESSIVE.sub("", words.casefold())
    text = _DATE_IN_DIGITS.sub(_spelled_date, text)
    text = _YEARS_IN_DIGITS.sub(_spelled_years, text)
    return _reduced(_read(Words(_CLOCK.sub(_TIME_OF_DAY, text))))


def _spelled_date(match: re.Match[str]) -> str:
    """Write a date in digits with the name of its month, if only one reading is possible."""
    first, second, third = (int(match[name]) for name in ("first", "second", "third"))
    if len(match["first"]) == 4 and len(match["third"]) < 3:
        year, month, day = first, second, third
    elif len(match["third"]) == 4 and len(match["first"]) < 3:
        month, day = sorted((first, second))
        year = third
        if month != day and day <= 12:
            return _UNCLEAR
    else:
        return _UNCLEAR
    return f" {day} {_months()[month - 1]} {year:04} " if 1 <= month <= 12 else _UNCLEAR


def _spelled_years(match: re.Match[str]) -> str:
    """Tell "2016-10", a month, from "2015-16", two years; "2010-12" can be either."""
    century, year, other = match.groups()
    is_month, is_year = 1 <= int(other) <= 12, int(other) > int(year)
    if is_month and not is_year:
        return f" {_months()[int(other) - 1]} {century}{year} "
    return f" {century}{year} to {century}{other} " if is_year and not is_month else _UNCLEAR


def _read(words: Words) -> list[Atom]:
    """Read the words one after the other, as many of them together as the lexicon has."""
    found: list[Atom] = []
    index = 0
    while index < len(words):
        atom, length = _entry(words, index) or _number(words, index) or (None, 0)
        if atom is None:
            return []
        found.append(atom)
        index += length
    return found


def _entry(words: Words, index: int) -> tuple[Atom, int] | None:
    """The longest entry of the lexicon that begins at a word, and how many words it has."""
    for length in range(_most_words(), 0, -1):
        atom = _entries().get(tuple(words.lower[index : index + length]))
        if atom is not None:
            return atom, length
    return None


def _number(words: Words, index: int) -> tuple[Atom, int] | None:
    """Read "1990s", "2016", "25th", "25", "twenty-five", and how many words it takes."""
    word = words.at(index)
    suffix = words.at(index + 1) if words.touches(index + 1) else ""
    if len(word) == 4 and word.isdecimal() and int(word) in _YEARS:
        if suffix != "s":
            return Year(word), 1
        # "The 1900s" are ten years or a hundred.
        return (Decade(word), 2) if word[-1] == "0" != word[-2] else None
    amount = read(words, index)
    if amount is None:
        return None
    if suffix in ("st", "nd", "rd", "th"):
        return Ordinal(amount.value), 2
    return Amount(amount.value), amount.end - index


@cache
def _entries() -> dict[tuple[str, ...], Atom]:
    """The lexicon, by the words of its entries."""
    tables = lexicon.sections("date_words")
    found: dict[str, Atom] = {}
    for number, (name, forms) in enumerate(tables["months"].items(), start=1):
        found |= dict.fromkeys((name, *forms), Month(number))
    for number, (name, forms) in enumerate(tables["weekdays"].items()):
        found |= dict.fromkeys((name, *forms), Weekday(number))
    for name, plurals in tables["lengths"].items():
        found |= {name: Length(name)} | dict.fromkeys(plurals, Plural(Length(name)))
    for name, forms in tables["roles"].items():
        found |= dict.fromkeys(forms, Role(name))
    found |= {name: Days(*offsets) for name, offsets in tables["days"].items()}
    found |= {name: Holiday(*day) for name, day in tables["holidays"].items()}
    found |= {name: YearPart(parts) for name, parts in tables["year-parts"].items()}
    found |= {name: Rank(number) for name, number in tables["ranks"].items()}
    return {tuple(Words(_POSSESSIVE.sub("", entry)).lower): atom for entry, atom in found.items()}


@cache
def _months() -> tuple[str, ...]:
    """The names of the months, in lower case."""
    return tuple(lexicon.sections("date_words")["months"])


@cache
def _most_words() -> int:
    """How many words the longest entry of the lexicon has."""
    return max(map(len, _entries()))


def _reduced(found: list[Atom]) -> list[Atom]:
    """Leave out what adds nothing to the days, with the "before" of "before dawn"."""
    following = (*found[1:], None)
    return [
        atom
        for atom, after in zip(found, following, strict=True)
        if atom not in (Role.PLAIN, Role.OF_DAY)
        and not (atom in (Role.BEFORE, Role.AFTER) and after is Role.OF_DAY)
    ]
