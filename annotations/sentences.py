"""Where sentences of a text begin and end, by its marks alone. Pure.

`annotations.detect` parts texts better, with a parse; this is for where there is none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

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


def line_around(text: str, offset: int) -> tuple[int, int]:
    """The text's own line around a character, as `[start, end)`, without its line break."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)


def starts_of(text: str) -> list[int]:
    """Where all sentences of a text begin, in its order."""
    found: list[int] = []
    start = 0
    while start < len(text):
        _, end = line_around(text, start)
        found.extend(_sentences(text, start, end, is_inside_nothing))
        start = end + 1
    return found


def around(
    text: str, starts: Sequence[int], start: int, end: int, *, more: int = 0
) -> tuple[int, int]:
    """The sentences that a stretch of a text stands in, as `[first, last)`, blanks behind included.

    Args:
        text: The text.
        starts: Where its sentences begin.
        start: Where the stretch begins.
        end: Where it ends.
        more: Sentences to add before, and behind, as far as there are any.
    """
    before = max(0, bisect_right(starts, start) - 1 - more)
    behind = bisect_left(starts, end) + more
    first = min(start, starts[before]) if before < len(starts) else start
    return first, starts[behind] if behind < len(starts) else len(text)
