"""Which annotation stands on which row of the panel. Pure."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse

from reader.annotation_index import AnnotationIndex
from reader.describing import SWITCH_NAMES
from reader.speakers import by_speaker, called
from reader.switches import Switch

_ORDER = (Switch.FIGURES, Switch.QUOTES, Switch.NAMES, Switch.NUMBERS)
"""Figures and quotes first: they are fewer than names, and what people look for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading and the annotations listed under it."""

    row: int
    """Of the heading; the annotations follow."""
    title: str
    total: int
    """How many annotations the heading counts, those of subgroups and hidden ones included."""
    positions: "array[int]"
    is_speaker: bool = False
    """Whether it is a subgroup: the quotes of one speaker."""
    is_hidden: bool = False
    """Whether its switch is off, and nothing is listed under it."""


class PanelRows:
    """The rows of the panel: a heading a switch, the quotes grouped by who says them."""

    def __init__(self, index: AnnotationIndex, *, hidden: Set[Switch] = frozenset()) -> None:
        """Args:
        index: The annotations, as they are now.
        hidden: Switches that are off: of their annotations there is only the heading.
        """
        self._groups = list(_groups(index, hidden))
        self._heads = [group.row for group in self._groups]
        self._by_title = {
            (group.title.casefold(), group.is_speaker): group for group in self._groups
        }
        self._index = index
        last = self._groups[-1]
        self.count = last.row + 1 + len(last.positions)
        """How many rows there are, headings included."""

    def heading(self, row: int) -> Group | None:
        """The group whose heading stands on a row."""
        group = self._group(row)
        return group if group is not None and group.row == row else None

    def position(self, row: int) -> int | None:
        """The annotation on a row; null for a heading and behind the last row."""
        group = self._group(row)
        at = -1 if group is None else row - group.row - 1
        if group is None or not 0 <= at < len(group.positions):
            return None
        return group.positions[at]

    def row(self, position: int) -> int:
        """The row of an annotation; of one that is not listed that of a heading."""
        switch = self._index.switch(position)
        group = self._by_title[SWITCH_NAMES[switch].casefold(), False]
        if group.is_hidden:
            return group.row
        if switch is Switch.QUOTES:
            speaker = _speaker(self._index, position).casefold()
            group = self._by_title.get((speaker, True), group)
        at = bisect_left(group.positions, position)
        is_listed = position in group.positions[at : at + 1]
        return group.row + 1 + at if is_listed else group.row

    def _group(self, row: int) -> Group | None:
        at = bisect_right(self._heads, row) - 1
        return self._groups[at] if at >= 0 else None


def _groups(index: AnnotationIndex, hidden: Set[Switch]) -> Iterator[Group]:
    row = 0
    for switch in _ORDER:
        positions, is_hidden = index.positions(switch), switch in hidden
        total = len(positions)
        if Switch.REVIEWED in hidden:
            positions = array("q", filterfalse(index.is_reviewed, positions))
        own = array("q") if is_hidden or switch is Switch.QUOTES else positions
        yield Group(
            row=row,
            title=SWITCH_NAMES[switch],
            total=total,
            positions=own,
            is_hidden=is_hidden,
        )
        row += 1 + len(own)
        if switch is Switch.QUOTES and not is_hidden:
            for name, quotes in by_speaker(positions, partial(_speaker, index)):
                said = array("q", quotes)
                yield Group(row=row, title=name, total=len(said), positions=said, is_speaker=True)
                row += 1 + len(said)


def _speaker(index: AnnotationIndex, position: int) -> str:
    return called(index.names[position], index.speakers[position])
