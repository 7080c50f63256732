"""Quotation marks as they are printed, and which end of a quotation their neighbours make them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from annotations.detect.lexicon import sections


class Side(Enum):
    """Which end of a quotation a mark makes."""

    OPENS = "opening"
    CLOSES = "closing"
    EITHER = "either"
    NEITHER = "neither"
    """It stands apart from the words on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A quotation mark as the lexicon has it."""

    family: str
    printed: Side
    spaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A quotation mark `[start, end)` in a text."""

    start: int
    end: int
    glyph: Glyph
    side: Side
    before: str
    """The character before it, empty at the start of its paragraph."""
    after: str
    """The character after it, empty at the end of its paragraph."""


BREAKS = frozenset(("", *",.;:?!…—–"))
"""What stands before the first word of a sentence or clause, the start of a paragraph included."""
SINGLE = "single"
"""The family of the marks that are apostrophes as well."""

_BRACKETS = frozenset("([{<")
_DASHES = frozenset("-–—―")
_ENDS = frozenset(",.;:?!…)]}>/")
"""Characters that follow a closing mark."""
_FAR_FROM_OPENING = frozenset(",;:?!)]}>")
"""Of these, the ones that no quotation begins with."""


@cache
def glyphs() -> dict[str, Glyph]:
    """Every quotation mark of the lexicon, one or two characters long."""
    return {
        mark: Glyph(
            family=family,
            printed=printed,
            spaced=mark in marks.get("spaced", ()),
        )
        for family, marks in sections("quotation_marks").items()
        for printed in (Side.OPENS, Side.CLOSES, Side.EITHER)
        for mark in marks.get(printed.value, ())
    }


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(glyphs(), key=len, reverse=True))))


@cache
def _characters() -> frozenset[str]:
    return frozenset("".join(glyphs()))


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks of the paragraph `[start, end)`, apostrophes among them."""
    for match in _pattern().finditer(text, start, end):
        glyph = glyphs()[match[0]]
        before = text[match.start() - 1] if match.start() > start else ""
        after = text[match.end()] if match.end() < end else ""
        yield Mark(
            start=match.start(),
            end=match.end(),
            glyph=glyph,
            side=side(glyph, before, after),
            before=before,
            after=after,
        )


def side(glyph: Glyph, before: str, after: str) -> Side:
    """Which end of a quotation a mark is, by how it is printed and what stands beside it.

    Args:
        glyph: The mark.
        before: The character before it, or nothing.
        after: The character after it, or nothing.
    """
    if glyph.printed is Side.CLOSES:
        return Side.OPENS if is_blank(before) and after.isalnum() else Side.CLOSES
    if glyph.printed is Side.EITHER:
        return _by_neighbours(before, after)
    if is_blank(before) or before in _BRACKETS or before in _DASHES:
        return Side.OPENS if glyph.spaced or not is_blank(after) else Side.NEITHER
    return Side.CLOSES if is_blank(after) or after in _ENDS else Side.OPENS


def _by_neighbours(before: str, after: str) -> Side:
    if is_blank(before):
        apart = is_blank(after) or after in _FAR_FROM_OPENING
        return Side.NEITHER if apart else Side.OPENS
    if is_blank(after):
        return Side.CLOSES
    if before in _BRACKETS:
        return Side.OPENS
    if after in _ENDS or after in _DASHES:
        return Side.CLOSES
    leans_on_next = before in _DASHES or before in _characters() or before in ":="
    leans_on_last = after in _characters()
    if leans_on_next == leans_on_last:
        return Side.EITHER
    return Side.OPENS if leans_on_next else Side.CLOSES


def is_blank(character: str) -> bool:
    """Whether there is nothing, or white space."""
    return not character or character.isspace()


def last_before(text: str, start: int, offset: int) -> str:
    """The last character before an offset that is not blank; empty if the paragraph has none.

    Args:
        text: The article.
        start: Where the paragraph starts.
        offset: Where to look back from.
    """
    while offset > start:
        offset -= 1
        if not text[offset].isspace():
            return text[offset]
    return ""
