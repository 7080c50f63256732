"""Runs that stand side by side become rows, and rows become text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotations.sources.documents.pdf.direction import has_leftward, logical
from annotations.sources.documents.pdf.geometry import Run

_SAME_ROW = 0.5
"""Of the smaller height, how much two runs of one row have in common."""
_WORD_GAP = 0.45
"""Of the width of a blank, what parts two words."""
_NARROWEST_GAP = 0.1
"""Of the size of the font; fonts may claim that their blanks are narrower."""
_RAISED = 0.15
"""Of the size of the text beside it, by how much the sign of a note is raised."""
_SMALL = 0.85
"""Of the size of the text beside it, how large the sign of a note is at most."""
_UNITS = re.compile(r"(?:^|[\d\s])[ckdm]?m$")
"""A raised figure behind these is a power."""
_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb1d-\ufdfb\ufe70-\ufefc]+")
"""Ligatures and shapes of letters, instead of letters."""


@dataclass(frozen=True, slots=True)
class Row:
    """Runs that stand side by side, from left to right."""

    runs: tuple[Run, ...]

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(run.x1 for run in self.runs)

    @property
    def size(self) -> float:
        """The size of its longest run."""
        return self._longest.size

    @property
    def y(self) -> float:
        """Its base line."""
        return self._longest.y

    @property
    def _longest(self) -> Run:
        return max(self.runs, key=lambda run: len(run.glyphs))

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(run.bold for run in self.runs if any(map(str.isalnum, run.text)))


def rows(runs: Sequence[Run]) -> list[Row]:
    """Rows from the top of a page to its bottom."""
    found: list[list[Run]] = []
    tops: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        top, bottom = run.y + 0.7 * run.size, run.y - 0.2 * run.size
        for index in range(len(found) - 1, max(len(found) - 4, -1), -1):
            above, below = tops[index]
            common = min(top, above) - max(bottom, below)
            if common > _SAME_ROW * min(top - bottom, above - below):
                found[index].append(run)
                if run.size > 1.2 * (above - below) / 0.9:  # what was there was a raised sign
                    tops[index] = (top, bottom)
                break
        else:
            found.append([run])
            tops.append((top, bottom))
    made = [Row(tuple(sorted(each, key=lambda run: run.x0))) for each in found]
    return sorted(made, key=lambda row: -row.y)


def without_note_signs(row: Row) -> Row:
    """A row without the small raised figures that point to notes; before a note, its sign stays,
    apart from its text.
    """
    size, y = row.size, row.y
    kept: list[Run] = []
    for run in row.runs:
        if not _is_note_sign(run, size=size, y=y):
            kept.append(run)
        elif not kept:
            kept.append(replace(run, glyphs=(*run.glyphs, " ")))
        elif _UNITS.search(kept[-1].text):
            kept.append(run)
    return Row(tuple(kept))


def _is_note_sign(run: Run, *, size: float, y: float) -> bool:
    return (
        run.size <= _SMALL * size
        and run.y >= y + _RAISED * size
        and all(each.isdigit() or each in ",*†‡ " for each in run.text)
    )


def text_of(runs: Sequence[Run], *, between: dict[int, str] | None = None) -> str:
    """The text of runs that stand side by side, in the order of reading.

    Args:
        runs: From left to right.
        between: What stands before runs, by their indexes, instead of a blank or nothing.
    """
    glyphs: list[str] = list(runs[0].glyphs) if runs else []
    for index, (left, right) in enumerate(pairwise(runs), start=1):
        if between and index in between:
            glyphs.append(between[index])
        elif is_word_gap(left, right):
            glyphs.append(" ")
        glyphs += right.glyphs
    if has_leftward(glyphs):
        glyphs = logical(glyphs)
    return plain("".join(glyphs))


def is_word_gap(left: Run, right: Run) -> bool:
    """Whether two runs are parted as words are."""
    size = min(left.size, right.size)
    space = min(left.space, right.space) or size / 4
    return right.x0 - left.x1 > max(_WORD_GAP * min(space, size * 0.35), _NARROWEST_GAP * size)


def plain(text: str) -> str:
    """A text with letters for ligatures and shapes of letters."""
    return _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
