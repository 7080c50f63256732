"""Stretches of text in which words were found, as they are drawn. Pure."""

import re

from rich.segment import Segment
from rich.style import Style

from annotations.text import clean
from reader.services.messages import HIT_MARKS

_MARK = re.compile("[" + "".join(HIT_MARKS) + "]")
_FOUND = re.compile(HIT_MARKS[0] + "[^" + HIT_MARKS[1] + "]*" + HIT_MARKS[1])


def without_marks(snippet: str) -> str:
    """A snippet as it is read."""
    return clean(_MARK.sub("", snippet))


def pieces(snippet: str) -> list[tuple[str, bool]]:
    """The pieces of a snippet, each with whether it is a word found."""
    split = _MARK.split(snippet)
    return [(clean(text), place % 2 == 1) for place, text in enumerate(split) if text]


def stretches(marked: str, *, around: int = 100, most: int = 4, opening: int = 600) -> list[str]:
    """The stretches of a text around the words found, or its beginning if there are none.

    Args:
        marked: The text, the words found between marks.
        around: Characters shown before and after a word, cut at blanks.
        most: Stretches at the most.
        opening: Characters of the beginning.
    """
    found: list[tuple[int, int]] = []
    for match in _FOUND.finditer(marked):
        start, end = max(0, match.start() - around), match.end() + around
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    if not found:
        return [_one_line(marked, 0, opening)]
    return [_one_line(marked, start, end) for start, end in found[:most]]


def _one_line(marked: str, start: int, end: int) -> str:
    """A stretch of a text on one line, from blank to blank, with signs where it goes on."""
    if start:
        start = marked.find(" ", start) + 1 or start
    if end < len(marked):
        end = max(marked.rfind(" ", start, end), start + 1)
    before, behind = "… " if start else "", " …" if end < len(marked) else ""
    return f"{before}{' '.join(marked[start:end].split())}{behind}"


def drawn(shown: str, snippet: str, hit: Style) -> list[Segment]:
    """What is shown of a snippet, with the words found in a style.

    Args:
        shown: The beginning of the snippet without its marks, perhaps cut or followed by blanks.
        snippet: The snippet with its marks.
        hit: Added to the words found.
    """
    segments, at = [], 0
    for text, found in pieces(snippet):
        part = shown[at : at + len(text)]
        segments.append(Segment(part, hit if found else None))
        at += len(text)
    return [*segments, Segment(shown[at:])]
