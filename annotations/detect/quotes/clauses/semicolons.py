"""Semicolons and colons, at which what somebody says begins or ends: "A; B, X said; C"."""

import re

from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout

_SEMICOLON = re.compile(r";(?! (?:and |but )?(?:that|whether)\b)")
"""One that parts two statements, not the clauses of one."""

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def between_semicolons(layout: ArticleLayout, stretch: Stretch) -> tuple[int, int]:
    """The part of a stretch on the side of its cue; empty if a semicolon stands between them.

    Semicolons in quotation marks do not count.
    """
    cue = layout.doc[stretch.said.cue[0]].idx if stretch.said.cue else stretch.start
    start, end = stretch.start, stretch.end
    found = _SEMICOLON.finditer(layout.text, min(start, cue), max(end, cue))
    marks = [each.start() for each in found if layout.regions.at(each.start()) is None]
    if cue < start:
        return start, min([end, *marks])
    opening = max([start, *(mark + 1 for mark in marks if mark < cue)])
    return _after_colon(layout, opening, min(end, cue)), end


def _after_colon(layout: ArticleLayout, start: int, end: int) -> int:
    """Where a statement begins that the words before a colon announce, if it has a verb."""
    colon = layout.text.find(": ", start, end)
    tokens = layout.tokens(colon + 1, end) if colon >= 0 else None
    if tokens is None or layout.regions.at(colon) is not None:
        return start
    is_whole = any(token.tag_ in _FINITE for token in layout.doc[slice(*tokens)])
    return colon + 1 if is_whole else start
