"""Words that stand for an unknown number: "dozens", "several hundred", "countless".

Free of spaCy.
"""

from dataclasses import dataclass
from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.cardinals import scale_of
from annotations.detect.casualties.numbers.expressions import MOST, Expression, Precision
from annotations.detect.casualties.numbers.wordings import Match, Wordings
from annotations.detect.casualties.numbers.words import Words
from annotations.model import Count, VagueRule


@dataclass(frozen=True, slots=True)
class _Plural:
    """A plural such as "tens of thousands"."""

    low: int
    end: int
    unit: int


@cache
def first_words() -> frozenset[str]:
    """The words that a vague number can begin with."""
    return frozenset(_plurals()) | _indefinites().first_words


@cache
def _plurals() -> dict[str, dict[str, int]]:
    return lexicon.sections("vague_words")["plurals"]


@cache
def _indefinites() -> Wordings:
    table = lexicon.sections("vague_words")["indefinites"]
    return Wordings({name: entry["wordings"] for name, entry in table.items()})


@cache
def _joints() -> Wordings:
    return Wordings(lexicon.sections("vague_words")["joints"])


def read_vague(words: Words, index: int, rule: VagueRule) -> Expression | None:
    """Read the vague number that begins with a word.

    Args:
        words: The text.
        index: Index of the word.
        rule: Which number a plural stands for.
    """
    if plural := _plural(words, index, rule):
        return _at_least(plural.low, _past_alternative(words, plural, rule))
    match = _indefinites().at(words, index)
    return _indefinite(words, match, rule) if match else None


def _at_least(low: int, end: int) -> Expression | None:
    count = Count(low=low, best=low)
    return Expression(count, Precision.VAGUE, end) if low <= MOST else None


def _plural(words: Words, index: int, rule: VagueRule) -> _Plural | None:
    """Read "dozens", "dozens and dozens", "tens of thousands"."""
    word = words.at(index)
    entry = _plurals().get(word)
    if entry is None:
        return None
    joint = _joints().at(words, index + 1)
    is_repeated = joint and joint.name == "repetition" and words.at(joint.end) == word
    end = joint.end + 1 if joint and is_repeated else index + 1
    scale, end = _scales(words, end, entry["unit"])
    if word == "tens" and scale == 1 and words.at(end) != "of":
        return None  # "high tens"
    return _Plural(entry[rule] * scale, end, entry["unit"] * scale)


def _past_alternative(words: Words, plural: _Plural, rule: VagueRule) -> int:
    """The index after the "if not hundreds" of "dozens, if not hundreds"."""
    joint = _joints().at(words, plural.end)
    if joint is None or joint.name != "alternative":
        return plural.end
    other = _plural(words, joint.end, rule)
    return other.end if other and other.unit > plural.unit else plural.end


def _scales(words: Words, index: int, unit: int = 1) -> tuple[int, int]:
    """The product of the scales that follow, each larger than the last, and where they end."""
    product, end = 1, index
    while True:
        at = words.after_hyphen(end)
        at += words.at(at) == "of"
        scale = _unit(words.at(at))
        if scale <= unit:
            return product, end
        product, end, unit = product * scale, at + 1, scale


def _unit(word: str) -> int:
    entry = _plurals().get(word)
    return entry["unit"] if entry else scale_of(word) or 0


def _indefinite(words: Words, match: Match, rule: VagueRule) -> Expression | None:
    """Read "several", "a couple", "several hundred thousand", "countless thousands"."""
    entry = lexicon.sections("vague_words")["indefinites"][match.name]
    low = entry.get("low")
    if low is None and (plural := _plural(words, match.end, rule)):
        return _at_least(plural.low, plural.end)
    scale, end = _scales(words, match.end)
    if low is not None and scale > 1:
        return _at_least(low * scale, end)
    # In "a couple of soldiers" the number is "a couple".
    end = match.end - (words.at(match.end - 1) == "of")
    if entry.get("exact"):
        return Expression(Count(low=low, high=low, best=low), Precision.EXACT, end)
    best = None if entry.get("open") else low
    return Expression(Count(low=low, best=best), Precision.VAGUE, end)
