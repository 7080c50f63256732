"""Semicolons, at which what somebody says begins or ends: "A; B, X said; C"."""

import re

from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout

_SEMICOLON = re.compile(r";(?! (?:and |but )?(?:that|whether)\b)")
"""One that parts two statements, not the clauses of one."""


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
    return max([start, *(mark + 1 for mark in marks if mark < cue)]), end
