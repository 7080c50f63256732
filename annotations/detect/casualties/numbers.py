"""Numbers of people in running text: exact, as ranges, in vague words, or none at all.

Free of spaCy, so that the reader can read the count that a person has selected.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotations.detect.casualties import qualifiers
from annotations.detect.casualties.cardinals import (
    MAGNITUDES,
    MULTIPLIERS,
    STARTERS,
    Amount,
    Words,
    read,
)
from annotations.model import Count


class Precision(StrEnum):
    """How a number is put."""

    EXACT = "exact"
    RANGE = "range"
    VAGUE = "vague"
    """A word such as "dozens", which only sets a lower bound."""
    NONE = "none"
    """Read "no", "none", "nobody"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number expression and what it says."""

    start: int
    end: int
    """The number alone, with its suffix ("200-plus"), without its qualifiers."""
    phrase_start: int
    """Where its qualifiers begin; `start` if it has none."""
    count: Count
    precision: Precision
    qualifiers: tuple[str, ...] = ()
    """Names of its qualifiers, outermost first."""

    @property
    def qualifier(self) -> str | None:
        """The one to record."""
        return qualifiers.main(self.qualifiers)


_VAGUE_PLURALS = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
"""Twice the unit: a plural is at least two of it."""
_VAGUE_WORDS = {
    ("several",): 3,
    ("a", "few"): 3,
    ("a", "handful"): 3,
    ("a", "couple", "of"): 2,
    ("a", "couple"): 2,
    ("a", "pair", "of"): 2,
    ("couple", "of"): 2,
    ("many",): 3,
    ("numerous",): 3,
    ("multiple",): 2,
    ("countless",): None,
}
"""Lower bounds; null for a word that sets none."""
_UNCOUNTED = frozenset({"many", "numerous", "multiple", "countless"})
"""Vague words that nobody would put a number to: their best estimate stays open."""
_COMPARING = frozenset({"as", "how", "so", "too", "that"})
"""Words before "many" that compare or ask instead of counting."""
_EXACT_WORDS = frozenset({"couple", "pair"})

_NONE_WORDS = (
    ("not", "a", "single"),
    ("no", "-", "one"),
    ("no", "one"),
    ("nobody",),
    ("none",),
    ("nil",),
    ("no",),
)
_NOT_A_COUNT_AFTER_NO = frozenset(
    {".", "longer", "more", "fewer", "less", "later", "sooner", "doubt", "matter", "way", "idea"}
)
_SUFFIXES = {
    ("plus",): "more_than",
    ("+",): "more_than",
    ("odd",): "about",
    ("or", "so"): "about",
    ("or", "more"): "at_least",
    ("or", "fewer"): "up_to",
    ("or", "less"): "up_to",
}
_DASHES = frozenset("-‑–")
_CURRENCIES = frozenset({"$", "€", "£", "¥", "₹", "#", "rs", "usd", "eur", "gbp", "inr"})
_NOT_PEOPLE_AFTER = frozenset({"%", "percent", "pct", "°", "º"})


def find(text: str) -> list[Number]:
    """Find the numbers of a text in its order; none of them overlap.

    Percentages, amounts of money, clock times, ordinals and compounds such as "35-year-old"
    and "F-16" are no numbers of people and left out.
    """
    return list(_scan(text, Words(text)))


def _scan(text: str, words: Words) -> Iterator[Number]:
    index = 0
    while index < len(words):
        found = _at(words, index) if _may_begin(words, index) else None
        if found is None:
            index += 1
            continue
        end = found[-1]
        if _stands_alone(words, index, end):
            yield _qualified(text, words, index, found)
        index = end


_Found = tuple[Count, Precision, tuple[str, ...], int]
"""Count, how it is put, qualifiers by suffix, and the index of the first word after it."""

_FIRST_WORDS = (
    STARTERS
    | _VAGUE_PLURALS.keys()
    | {words[0] for words in (*_VAGUE_WORDS, *_NONE_WORDS)}
    | {"between"}
)


def _may_begin(words: Words, index: int) -> bool:
    word = words.lower[index]
    return word in _FIRST_WORDS or word[0].isdigit()


def _at(words: Words, index: int) -> _Found | None:
    """Read whatever number begins with a word."""
    return (
        _range(words, index)
        or _vague(words, index)
        or _exact(words, index)
        or _nothing(words, index)
    )


def _exact(words: Words, index: int) -> _Found | None:
    amount = read(words, index)
    if amount is None:
        return None
    value = int(amount.value)
    suffix, end = _suffix(words, amount.end)
    return Count(low=value, high=value, best=value), Precision.EXACT, suffix, end


def _suffix(words: Words, index: int) -> tuple[tuple[str, ...], int]:
    """The qualifier after an amount: "200-plus", "30-odd", "20 or so"."""
    at = words.after_hyphen(index)
    for suffix, name in _SUFFIXES.items():
        end = at + len(suffix)
        if tuple(words.lower[at:end]) == suffix:
            return (name,), end
    return (), index


def _range(words: Words, index: int) -> _Found | None:
    """Read "between 20 and 30", "10 to 15", "40-50", "five or six", "three to four hundred"."""
    between = words.at(index) == "between"
    first = read(words, index + between)
    if first is None:
        return None
    joint = words.at(first.end)
    second = read(words, first.end + 1)
    if second is None or not _joins(words, first, joint, between=between):
        return None
    if words.at(index - 1) == "from":
        return None  # "the toll rose from 77 to 89" states two tolls
    low, high = _shared_scale(first, second), int(second.value)
    if not low < high or (joint == "or" and high > 2 * low):
        return None
    count = Count(low=low, high=high, best=(low + high) // 2 if joint != "or" else high)
    return count, Precision.RANGE, (), second.end


def _joins(words: Words, first: Amount, joint: str, *, between: bool) -> bool:
    """Whether what stands between two amounts makes a range of them."""
    if between:
        return joint == "and"
    if joint in _DASHES:
        return words.glued(first.end)
    return joint in ("to", "or")


def _shared_scale(first: Amount, second: Amount) -> int:
    """The lower end of a range, which may lack the magnitude that the upper one has."""
    value = first.value
    if first.scale == 1 and second.scale > 1 and value < second.value / second.scale:
        value *= second.scale
    return int(value)


def _vague(words: Words, index: int) -> _Found | None:
    """Read "dozens", "tens of thousands", "several hundred", "a couple of hundred"."""
    if words.at(index) in _VAGUE_PLURALS:
        return _vague_plural(words, index)
    for phrase, low in _VAGUE_WORDS.items():
        end = index + len(phrase)
        if tuple(words.lower[index:end]) == phrase and words.at(index - 1) not in _COMPARING:
            return _vague_word(words, phrase, low, end)
    return None


def _vague_plural(words: Words, index: int) -> _Found | None:
    low, end = _VAGUE_PLURALS[words.at(index)], index + 1
    while words.at(end) == "of" and (unit := _unit_of_plural(words.at(end + 1))):
        low, end = low * unit, end + 2
    if words.at(index) == "tens" and words.at(end) != "of" and end == index + 1:
        return None
    return Count(low=low, best=low), Precision.VAGUE, (), end


def _unit_of_plural(word: str) -> int | None:
    return MAGNITUDES.get(word[:-1]) or (100 if word == "hundreds" else None)


def _vague_word(words: Words, phrase: tuple[str, ...], low: int | None, end: int) -> _Found | None:
    scale = (MULTIPLIERS | MAGNITUDES).get(words.at(end).removesuffix("s"))
    if scale and low:
        return Count(low=low * scale, best=low * scale), Precision.VAGUE, (), end + 1
    if phrase[-1] == "of":
        end -= 1  # "a couple of soldiers": the number is "a couple"
    if _EXACT_WORDS & set(phrase):
        return Count(low=low, high=low, best=low), Precision.EXACT, (), end
    best = None if phrase[0] in _UNCOUNTED else low
    return Count(low=low, best=best), Precision.VAGUE, (), end


def _nothing(words: Words, index: int) -> _Found | None:
    """Read "no", "none", "nobody", "not a single"."""
    for phrase in _NONE_WORDS:
        end = index + len(phrase)
        if tuple(words.lower[index:end]) == phrase:
            if phrase == ("no",) and words.at(end) in _NOT_A_COUNT_AFTER_NO:
                return None
            return Count(low=0, high=0, best=0), Precision.NONE, (), end
    return None


def _stands_alone(words: Words, start: int, end: int) -> bool:
    """Whether nothing touches or follows the number that makes it something else."""
    return not (_is_bound_left(words, start) or _is_bound_right(words, end))


def _is_bound_left(words: Words, start: int) -> bool:
    before = words.at(start - 1)
    if before in _CURRENCIES or words.lower[max(0, start - 2) : start] == ["no", "."]:
        return True
    if not words.touches(start):
        return False
    joins = before in _DASHES or before in "/:.'’"
    return before.isalnum() or (joins and words.touches(start - 1) and _is_word(words, start - 2))


def _is_bound_right(words: Words, end: int) -> bool:
    after = words.at(end)
    if after in _NOT_PEOPLE_AFTER or (after == "per" and words.at(end + 1) == "cent"):
        return True
    if not words.touches(end):
        return False
    joins = after in _DASHES or after in "/:'’"
    return after.isalnum() or (joins and words.touches(end + 1) and _is_word(words, end + 1))


def _is_word(words: Words, index: int) -> bool:
    return words.at(index).replace(",", "").replace(".", "").isalnum()


def _qualified(text: str, words: Words, index: int, found: _Found) -> Number:
    count, precision, suffix, end = found
    start = words.starts[index]
    names, phrase_start = qualifiers.before(text, start)
    names += suffix
    if precision is Precision.EXACT:
        count = qualifiers.bounded(count, qualifiers.main(names))
    return Number(
        start=start,
        end=words.ends[end - 1],
        phrase_start=phrase_start,
        count=count,
        precision=precision,
        qualifiers=names,
    )
