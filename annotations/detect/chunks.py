"""Where a long text is cut before it is parsed, so that memory and time stay linear."""

import re
from collections.abc import Iterator

CHUNK_LENGTH = 50_000
"""Characters that are parsed at a time: some 8,000 words, two seconds of work."""

_BORDERS = ("\n\n", "\n", ". ", " ")
"""Where to cut, best first; the border stays with the chunk before it."""

_LONGEST_WORD = 150
"""Characters; longer runs without a blank are web addresses or noise."""

_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")


def chunks(text: str, *, length: int = CHUNK_LENGTH) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of consecutive stretches that together are the whole text.

    A chunk ends after a blank line if it can, else after a line, a sentence or a word, and
    within a word only if that is longer than half a chunk.

    Args:
        text: Any text; nothing is yielded for an empty one.
        length: The most characters in a chunk.
    """
    start = 0
    while len(text) - start > length:
        end = _cut(text, start, start + length)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _cut(text: str, start: int, limit: int) -> int:
    """The best place to cut in the second half of `[start, limit)`."""
    middle = (start + limit) // 2
    for border in _BORDERS:
        found = text.rfind(border, middle, limit)
        if found >= 0:
            return found + len(border)
    return limit


def word_runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield `(start, end, plain)` of consecutive stretches that together are the whole text.

    Stretches that are not plain are pieces of overlong words. spaCy's tokenizer peels marks off
    a word one by one and copies the rest each time, which takes minutes on a line of 50,000
    quotation marks.
    """
    position = 0
    for match in _LONG_WORD.finditer(text):
        if position < match.start():
            yield position, match.start(), True
        for start in range(match.start(), match.end(), _LONGEST_WORD):
            yield start, min(start + _LONGEST_WORD, match.end()), False
        position = match.end()
    if position < len(text):
        yield position, len(text), True
