"""From glyphs as they stand, left to right, to the order in which they are read."""

import re
import unicodedata
from collections.abc import Sequence

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_IN_NUMBERS = ".,:/%+-\N{NON-BREAKING HYPHEN}"


def has_leftward(glyphs: Sequence[str]) -> bool:
    """Whether any of it is read from right to left."""
    text = "".join(glyphs)
    return not text.isascii() and bool(_LEFTWARD.search(text))


def logical(glyphs: Sequence[str]) -> list[str]:
    """Glyphs of a row, from left to right, in the order of reading.

    A row that is mostly read from right to left is turned round, but for numbers and words that
    are not; in any other, the words that are read from right to left are turned round.
    """
    if is_leftward(glyphs):
        return _marks_behind(_stretches_turned(glyphs[::-1], leftward=False))
    return _marks_behind(_stretches_turned(glyphs, leftward=True))


def is_leftward(glyphs: Sequence[str]) -> bool:
    """Whether most of it is read from right to left."""
    if not has_leftward(glyphs):
        return False
    leftward = sum(map(_is_leftward, glyphs))
    return leftward > sum(glyph.isalpha() and not _is_leftward(glyph) for glyph in glyphs)


def _is_leftward(glyph: str) -> bool:
    return bool(_LEFTWARD.search(glyph)) and not glyph.isdecimal()


def _stretches_turned(glyphs: Sequence[str], *, leftward: bool) -> list[str]:
    """Glyphs with the stretches of one direction turned round; what stands between two of them
    is part of the stretch.
    """
    found: list[str] = []
    stretch: list[str] = []
    loose: list[str] = []
    for glyph in glyphs:
        if _belongs(glyph, leftward=leftward):
            if loose and stretch and not _joins(stretch, loose, leftward=leftward):
                found += [*reversed(stretch), *loose]
                stretch, loose = [], []
            stretch += [*loose, glyph]
            loose = []
        elif _is_loose(glyph) and stretch:
            loose.append(glyph)
        else:
            found += [*reversed(stretch), *loose, glyph]
            stretch, loose = [], []
    return [*found, *reversed(stretch), *loose]


def _belongs(glyph: str, *, leftward: bool) -> bool:
    if leftward:
        return _is_leftward(glyph)
    return glyph.isdecimal() or (glyph.isalpha() and not _is_leftward(glyph))


def _is_loose(glyph: str) -> bool:
    return not any(map(str.isalnum, glyph))


def _joins(stretch: Sequence[str], loose: Sequence[str], *, leftward: bool) -> bool:
    """Whether what stands between joins two words, or the parts of one number."""
    if leftward or any(glyph.isalpha() for glyph in stretch):
        return True
    return all(glyph in _IN_NUMBERS for glyph in loose)


def _marks_behind(glyphs: list[str]) -> list[str]:
    """Vowel signs behind the letters that carry them."""
    for index in range(len(glyphs) - 1):
        if _is_mark(glyphs[index]) and not _is_mark(glyphs[index + 1]):
            glyphs[index], glyphs[index + 1] = glyphs[index + 1], glyphs[index]
    return glyphs


def _is_mark(glyph: str) -> bool:
    return bool(glyph) and all(map(unicodedata.combining, glyph))
