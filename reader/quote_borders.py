"""Where a quote can begin and end: with words, and with quotation marks that are its own. Pure."""

import re
from collections.abc import Iterator

from reader.snapping import PAIRS, WORD

Span = tuple[int, int]

_OPENING = frozenset(opens for opens, _ in PAIRS)
_CLOSING = frozenset(closes for _, closes in PAIRS)
_MARKS = re.compile(r"[^\w\s]*")
"""What can stand between a word and the next blank."""
_SIGNS_BEFORE, _SIGNS_BEHIND = "$€£¥#@", "%‰°€"
"""What is part of a number or name, though no letter."""


def quote_words(text: str, quote: Span, first: int, last: int) -> list[Span]:
    """The words in a stretch, as a quote would begin or end with them.

    The opening marks in front of a word belong to it, as do the closing ones behind it if what
    they close is opened in the quote; stops, commas and dashes do not. At the end of the stretch
    the last stop belongs to a quote that is not closed there, because it goes on in the next
    paragraph.

    Args:
        text: The article's text.
        quote: What the quote covers now.
        first: Where the stretch begins.
        last: Where it ends.
    """
    words = (match.span() for match in WORD.finditer(text, first, last))
    return [
        (_begin(text, start, first), _end(text, max(quote[0], first), stop, last))
        for start, stop in words
    ]


def _begin(text: str, start: int, first: int) -> int:
    """Where a word begins with the signs and the opening marks in front of it."""
    begin = start
    while begin > first and text[begin - 1] in _SIGNS_BEFORE:
        begin -= 1
    while begin > first and text[begin - 1] in _OPENING:
        begin -= 1
    is_at_a_blank = begin == first or not text[begin - 1].isalnum()
    return begin if is_at_a_blank else start


def _end(text: str, begin: int, stop: int, last: int) -> int:
    """Where a word ends with the signs behind it, and the closing marks of what is opened."""
    while stop < last and text[stop] in _SIGNS_BEHIND:
        stop += 1
    end, behind = stop, _MARKS.match(text, stop, last)
    border = behind.end() if behind is not None else stop
    for at in range(stop, border):
        if text[at] in _CLOSING and _is_open(text, begin, at, text[at]):
            end = at + 1
    is_last = not text[border:last].strip()
    return border if is_last and end == stop and _is_unclosed(text, begin, stop) else end


def _is_open(text: str, begin: int, at: int, closing: str) -> bool:
    """Whether a mark before a place, from some character on, is closed by the mark there."""
    if (closing, closing) in PAIRS:
        return sum(text[each] == closing for each in _marks(text, begin, at)) % 2 == 1
    opened = max(text.rfind(opens, begin, at) for opens, closes in PAIRS if closes == closing)
    return opened >= begin and not _is_closed(text, opened, at)


def _is_unclosed(text: str, begin: int, stop: int) -> bool:
    """Whether a quote begins with a mark that is not closed before a place."""
    if begin >= stop or text[begin] not in _OPENING:
        return False
    return not _is_closed(text, begin, stop)


def _is_closed(text: str, opened: int, before: int) -> bool:
    """Whether a mark is closed before a place."""
    closes = {closing for opening, closing in PAIRS if opening == text[opened]}
    return any(text[at] in closes for at in _marks(text, opened + 1, before))


def _marks(text: str, begin: int, end: int) -> Iterator[int]:
    """Where marks stand; an apostrophe in a word is none."""
    for at in range(begin, end):
        is_in_word = text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
        if text[at] in _OPENING | _CLOSING and not is_in_word:
            yield at
