"""Pairing the marks that are nothing but quotation marks."""

from collections import Counter
from collections.abc import Iterator, Sequence

from annotations.detect.quotes.marks.glyphs import Mark, Side
from annotations.detect.quotes.marks.missing import end_without_closing, unopened
from annotations.detect.quotes.marks.regions import Region

_FIRST_WIDE = "\u2e80"
"""From here on Unicode has scripts that put no blanks between words."""


def pair_doubles(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Region]:
    """Yield the regions of a paragraph, without those inside another.

    Args:
        text: The article.
        start: Where the paragraph starts.
        end: Where it ends.
        marks: Its marks, single ones left out.
    """
    closers = _match(marks)
    if marks and 0 not in closers:
        yield from unopened(text, start, marks[0])
    openers = list(closers)
    last_pair = max((each for each in openers if closers[each] is not None), default=0)
    reached = start
    for place, opener in enumerate(openers):
        mark, closer = marks[opener], closers[opener]
        if mark.start < reached:
            continue
        if closer is not None:
            reached = marks[closer].end
        else:
            later = (marks[openers[index]] for index in range(place + 1, len(openers)))
            is_stray = opener < last_pair
            reached = end_without_closing(text, start, end, mark, later, is_stray=is_stray)
        if closer is not None or any(map(str.isalnum, text[mark.start : reached])):
            yield Region(start=mark.start, end=reached, closed=closer is not None)


def _match(marks: Sequence[Mark]) -> dict[int, int | None]:
    """The openers among the marks, in order, each with its closer if it has one.

    A closer belongs to the last opener of its family; openers of other families since then are
    given up.
    """
    matched: dict[int, int | None] = {}
    pending: list[int] = []
    waiting: Counter[str] = Counter()
    for index, mark in enumerate(marks):
        family = mark.glyph.family
        if waiting[family] and _can_close(marks, index):
            opener = pending.pop()
            while marks[opener].glyph.family != family:
                waiting[marks[opener].glyph.family] -= 1
                opener = pending.pop()
            waiting[family] -= 1
            matched[opener] = index
        elif _can_open(marks, index):
            matched[index] = None
            pending.append(index)
            waiting[family] += 1
    return matched


def _can_close(marks: Sequence[Mark], index: int) -> bool:
    """Whether a mark ends a quotation if one is open.

    After a digit it may mean inches, which it does if the very next mark closes as well.
    """
    mark = marks[index]
    if mark.side is Side.OPENS:
        return False
    may_be_inches = mark.glyph.printed is Side.EITHER and mark.before.isdigit()
    goes_on = mark.after.isspace() or mark.after.isalnum()
    return not (may_be_inches and goes_on and _next_closes(marks, index))


def _can_open(marks: Sequence[Mark], index: int) -> bool:
    """Whether a mark begins a quotation if it closes none."""
    mark = marks[index]
    if mark.side is Side.EITHER:
        return not mark.before.isalnum() or mark.before >= _FIRST_WIDE
    if mark.side is Side.NEITHER:
        return mark.glyph.printed is Side.OPENS and _next_closes(marks, index)
    return mark.side is Side.OPENS


def _next_closes(marks: Sequence[Mark], index: int) -> bool:
    return index + 1 < len(marks) and marks[index + 1].side is Side.CLOSES
