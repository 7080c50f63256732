"""Which annotation stands on which row of the panel. Pure."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from annotations.model import Layer
from reader.annotation_index import LAYERS, AnnotationIndex
from reader.describing import LAYER_NAMES

_ORDER = tuple(reversed(LAYERS))
"""Figures and quotes first: they are fewer than names, and what people look for."""
NAMELESS = "unknown speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading and the annotations listed under it."""

    row: int
    """Of the heading; the annotations follow."""
    title: str
    total: int
    """How many annotations the heading counts; a layer's counts those of its subgroups."""
    positions: "array[int]"
    is_speaker: bool = False
    """Whether it is a subgroup: the quotes of one speaker."""


class PanelRows:
    """The rows of the panel: a heading a layer, the quotes grouped by who says them."""

    def __init__(self, index: AnnotationIndex) -> None:
        """Args:
        index: The annotations, as they are now.
        """
        self._groups = list(_groups(index))
        self._heads = [group.row for group in self._groups]
        self._by_title = {(group.title, group.is_speaker): group for group in self._groups}
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
        """The row of an annotation."""
        layer = self._index.layer(position)
        is_said = layer is Layer.QUOTES
        title = _speaker(self._index, position) if is_said else LAYER_NAMES[layer]
        group = self._by_title[title, is_said]
        return group.row + 1 + group.positions.index(position)

    def _group(self, row: int) -> Group | None:
        at = bisect_right(self._heads, row) - 1
        return self._groups[at] if at >= 0 else None


def _groups(index: AnnotationIndex) -> Iterator[Group]:
    row = 0
    for layer in _ORDER:
        positions = index.positions(layer)
        own = array("q") if layer is Layer.QUOTES else positions
        yield Group(row=row, title=LAYER_NAMES[layer], total=len(positions), positions=own)
        row += 1 + len(own)
        if layer is Layer.QUOTES:
            for name, said in _by_speaker(index, positions):
                yield Group(row=row, title=name, total=len(said), positions=said, is_speaker=True)
                row += 1 + len(said)


def _by_speaker(
    index: AnnotationIndex, positions: Sequence[int]
) -> Iterator[tuple[str, "array[int]"]]:
    """Speakers in the order in which they first speak, those without a name last."""
    said: dict[str, array[int]] = defaultdict(partial(array, "q"))
    for position in positions:
        said[_speaker(index, position)].append(position)
    nameless = said.pop(NAMELESS, None)
    yield from said.items()
    if nameless is not None:
        yield NAMELESS, nameless


def _speaker(index: AnnotationIndex, position: int) -> str:
    return index.speakers[position] or NAMELESS
