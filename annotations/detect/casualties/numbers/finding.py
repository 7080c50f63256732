"""Numbers of people in running text: exact, as ranges, in vague words, or none at all.

Free of spaCy, so that the reader can read the count that a person has selected.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from annotations.detect.casualties.numbers import cardinals, qualifiers, vague
from annotations.detect.casualties.numbers.expressions import Expression, Precision, exactly
from annotations.detect.casualties.numbers.nothing import none_words, read_nothing
from annotations.detect.casualties.numbers.numerals import is_numeral
from annotations.detect.casualties.numbers.ranges import openings, past_years, read_range
from annotations.detect.casualties.numbers.surroundings import idioms, stands_alone
from annotations.detect.casualties.numbers.vague import read_vague
from annotations.detect.casualties.numbers.words import Words
from annotations.model import Count, VagueRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number expression and what it says."""

    start: int
    end: int
    """The number alone, with its suffix ("200-plus"), without the qualifiers before it."""
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


def find(text: str, *, vague_rule: VagueRule = VagueRule.DEFAULT) -> list[Number]:
    """Find the numbers of a text in its order; none of them overlap.

    Percentages, amounts of money, clock times, ordinals and compounds such as "35-year-old"
    and "F-16" are no numbers of people and left out. "Any" and "anyone" are none after
    "without" or another negation, and nothing otherwise.

    Args:
        text: Any text.
        vague_rule: Which number "dozens" stands for.
    """
    return list(_scan(Words(text), vague_rule))


def _scan(words: Words, rule: VagueRule) -> Iterator[Number]:
    first_words = _first_words()
    index = floor = 0
    while index < len(words):
        word = words.lower[index]
        if word not in first_words and not is_numeral(word):
            index += 1
        elif end := _past_no_number(words, index):
            index = end
        elif expression := _read(words, index, rule):
            suffix, end = _suffix(words, expression.end)
            if stands_alone(words, index, end):
                yield _number(words, index, expression, end=end, suffix=suffix, floor=floor)
            index = floor = end
        else:
            index += 1


@cache
def _first_words() -> frozenset[str]:
    beginnings = (openings().first_words, none_words().first_words, idioms().first_words)
    return cardinals.first_words().union(vague.first_words(), *beginnings)


def _past_no_number(words: Words, index: int) -> int | None:
    """The index after a saying or a pair of years; null if neither begins with a word."""
    idiom = idioms().at(words, index)
    return idiom.end if idiom else past_years(words, index)


def _read(words: Words, index: int, rule: VagueRule) -> Expression | None:
    """Read whatever number begins with a word."""
    return (
        read_range(words, index)
        or read_vague(words, index, rule)
        or _read_exact(words, index)
        or read_nothing(words, index)
    )


def _read_exact(words: Words, index: int) -> Expression | None:
    amount = cardinals.read(words, index)
    return exactly(int(amount.value), amount.end) if amount else None


def _suffix(words: Words, index: int) -> tuple[tuple[str, ...], int]:
    """The qualifiers after a number; none if they belong to the next: "12 plus three"."""
    names, end = qualifiers.after(words, index)
    is_next = cardinals.read(words, end) is not None or words.at(end) == "than"
    return ((), index) if is_next else (names, end)


def _number(
    words: Words,
    index: int,
    expression: Expression,
    *,
    end: int,
    suffix: tuple[str, ...],
    floor: int,
) -> Number:
    names, first = qualifiers.before(words, index, floor=floor)
    names += suffix
    count = expression.count
    if expression.precision is not Precision.NONE:
        count = qualifiers.bounded(count, qualifiers.main(names))
    return Number(
        start=words.starts[index],
        end=words.ends[end - 1],
        phrase_start=words.starts[first],
        count=count,
        precision=expression.precision,
        qualifiers=names,
    )
