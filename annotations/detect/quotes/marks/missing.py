"""What a quotation is taken to be where one of its marks is missing."""

import re
from collections.abc import Iterable, Iterator

from annotations.detect.quotes.marks.glyphs import BREAKS, Mark, Side, last_before
from annotations.detect.quotes.marks.regions import Region

_LONGEST_UNOPENED = 300
"""Characters of speech at the start of a paragraph that may lack their opening mark."""
_ENDS_SPEECH = frozenset(",.?!…")
_CLAUSE_END = re.compile(r"[,.;:?!…](?=\s)")


def unopened(text: str, start: int, mark: Mark) -> Iterator[Region]:
    """Yield what a paragraph begins with, if it is speech without an opening mark.

    Args:
        text: The article.
        start: Where the paragraph starts.
        mark: Its first mark, which opens nothing.
    """
    begin = start
    while text[begin].isspace():
        begin += 1
    is_near = mark.end - begin <= _LONGEST_UNOPENED
    if mark.side is Side.CLOSES and is_near and mark.before in _ENDS_SPEECH:
        yield Region(start=begin, end=mark.end, closed=True)


def end_without_closing(
    text: str, start: int, end: int, mark: Mark, later: Iterable[Mark], *, is_stray: bool
) -> int:
    """Where a region without a closing mark ends.

    That is where its paragraph does, or where the next quotation begins. Amid a sentence a stray
    mark holds a clause rather than all up to the next one.

    Args:
        text: The article.
        start: Where the paragraph starts.
        end: Where it ends.
        mark: The opening mark.
        later: The opening marks after it.
        is_stray: Whether some of the marks after it are in order.
    """
    before = last_before(text, start, mark.start)
    nesting = "" if before else text[mark.start : mark.end]
    border = next((each.start for each in later if not _is_nested(text, start, each, nesting)), end)
    if is_stray and before not in BREAKS:
        clause = _CLAUSE_END.search(text, mark.end, border)
        border = clause.end() if clause is not None else border
    return mark.start + len(text[mark.start : border].rstrip())


def _is_nested(text: str, start: int, mark: Mark, nesting: str) -> bool:
    """Whether a mark stands amid a sentence that another kind of mark began its paragraph with."""
    if nesting in ("", text[mark.start : mark.end]):
        return False
    return last_before(text, start, mark.start) not in BREAKS
