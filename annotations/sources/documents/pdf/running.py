"""Running heads and page numbers: what stands at the same place on page after page."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotations.sources.documents.pdf.geometry import Page
from annotations.sources.documents.pdf.rows import Row, rows, text_of

_MARGIN = 0.18
"""Of the height of a page, at the top and at the bottom, where they stand."""
_MOST_ROWS = 5
"""Rows at each end of a page that may be running heads."""
_REACH = 3
"""Pages before and after, of which another has to have the same."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\[(]\s*)?(?:page|p\.|seite|página|стр\.)?\s*(?:[A-Z]-?)?(\d{1,5})"
    r"\s*(?:(?:of|/|von|de|sur|из)\s*(\d{1,5}))?(?:\s*[-–—|\])])?",
    re.IGNORECASE,
)

Key = tuple[str, int]
"""Text without its figures, and the place."""


def without_running_heads(pages: Iterable[Page]) -> Iterator[Page]:
    """Pages without what repeats at one place, and without their numbers.

    Holds only the pages that a page is compared with.
    """
    ahead: deque[tuple[Page, set[Key]]] = deque()
    behind: deque[set[Key]] = deque(maxlen=_REACH)
    source = iter(pages)
    while True:
        while len(ahead) <= _REACH and (page := next(source, None)) is not None:
            ahead.append((page, set(_keys(page))))
        if not ahead:
            return
        page, own = ahead.popleft()
        others = set().union(*behind, *(keys for _, keys in ahead))
        yield _without(page, others)
        behind.append(own)


def _without(page: Page, others: set[Key]) -> Page:
    dropped: set[int] = set()
    for row in _outermost(page):
        if _key(row, page) in others or _is_page_number(row, page):
            dropped.update(map(id, row.runs))
    return replace(page, runs=tuple(run for run in page.runs if id(run) not in dropped))


def _keys(page: Page) -> Iterator[Key]:
    return (_key(row, page) for row in _outermost(page))


def _key(row: Row, page: Page) -> Key:
    """The same for rows of different pages that differ in their figures alone."""
    text = _NUMBER.sub("#", text_of(row.runs).casefold())
    return (" ".join(text.split()), round(row.y / 4))


def _outermost(page: Page) -> list[Row]:
    """The rows near the upper and the lower border."""
    found = rows(page.runs)
    upper = [row for row in found[:_MOST_ROWS] if row.y >= page.height * (1 - _MARGIN)]
    lower = [row for row in found[-_MOST_ROWS:] if row.y <= page.height * _MARGIN]
    return [*upper, *(row for row in lower if row not in upper)]


def _is_page_number(row: Row, page: Page) -> bool:
    """Whether a row is nothing but the number of its page."""
    match = _PAGE_NUMBER.fullmatch(text_of(row.runs).strip())
    return bool(match) and page.number in (int(match[1]), int(match[2] or 0))  # type: ignore[index]
