"""Which stretch of a text a person means: whole words, sentences or paragraphs, without what is
stray around them. Pure.
"""

import re
from typing import Literal

from reader import motions
from reader.motions import IsInside, is_inside_nothing

SelectionUnit = Literal["character", "word", "sentence", "paragraph"]
"""What a selection is made of."""

SELECTION_UNITS: tuple[SelectionUnit, ...] = ("character", "word", "sentence", "paragraph")
"""In the order in which a key goes through them."""

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)+(?:['’\-]\w+)*"  # 12,000 and 05:50
    r"|[\w\u0300-\u036f]+(?:['’\-][\w\u0300-\u036f]+)*"
)
"""A word as part of a name or figure: a number with its separators, the time of a clock, and
initials with their stops are one, which the motions step through."""

_POSSESSIVE = re.compile(r"['’][sS]\Z")
_SEPARATORS = ",;:—–-*•·|/"
PAIRS = tuple(
    (pair[0], pair[1])
    for pair in (
        *("“”", "„“", "„”", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", "‚’"),
        *("()", "[]", "{}", "<>", "「」", "『』", "（）", '""', "''", "``"),
    )
)
"""Marks that open and close, as the detector knows them."""
_FARTHEST_WORD = 1000
"""Characters to look back for the beginning of a word."""


def snapped(
    text: str,
    start: int,
    end: int,
    unit: SelectionUnit,
    *,
    is_inside: IsInside = is_inside_nothing,
) -> tuple[int, int] | None:
    """The words, sentences or paragraphs that `[start, end)` touches, without stray marks.

    By character only the blanks around go: what a person selects by character is meant so.

    Args:
        text: The article's text.
        start: The first character that is selected.
        end: One past the last one.
        unit: What to take in as a whole.
        is_inside: Tells where no sentence ends.

    Returns:
        The stretch `[start, end)`, or null if there are only blanks in it.
    """
    found = inked(text, start, end)
    if found is None or unit == "character":
        return found
    grown = _grown(text, *found, unit, is_inside)
    if unit == "word":
        grown = without_possessive(text, *grown)
    return trimmed(text, *grown) or found


def inked(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the blanks around it; null if nothing is left."""
    chosen = text[start:end]
    if not chosen.strip():
        return None
    start += len(chosen) - len(chosen.lstrip())
    return start, start + len(chosen.strip())


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without blanks, separators, and quotation marks and brackets without a partner.

    Null if nothing is left.
    """
    while start < end and _is_stray_first(text, start, end):
        start += 1
    while start < end and _is_stray_last(text, start, end):
        end -= 1
    if start < end and _is_stray_first(text, start, end):  # its partner has gone from the end
        return trimmed(text, start, end)
    return (start, end) if start < end else None


def without_possessive(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the possessive ending that its last word may have."""
    ending = _POSSESSIVE.search(text[max(start + 1, end - 2) : end])
    return start, end - 2 if ending else end


def word_around(text: str, offset: int) -> tuple[int, int] | None:
    """The word that a character belongs to, as `[start, end)`; null between words."""
    first, last = motions.line_around(text, offset)
    spans = (
        match.span() for match in WORD.finditer(text, max(first, offset - _FARTHEST_WORD), last)
    )
    for span in spans:
        if span[0] > offset:
            return None
        if offset < span[1]:
            return span
    return None


def _grown(
    text: str, start: int, end: int, unit: SelectionUnit, is_inside: IsInside
) -> tuple[int, int]:
    last = end - 1
    if unit == "word":
        first_word, last_word = word_around(text, start), word_around(text, last)
        return first_word[0] if first_word else start, last_word[1] if last_word else end
    if unit == "sentence":
        begin = motions.previous_sentence(text, start + 1, is_inside=is_inside)
        stop = motions.sentence_end(text, last, beyond=last, is_inside=is_inside) + 1
        return begin, min(stop, len(text))
    return motions.line_around(text, start)[0], motions.line_around(text, last)[1]


def _is_stray_first(text: str, start: int, end: int) -> bool:
    mark = text[start]
    if mark.isspace() or mark in _SEPARATORS:
        return True
    closing = [closes for opens, closes in PAIRS if opens == mark]
    if closing:
        return all(text.find(closes, start + 1, end) < 0 for closes in closing)
    return any(closes == mark for _, closes in PAIRS)


def _is_stray_last(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    if mark.isspace() or mark in _SEPARATORS:
        return True
    opening = [opens for opens, closes in PAIRS if closes == mark]
    if opening:
        return all(text.find(opens, start, end - 1) < 0 for opens in opening)
    return any(opens == mark for opens, _ in PAIRS)
