"""Semicolons and colons, at which what somebody says begins or ends: "A; B, X said; C"."""

from bisect import bisect_left

from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def between_semicolons(layout: ArticleLayout, stretch: Stretch) -> tuple[int, int]:
    """The part of a stretch on the side of its cue; empty if a semicolon stands between them.

    Semicolons in quotation marks do not count.
    """
    cue = layout.doc[stretch.said.cue[0]].idx if stretch.said.cue else stretch.start
    start, end = stretch.start, stretch.end
    marks = layout.semicolons
    if cue < start:
        after = bisect_left(marks, cue)
        return start, min([end, *marks[after : after + 1]])
    before = bisect_left(marks, cue)
    opening = max([start, *(mark + 1 for mark in marks[max(0, before - 1) : before])])
    return _after_colon(layout, opening, min(end, cue)), end


def _after_colon(layout: ArticleLayout, start: int, end: int) -> int:
    """Where a statement begins that the words before a colon announce, if it has a verb."""
    colon = layout.text.find(": ", start, end)
    tokens = layout.tokens(colon + 1, end) if colon >= 0 else None
    if tokens is None or layout.regions.at(colon) is not None:
        return start
    is_whole = any(token.tag_ in _FINITE for token in layout.doc[slice(*tokens)])
    return colon + 1 if is_whole else start
