"""Fuzzy search: how well a few letters fit a line of text. Pure, and quick for any text."""

from collections.abc import Sequence
from typing import NamedTuple

from annotations.text import without_accents

_AT_WORD, _IN_WORD, _SCATTERED = 1.0, 0.7, 0.5
"""What a term is worth that begins a word, stands within one, or is spread over the line."""
_TOGETHER = 0.6
"""The least share of spread letters that begin a word or follow the one before."""
_SHORTNESS = 0.05
"""What is added for a line that holds nothing else."""


class Match(NamedTuple):
    """How well a line fits, from 0 to a little over 1, and which of its letters do."""

    score: float
    offsets: tuple[int, ...]


def fold(text: str) -> str:
    """A text of the same length in which case and accents do not count."""
    lower = text.lower()
    if lower.isascii() and len(lower) == len(text):
        return lower
    return "".join((without_accents(each) or each)[0].lower()[0] for each in text)


def terms(query: str) -> list[str]:
    """The parts of a query, folded; they fit in any order."""
    return fold(query).split()


def match(wanted: Sequence[str], line: str) -> Match | None:
    """How well a line fits; null if it does not.

    Args:
        wanted: The terms, each of which has to fit; at least one.
        line: A folded line.
    """
    found = []
    for term in wanted:
        each = _term(term, line)
        if each is None:
            return None
        found.append((len(term), each))
    letters = sum(length for length, _ in found)
    score = sum(length * each.score for length, each in found) / letters
    offsets = sorted({at for _, each in found for at in each.offsets})
    return Match(score + _SHORTNESS * letters / max(letters, len(line)), tuple(offsets))


def _term(term: str, line: str) -> Match | None:
    start = _word_start(term, line)
    if start is not None:
        return Match(_AT_WORD, tuple(range(start, start + len(term))))
    start = line.find(term)
    if start >= 0:
        return Match(_IN_WORD, tuple(range(start, start + len(term))))
    return _scattered(term, line)


def _word_start(term: str, line: str) -> int | None:
    """Where a word begins with a term."""
    start = line.find(term)
    while start > 0 and line[start - 1].isalnum():
        start = line.find(term, start + 1)
    return start if start >= 0 else None


def _scattered(term: str, line: str) -> Match | None:
    """The first letters that fit one after the other, if most of them hang together."""
    offsets: list[int] = []
    together = 0
    for letter in term:
        before = offsets[-1] if offsets else -1
        at = line.find(letter, before + 1)
        if at < 0:
            return None
        together += at == before + 1 or not line[at - 1].isalnum()
        offsets.append(at)
    share = together / len(term)
    return Match(_SCATTERED * share, tuple(offsets)) if share >= _TOGETHER else None
