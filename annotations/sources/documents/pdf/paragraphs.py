"""Lines become paragraphs, across columns and pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from annotations.sources.documents.blocks import BULLET, Block
from annotations.sources.documents.pdf.geometry import Line
from annotations.sources.documents.pdf.hyphens import Words, joined

_ITEM = re.compile(
    r"(?:[•▪■□●○◦‣⁃►▶➢✓✔·*\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|[-–—](?=\s)|\uf0b7)\s*(?=\S)"
    r"|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
"""The mark of an item of a list."""
_BULLET = re.compile(r"^[^\w\s(\"'“”‘’«„\[$€£#@&+…-]\s*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_WIDER = 1.35
"""Of the usual distance of lines, what is between paragraphs at least."""
_WIDEST = 2.6
"""Of the size, the distance of lines in one paragraph at most."""
_SIZE_DIFFERS = 0.06
_HEADING = 1.12
"""Of the size of most text, how large a heading is at least."""
_INDENT = 0.5
"""Of the size, by how much a first line is moved in at least."""
_LONGEST_HEADING = 200
"""Characters."""
_NEIGHBOURS = 4
"""Lines above and below that show how wide a column is."""


@dataclass(slots=True)
class _Open:
    """A paragraph that is being collected."""

    text: str
    lines: list[Line] = field(default_factory=list)


def paragraphs(pages: Iterable[Sequence[Line]], words: Words, *, body: float) -> Iterator[Block]:
    """Paragraphs in the order of reading.

    Args:
        pages: The lines of each page.
        words: The document's words.
        body: The size of most of its text.
    """
    current: _Open | None = None
    for page in pages:
        leading = _leading(page)
        for index, line in enumerate(page):
            before = page[index - 1] if index and page[index - 1].column == line.column else None
            if current and _goes_on(current, line, before, page, index, leading, body):
                current.text = joined(current.text, line.text, words)
            else:
                if current:
                    yield _block(current, body)
                current = _Open(text=line.text)
            current.lines.append(line)
    if current:
        yield _block(current, body)


def body_size(counted: "Counter[float]") -> float:
    """The size of most text, from how many characters there are of each."""
    return counted.most_common(1)[0][0] if counted else 0.0


def _leading(page: Sequence[Line]) -> dict[int, float]:
    """The usual distance of lines, for each size of text in whole points."""
    distances: dict[int, list[float]] = {}
    for above, line in pairwise(page):
        if above.column == line.column and _same_size(above, line) and above.y > line.y:
            distances.setdefault(round(line.size), []).append(above.y - line.y)
    return {key: min(median(each), _tightest(each)) for key, each in distances.items()}


def _tightest(distances: Sequence[float]) -> float:
    """The distance of lines within paragraphs, where most paragraphs have one line only."""
    usual = Counter(round(each, 0) for each in distances)
    often = [each for each, count in usual.items() if count >= max(2, len(distances) // 6)]
    return (min(often) + 0.5) if often else max(distances)


def _goes_on(
    current: _Open,
    line: Line,
    before: Line | None,
    page: Sequence[Line],
    index: int,
    leading: dict[int, float],
    body: float,
) -> bool:
    """Whether a line belongs to the paragraph that is open."""
    last = current.lines[-1]
    if last.is_row or line.is_row or not _same_size(last, line) or last.bold != line.bold:
        return False
    if _ITEM.match(line.text):
        return False
    if before is None:
        return _goes_on_elsewhere(current, last, line)
    distance = before.y - line.y
    usual = leading.get(round(line.size), distance)
    if not 0 <= distance <= min(_WIDER * usual + 0.5, _WIDEST * line.size):
        return False
    if line.size >= _HEADING * body:
        return True
    if _is_moved_in(current, line):
        return False
    return not _would_have_fit(last, line, _neighbours(page, index - 1))


def _goes_on_elsewhere(current: _Open, last: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column, or on the next page."""
    if (
        line.x0 - line.left > _INDENT * line.size
        and line.x1 < line.right + 1
        and not _ITEM.match(current.text)
    ):
        return line.text[:1].islower()
    if _SENTENCE_END.search(last.text):
        return False
    if line.text[:1].islower():
        return True
    free = last.right - last.x1
    return free < 0.25 * max(last.right - last.left, 1.0)


def _is_moved_in(current: _Open, line: Line) -> bool:
    """Whether a line begins a paragraph by its indent: farther right than the lines above."""
    last = current.lines[-1]
    if len(current.lines) == 1 and _ITEM.match(current.text):
        return False
    return line.x0 - last.x0 > _INDENT * line.size and not _is_centred(last)


def _is_centred(line: Line) -> bool:
    left, right = line.x0 - line.left, line.right - line.x1
    return left > line.size and abs(left - right) < 0.02 * (line.right - line.left)


def _would_have_fit(last: Line, line: Line, near: Sequence[Line]) -> bool:
    """Whether the first word of a line had room at the end of the one before."""
    word = line.text.split(maxsplit=1)[0]
    needed = line.width_of(len(word)) + 0.2 * line.size
    if _is_centred(last):
        return last.width + needed < (last.right - last.left) * 0.85
    right = max(each.x1 for each in near)
    return last.x1 + needed + 0.4 * line.size < right


def _neighbours(page: Sequence[Line], index: int) -> list[Line]:
    """Lines of one size near a line, in its column."""
    own = page[index]
    near = page[max(index - _NEIGHBOURS, 0) : index + _NEIGHBOURS + 1]
    return [each for each in near if each.column == own.column and _same_size(each, own)]


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SIZE_DIFFERS * max(one.size, other.size)


def _block(current: _Open, body: float) -> Block:
    first = current.lines[0]
    text = current.text
    is_large = first.size >= _HEADING * body
    is_heading = (is_large or first.bold) and len(text) <= _LONGEST_HEADING
    level = (1 if is_large else 2) if is_heading and not first.is_row else None
    return Block(text=_BULLET.sub(f"{BULLET} ", text) if _ITEM.match(text) else text, level=level)
