"""Where words, sentences and paragraphs of a text begin and end. Pure.

A motion starts from the character `offset`. One forwards takes the first place that is not before
`beyond`, the end of the grapheme cluster that the cursor stands on.
"""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_FARTHEST_WORD = 1000
"""Characters to look back for a word."""
_NEAR_WORD = 40
"""Those in which there nearly always is one."""
_INK = re.compile(r"\S")
_OPENING, _CLOSING = "\"'“‘«‹([{¿¡—–-", "\"'”’»›)]}"
_SENTENCE_END = re.compile(
    rf"(?<![.!?…])(?P<stop>[.!?…]++)[{re.escape(_CLOSING)}]*+[^\S\n]++"
    rf"(?=[{re.escape(_OPENING)}\s]*+(?P<first>[^\W_]))"
    r"|[。！？]++[」』”’）]*+[^\S\n]*+(?=[^\s」』”’）])"
)
"""What ends a sentence inside a line, blanks included; `first` is the next letter or digit."""
_LAST_WORD = re.compile(r"[^\W\d_][\w\-]*\Z")
_LONGEST_ABBREVIATION = 12

IsInside = Callable[[int], bool]
"""Whether a character stands in the middle of what belongs together, such as a name."""


def is_inside_nothing(offset: int) -> bool:
    """That nothing belongs together."""
    return False


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


# Sentences


def next_sentence(
    text: str, offset: int, *, beyond: int, is_inside: IsInside = is_inside_nothing
) -> int:
    """Where the next sentence begins; else the end of the text."""
    start, end = line_around(text, offset)
    starts = (at for at in _sentences(text, start, end, is_inside) if at >= beyond)
    found = next(starts, None)
    if found is not None:
        return found
    inked = _INK.search(text, max(end, beyond))
    return inked.start() if inked else len(text)


def sentence_end(
    text: str, offset: int, *, beyond: int, is_inside: IsInside = is_inside_nothing
) -> int:
    """The last character of the sentence, or of the next one where that is not beyond."""
    following = offset
    while following < len(text):
        following = next_sentence(
            text, following, beyond=max(beyond, following + 1), is_inside=is_inside
        )
        last = len(text[offset:following].rstrip()) + offset - 1
        if last >= beyond:
            return last
    return len(text)


def previous_sentence(text: str, offset: int, *, is_inside: IsInside = is_inside_nothing) -> int:
    """Where the sentence begins, or, from its beginning, the one before."""
    start, end = line_around(text, offset)
    while True:
        starts = [at for at in _sentences(text, start, end, is_inside) if at < offset]
        if starts:
            return starts[-1]
        if start == 0:
            return 0
        start, end = line_around(text, start - 1)


def _sentences(text: str, start: int, end: int, is_inside: IsInside) -> Iterator[int]:
    """Where sentences begin in one line of the text."""
    first = _INK.search(text, start, end)
    if first is None:
        return
    yield first.start()
    for match in _SENTENCE_END.finditer(text, first.start(), end):
        if _ends_sentence(text, match) and not is_inside(match.end()):
            yield match.end()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a stop is not only that of an abbreviation, and what follows can begin anew."""
    if match["first"] is None:
        return True
    if match["first"].islower():
        return False
    if match["stop"] != ".":
        return True
    begin = max(0, match.start() - _LONGEST_ABBREVIATION)
    before = _LAST_WORD.search(text[begin : match.start()])
    return before is None or not _is_abbreviation(before[0])


def _is_abbreviation(word: str) -> bool:
    from annotations.detect.lexicon import words  # reading can begin without

    return len(word) == 1 or word.lower() in words("abbreviations")


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


def line_around(text: str, offset: int) -> tuple[int, int]:
    """The text's own line around a character, as `[start, end)`, without its line break."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)


def _is_inked(text: str, start: int) -> bool:
    """Whether there is more than blanks in the text's line that begins here."""
    return _INK.search(text, *line_around(text, start)) is not None
