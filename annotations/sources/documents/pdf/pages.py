"""The pages of an open document, each with its runs, upright."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.sources.documents.pdf.dots import Dot, bullets
from annotations.sources.documents.pdf.fonts import Face
from annotations.sources.documents.pdf.geometry import Page, Run
from annotations.sources.documents.pdf.joining import joined
from annotations.sources.documents.pdf.painting import Painter, turned

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Box = tuple[float, float, float, float]
"""Left, lower, right and upper border."""

_FONTS = 500
"""Fonts that are kept for the pages to come."""
_MOST_WORK = 15_000_000
"""Instructions of all pages."""
_MISTAKE = 500_000
"""Instructions that a page counts as that is damaged; finding out may have taken long."""
_KEPT_PAGES = 50
"""Pages whose objects the library may keep."""
_SIDE = 2.0
"""Points by which text may stand out of what is shown of a page."""
_BESIDE = 0.1
"""Of the size, how far from a run the same run is that is to make it bold."""
_USUAL_BOX: Box = (0.0, 0.0, 612.0, 792.0)
_FARTHEST = 100_000.0
"""Points; PDF readers show pages of 200 inches at most."""
_DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
_UPRIGHT = (0, 90, 180, 270)


def pages(document: "PdfReader", name: str) -> Iterator[Page]:
    """Read page after page; only the last one is held.

    A page that is damaged has what was painted before the mistake.

    Args:
        document: Open.
        name: What errors call it.

    Raises:
        SourceError: If it is endless to read, or no page is sound.
    """
    from pypdf.errors import PyPdfError

    known: dict[int, Face] = {}
    work, is_empty, mistake = 0, True, None
    for number, page in enumerate(document.pages, start=1):
        painter = Painter(known)
        try:
            _paint(painter, page, document)
        except PyPdfError as error:
            work += _MISTAKE
            mistake = mistake or error
        work += painter.steps
        if work > _MOST_WORK:
            raise SourceError(
                f"{name} has more on its pages than a document.", hint="Part it into several files."
            )
        is_empty = is_empty and not painter.runs
        yield upright(number, painter.runs, painter.dots.found, box=_box(page))
        _forget(document, known, number)
    if is_empty and mistake:
        raise mistake


def _paint(painter: Painter, page: "PageObject", document: "PdfReader") -> None:
    with suppress(*_DAMAGED):
        content = page.get("/Contents")
        if content is not None:
            resources = page.get_inherited("/Resources", {})
            painter.paint(content.get_object(), resources.get_object(), document)


def _forget(document: "PdfReader", known: dict[int, Face], number: int) -> None:
    """Let go of what pages behind have needed."""
    if number % _KEPT_PAGES == 0:
        document.resolved_objects.clear()
    if len(known) > _FONTS:
        known.clear()


def _box(page: "PageObject") -> Box:
    """What is shown of a page; a usual size if it does not say, or nobody could print it."""
    try:
        x0, y0, x1, y1 = (float(value) for value in page.cropbox)
    except _DAMAGED:
        return _USUAL_BOX
    left, lower, right, upper = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    if right - left < 1 or upper - lower < 1 or max(map(abs, (x0, y0, x1, y1))) > _FARTHEST:
        return _USUAL_BOX
    return (left, lower, right, upper)


def upright(number: int, runs: Sequence[Run], dots: Sequence[Dot] = (), *, box: Box) -> Page:
    """A page turned so that most of its text is upright, without all that is not.

    Args:
        number: Of the page.
        runs: All that stands on it.
        dots: The little shapes on it; only of a page that stands upright they can be bullets.
        box: What is shown of it.
    """
    angle = _direction(runs)
    left, lower, right, upper = _turned_box(box, angle)
    shown = [
        replace(run, x0=run.x0 - left, x1=run.x1 - left, y=run.y - lower)
        for run in turned(runs, angle)
        if left - _SIDE <= run.x0 <= right + _SIDE and lower - _SIDE <= run.y <= upper + _SIDE
    ]
    kept = tuple(_once(joined(_of_the_text(shown))))
    if not angle:
        moved = [Dot(dot.x0 - left, dot.x1 - left, dot.y - lower) for dot in dots]
        kept += tuple(bullets(moved, kept))
    return Page(number=number, height=upper - lower, width=right - left, runs=kept)


def _direction(runs: Sequence[Run]) -> int:
    counts = Counter[int]()
    for run in runs:
        counts[run.angle % 360] += len(run.glyphs)
    angle, _ = counts.most_common(1)[0] if counts else (0, 0)
    return min(_UPRIGHT, key=lambda each: abs((each - angle + 180) % 360 - 180))


def _turned_box(box: Box, angle: int) -> Box:
    left, lower, right, upper = box
    if angle == 90:
        return (lower, -right, upper, -left)
    if angle == 180:
        return (-right, -upper, -left, -lower)
    return (-upper, left, -lower, right) if angle == 270 else box


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """Each run once; some programs print bold text by printing it twice, a little beside."""
    seen: set[tuple[tuple[str, ...], int, int]] = set()
    for run in runs:
        step = max(run.size * _BESIDE, 0.1)
        column, level = math.floor(run.x0 / step), math.floor(run.y / step)
        near = {(run.glyphs, column + i, level + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        if not near & seen:
            seen.add((run.glyphs, column, level))
            yield run


def _of_the_text(runs: list[Run]) -> list[Run]:
    """Without what the document says belongs to the page, unless it says so of most of it."""
    kept = [run for run in runs if not run.artifact]
    characters = sum(len(run.glyphs) for run in kept)
    return kept if characters * 2 >= sum(len(run.glyphs) for run in runs) else runs
