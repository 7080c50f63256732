"""The words around a number that say how exactly it is meant, and what they do to its bounds.

Free of spaCy. The names and their effects follow UCDP's low, high and best estimates.
"""

from dataclasses import replace
from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.wordings import Match, Wordings
from annotations.detect.casualties.numbers.words import Words
from annotations.model import Count

_MOST = 3
"""Qualifiers before one number: "a total of at least some 40"."""
_OUTERMOST = "the"
"""A determiner; what stands before it belongs to something else: "talked about the 12"."""


@cache
def _before() -> Wordings:
    return Wordings(lexicon.table("number_qualifiers"))


@cache
def _after() -> Wordings:
    return Wordings(lexicon.table("number_suffixes"))


def before(words: Words, index: int, *, floor: int = 0) -> tuple[tuple[str, ...], int]:
    """The qualifiers that stand directly before a number, and where the first one begins.

    Args:
        words: The text.
        index: Index of the word that the number begins with.
        floor: Index of the first word that may belong to them.

    Returns:
        Their names, outermost first; and the index of the first word of the whole phrase, which
        is `index` if there is none.
    """
    names: list[str] = []
    while len(names) < _MOST and _OUTERMOST not in names:
        match = _before().before(words, index, floor=floor)
        if match is None or _is_particle(words, match):
            break
        names.insert(0, match.name)
        index = match.start
    return tuple(names), index


def after(words: Words, index: int) -> tuple[tuple[str, ...], int]:
    """The qualifiers that directly follow a number ("200-plus", "20 or so"), and where they end.

    Args:
        words: The text.
        index: Index of the first word after the number.

    Returns:
        Their names; and the index of the first word after them, `index` if there are none.
    """
    match = _after().at(words, words.after_hyphen(index))
    if match is None or (words.at(match.start) == "+" and not words.touches(match.start)):
        return (), index
    return (match.name,), match.end


def _is_particle(words: Words, match: Match) -> bool:
    """Whether the words belong to a verb: "the toll rose up to 41", "handed over 37"."""
    particle = " ".join(words.lower[match.start : match.end])
    verbs = lexicon.table("particle_verbs").get(particle, ())
    return words.at(match.start - 1) in verbs


def main(names: tuple[str, ...]) -> str | None:
    """The qualifier to record: one that sets a bound before one that does not."""
    order = list(lexicon.table("number_qualifiers"))
    return min(names, key=order.index, default=None)


def bounded(count: Count, qualifier: str | None) -> Count:
    """The count with the bound lifted that its qualifier leaves open."""
    if qualifier in ("at_least", "more_than"):
        return replace(count, high=None)
    if qualifier in ("up_to", "less_than") and count.high is not None:
        return replace(count, low=None, best=count.high)
    return count
