"""Notes at the foot of a page, which stand at the end of the text instead."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annotations.sources.documents.pdf.geometry import Line

_SMALLER = 0.93
"""Of the size of the text above, how large notes are at most."""
_LOWER = 0.5
"""Of the height of a page, below which they begin."""
_CLOSED_UP = re.compile(r"^(\d{1,3})(?=[A-Z“‘\"'])")
"""A note's number that is set right before its text."""
_NOTE = re.compile(r"(?:\(?\[?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,4})[.)\]]?)\s*(?=\S{2})")


def parted(page: Sequence[Line], *, height: float, body: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page's text, and those of its notes.

    Args:
        page: Its lines in the order of reading.
        height: Of the page.
        body: The size of most of the document's text.
    """
    text: list[Line] = []
    notes: list[Line] = []
    columns = {line.column for line in page}
    for column in sorted(columns):
        own = [line for line in page if line.column == column]
        start = _start(own, height=height, body=body)
        text += own[:start]
        notes += [replace(line, text=_CLOSED_UP.sub(r"\1 ", line.text)) for line in own[start:]]
    return text, notes


def _start(column: Sequence[Line], *, height: float, body: float) -> int:
    """Where in a column its notes start: the highest line with a note's sign that only small
    lines follow.
    """
    start = len(column)
    for index in range(len(column) - 1, -1, -1):
        line = column[index]
        if line.size > _SMALLER * body or line.y > _LOWER * height or line.is_row:
            break
        if _NOTE.match(line.text):
            start = index
    return start
