"""How likely a single mark is a quotation mark rather than an apostrophe."""

import re
from enum import IntEnum

from annotations.detect.lexicon import table
from annotations.detect.quotes.marks.glyphs import BREAKS, Mark, Side, is_blank, last_before


class Evidence(IntEnum):
    """How much speaks for a quotation mark."""

    NONE = 0
    WEAK = 1
    """It looks like an apostrophe, and might be both."""
    FAIR = 2
    STRONG = 3


_ENDS_SPEECH = frozenset(",.?!…—–")
_BEGINS_SPEECH = frozenset('"“„«([$€£#@¿¡….’')
_CLOSED_BEFORE = frozenset('"”»)]')
"""Nested ends that may stand between the last word and the mark."""
_FRONT = re.compile(r"(?:([a-zA-Z]+)\b(?!['’](?!\w))|\d\d(?!\d))")
"""What an elision leaves of a word; a mark right after it makes it a word in quotation marks."""
_BACK = re.compile(r"[a-zA-Z]+\Z")
_LONGEST_BACK = 12
_POSSESSIVE = frozenset("sSzZxX0123456789")
"""What stands before the apostrophe of "the soldiers' camp", and of 6' as in six feet."""


def as_opening(text: str, start: int, mark: Mark) -> Evidence:
    """How much speaks for a single mark as an opening one.

    Args:
        text: The article.
        start: Where the paragraph starts.
        mark: The mark.
    """
    directed = mark.side is Side.OPENS and mark.glyph.printed is not Side.CLOSES
    begins = mark.after.isalnum() or mark.after in _BEGINS_SPEECH
    if not directed or not begins or mark.before.isalnum() or mark.before == "-":
        return Evidence.NONE
    if not _is_elision(text, mark):
        return Evidence.STRONG
    begins_clause = last_before(text, start, mark.start) in BREAKS
    return Evidence.WEAK if begins_clause else Evidence.NONE


def _is_elision(text: str, mark: Mark) -> bool:
    match = _FRONT.match(text, mark.end)
    if match is None:
        return text.startswith(("n'", "n’"), mark.end)
    return match[1] is None or match[1].lower() in table("elisions")["front"]


def as_closing(text: str, start: int, mark: Mark) -> Evidence:
    """How much speaks for a single mark as a closing one.

    Args:
        text: The article.
        start: Where the paragraph starts.
        mark: The mark.
    """
    if mark.side in (Side.OPENS, Side.NEITHER) or is_blank(mark.before):
        return Evidence.NONE
    before = mark.before
    if before in _CLOSED_BEFORE and mark.start - 1 > start:
        before = text[mark.start - 2]
    if before in _ENDS_SPEECH:
        return Evidence.STRONG
    if mark.after.isalnum() or _loses_letters(text, start, mark) or _is_feet(mark):
        return Evidence.NONE
    return Evidence.WEAK if _may_own(text, mark) else Evidence.FAIR


def _loses_letters(text: str, start: int, mark: Mark) -> bool:
    """Whether the apostrophe stands for the end of the word before it."""
    word = _BACK.search(text[max(start, mark.start - _LONGEST_BACK) : mark.start])
    if word is None:
        return False
    elisions, letters = table("elisions"), word[0].lower()
    return letters in elisions["back"] or f"{letters}g" in elisions["dropped-g"]


def _is_feet(mark: Mark) -> bool:
    return mark.before.isdigit() and mark.after in ('"', "″")


def _may_own(text: str, mark: Mark) -> bool:
    """Whether the apostrophe may be a possessive's, or mean feet: a word has to follow."""
    word_follows = mark.after.isspace() and text[mark.end + 1 : mark.end + 2].isalnum()
    return word_follows and mark.before in _POSSESSIVE
