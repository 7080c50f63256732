"""Lists of a Word document: what stands before each item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.sources.documents.blocks import BULLET
from annotations.sources.documents.small_xml import attribute, children, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    kind: str
    pattern: str
    start: int


class Lists:
    """All lists, with the numbers that they have come to."""

    def __init__(self, root: "_Element | None" = None) -> None:
        """Args:
        root: Of `word/numbering.xml`; null if there is none.
        """
        found = [] if root is None else list(children(root, "abstractNum"))
        abstract = {attribute(each, "abstractNumId"): _levels(each) for each in found}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for each in [] if root is None else children(root, "num"):
            levels = dict(abstract.get(value_of(each, "abstractNumId"), {}))
            for override in children(each, "lvlOverride"):
                levels |= _levels(override)
            self._levels[attribute(each, "numId")] = levels

    def mark(self, list_id: str, level: str) -> str:
        """What stands before the next item: a bullet, its number, or nothing."""
        depth = int(level) if level.isdigit() else 0
        if not list_id or list_id == "0":
            return ""
        levels = self._levels.get(list_id, {})
        found = levels.get(depth)
        if found is None or found.kind == "bullet":
            return BULLET
        counts = self._counts.setdefault(list_id, {})
        counts[depth] = counts.get(depth, found.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return (
            ""
            if found.kind == "none"
            else _PLACE.sub(
                lambda match: _numeral(levels, counts, int(match[1]) - 1), found.pattern
            )
        )


def _numeral(levels: Mapping[int, _Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels.get(depth)
    count = counts.get(depth, level.start if level else 1)
    kind = level.kind if level else "decimal"
    if kind in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        return chr((96 if kind == "lowerLetter" else 64) + count)
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count) if kind == "upperRoman" else _roman(count).lower()
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        written += sign * times
    return written


def _levels(abstract: "_Element") -> dict[int, _Level]:
    return {
        int(depth): _Level(
            kind=value_of(each, "numFmt") or "decimal",
            pattern=value_of(each, "lvlText"),
            start=int(value_of(each, "start") or 1) if value_of(each, "start").isdigit() else 1,
        )
        for each in children(abstract, "lvl")
        if (depth := attribute(each, "ilvl")).isdigit()
    }
