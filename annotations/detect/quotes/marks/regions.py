"""Quoted stretches of a text, and looking up what lies inside."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain


class Kind(StrEnum):
    """What sets a region apart."""

    DOUBLE = "double"
    """Double quotation marks, guillemets, corner brackets."""
    SINGLE = "single"
    """Single quotation marks that are not inside others."""
    DASH = "dash"
    """A dialogue dash at the start of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch `[start, end)` of a text from an opening to a closing quotation mark."""

    start: int
    end: int
    closed: bool
    """Whether it ends where it should; a region that lacks a closing mark may go on in the next
    paragraph. Speech after a dash needs no mark to end."""
    kind: Kind = Kind.DOUBLE


def outermost(*groups: Iterable[Region]) -> list[Region]:
    """The regions of several groups in the order of the text, without those inside another.

    Of two that cross, the first is kept.
    """
    kept: list[Region] = []
    for region in sorted(chain(*groups), key=lambda each: (each.start, -each.end)):
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return kept


class Regions:
    """The quoted stretches of a text, for looking up what lies inside."""

    def __init__(self, regions: list[Region]) -> None:
        """Args:
        regions: As `pair` returns them.
        """
        self.all = regions
        self._starts = [region.start for region in regions]

    def at(self, offset: int) -> Region | None:
        """The region that holds a character, its marks included."""
        index = bisect_right(self._starts, offset) - 1
        found = self.all[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None

    def following(self, offset: int) -> Region | None:
        """The first region that begins after a character."""
        index = bisect_right(self._starts, offset)
        return self.all[index] if index < len(self.all) else None

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """A stretch grown so far that it cuts no region in two."""
        first = self.at(start) if end > start else None
        last = self.at(end - 1) if end > start else None
        return (
            first.start if first is not None else start,
            last.end if last is not None else end,
        )

    def between(self, start: int, end: int) -> list[Region]:
        """The regions that share a character with `[start, end)`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        after = bisect_right(self._starts, end - 1)
        return [region for region in self.all[first:after] if region.end > start]
