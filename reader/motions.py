"""Where words, sentences and paragraphs of a text begin and end. Pure.

A motion starts from the character `offset`. One forwards takes the first place that is not before
`beyond`, the end of the grapheme cluster that the cursor stands on.
"""

import re
from itertools import takewhile

from annotations.sentences import IsInside as IsInside
from annotations.sentences import is_inside_nothing as is_inside_nothing
from annotations.sentences import line_around as line_around
from annotations.sentences import next_sentence as next_sentence
from annotations.sentences import previous_sentence as previous_sentence
from annotations.sentences import sentence_end as sentence_end

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_FARTHEST_WORD = 1000
"""Characters to look back for a word."""
_NEAR_WORD = 40
"""Those in which there nearly always is one."""
_INK = re.compile(r"\S")


# Words


def next_word(text: str, offset: int, *, beyond: int, ends: bool = False) -> int:
    """The first letter of the next word, or the last one of a word; else the end of the text."""
    stops = (_stop(match, ends=ends) for match in _WORD.finditer(text, offset + ends))
    return next((stop for stop in stops if stop >= beyond), len(text))


def previous_word(text: str, offset: int, *, ends: bool = False) -> int:
    """The first letter of the word before, or the last one of a word before that."""
    near = max(0, offset - _NEAR_WORD)
    earlier = _stops_before(text, offset, begin=near, ends=ends)
    if len(earlier) > 1 or near == 0:  # the first one may be the rest of a word that is cut
        return earlier[-1] if earlier else 0
    begin = max(0, offset - _FARTHEST_WORD)
    earlier = _stops_before(text, offset, begin=begin, ends=ends)
    return earlier[-1] if earlier else begin


def _stops_before(text: str, offset: int, *, begin: int, ends: bool) -> list[int]:
    """Where words begin, or end, from one character on and before another."""
    found = _WORD.finditer(text, begin, offset + _FARTHEST_WORD)
    return list(takewhile(offset.__gt__, (_stop(match, ends=ends) for match in found)))


def word_at(text: str, offset: int, start: int, end: int) -> tuple[int, int] | None:
    """The word around a character, as `[start, end)`, within such a stretch of the text."""
    spans = (match.span() for match in _WORD.finditer(text, start, end))
    return next((span for span in spans if span[0] <= offset < span[1]), None)


def _stop(match: re.Match[str], *, ends: bool) -> int:
    return match.end() - 1 if ends else match.start()


# Paragraphs


def next_paragraph(text: str, offset: int) -> int:
    """Where the next paragraph begins; else the end of the text."""
    line_end = text.find("\n", offset)
    inked = _INK.search(text, line_end) if line_end >= 0 else None
    return line_around(text, inked.start())[0] if inked else len(text)


def previous_paragraph(text: str, offset: int) -> int:
    """Where the paragraph begins, or, from its beginning, the one before."""
    start, _ = line_around(text, offset)
    while start > 0 and (start == offset or not _is_inked(text, start)):
        start, _ = line_around(text, start - 1)
    return start


def _is_inked(text: str, start: int) -> bool:
    """Whether there is more than blanks in the text's line that begins here."""
    return _INK.search(text, *line_around(text, start)) is not None
