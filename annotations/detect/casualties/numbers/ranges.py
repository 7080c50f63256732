"""Two numbers that bound a third: "10 to 15", "between 20 and 30", "five or six". Free of spaCy."""

import re
from fractions import Fraction
from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers import qualifiers
from annotations.detect.casualties.numbers.cardinals import Amount, read_open
from annotations.detect.casualties.numbers.expressions import Expression, Precision
from annotations.detect.casualties.numbers.surroundings import is_measured
from annotations.detect.casualties.numbers.wordings import Match, Wordings
from annotations.detect.casualties.numbers.words import Words
from annotations.model import Count

_CLAUSE = 12
"""Words before "from 77 to 89" among which a verb of change is sought."""
_YEARS = re.compile(r"(?:19|20)\d\d")


@cache
def openings() -> Wordings:
    """What a range may begin with: "between"."""
    return Wordings({"between": lexicon.table("number_ranges")["opening"]})


@cache
def _joints() -> Wordings:
    table = lexicon.table("number_ranges")
    return Wordings({name: table[name] for name in ("and", "or", "to", "dash")})


def read_range(words: Words, index: int) -> Expression | None:
    """Read the range that begins with a word.

    The best number is the middle, rounded down; after "or" it is the upper one.
    """
    opening = openings().at(words, index)
    first = read_open(words, opening.end if opening else index)
    joint = _joint(words, first.end, is_open=opening is not None) if first else None
    if first is None or joint is None:
        return None
    second = read_open(words, words.after_hyphen(joint.end))
    if second is None or (joint.name == "to" and _states_two(words, index, second.end)):
        return None
    bounds = _bounds(first, second)
    if bounds is None or (joint.name == "or" and bounds[1] > 2 * bounds[0]):
        return None
    low, high = bounds
    best = high if joint.name == "or" else (low + high) // 2
    return Expression(Count(low=low, high=high, best=best), Precision.RANGE, second.end)


def past_years(words: Words, index: int) -> int | None:
    """The index after two years that bound a time: "2014-2016"; null if there are none."""
    opening = openings().at(words, index)
    first = opening.end if opening else index
    joint = _joint(words, first + 1, is_open=opening is not None)
    if joint is None or not _YEARS.fullmatch(words.at(first)):
        return None
    return joint.end + 1 if _YEARS.fullmatch(words.at(joint.end)) else None


def _joint(words: Words, index: int, *, is_open: bool) -> Match | None:
    """What joins two amounts to a range; "and" does so only after "between"."""
    joint = _joints().at(words, words.after_hyphen(index)) or _joints().at(words, index)
    if joint is None or (joint.name == "and" and not is_open):
        return None
    return None if joint.name == "dash" and not words.is_glued(index) else joint


def _states_two(words: Words, start: int, end: int) -> bool:
    """Whether both numbers are stated: "rose from 77 to 89", "rose by 12 to 89"."""
    if is_measured(words, end):
        return False  # neither is
    table = lexicon.table("number_ranges")
    at = qualifiers.before(words, start)[1] - 1
    if words.at(at) in table["rising"]:
        return True
    return words.at(at) in ("from", "by") and _has_change(words, at)


def _has_change(words: Words, end: int) -> bool:
    """Whether a verb of change stands before a word in its clause."""
    table = lexicon.table("number_ranges")
    for word in reversed(words.lower[max(0, end - _CLAUSE) : end]):
        if word in table["clause_ends"]:
            return False
        if word in table["rising"] or word in table["change"]:
            return True
    return False


def _bounds(first: Amount, second: Amount) -> tuple[int, int] | None:
    """Both ends, each of which may lack the scale that the other has; null if they are none."""
    low, high = first.value, second.value
    scale = second.scale if second.scale > 1 else _implied_scale(first, second)
    if first.scale == 1 and scale > 1 and low < Fraction(high, scale):
        first = Amount(low * scale, first.end, scale)  # "three to four hundred"
    elif second.scale == 1 and first.scale > 1 and Fraction(low, first.scale) < high < low:
        second = Amount(high * first.scale, second.end, first.scale)  # "a dozen or two"
    if first.whole is None or second.whole is None or first.whole >= second.whole:
        return None
    return first.whole, second.whole


def _implied_scale(first: Amount, second: Amount) -> int:
    """The thousand that "300 to 400,000" shares although it is not spelled."""
    is_implied = second.value % 1000 == 0 and first.value * 10_000 >= second.value
    return 1000 if is_implied else 1
