"""The annotations of the open article, kept as columns of numbers.

A hundred thousand annotations as objects would cost memory and long pauses of the garbage
collector; as arrays they cost neither. Positions are indexes in reading order: by start, the
longer one first, then by id.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Set
from itertools import compress, count

from annotations.intervals import Intervals
from annotations.model import Annotation, CasualtyFigure, Layer, Quote, Status
from annotations.store import Columns

LAYERS = tuple(Layer)
STATUSES = tuple(Status)
_CASUALTIES = LAYERS.index(Layer.CASUALTIES)
_SUGGESTED = STATUSES.index(Status.SUGGESTED)


class AnnotationIndex:
    """What the screen has to know of each annotation, and where it stands."""

    def __init__(self, columns: Columns | None = None) -> None:
        """Args:
        columns: The article's annotations as the store gives them; none at all by default.
        """
        self.ids = columns.ids if columns else array("q")
        self.starts = columns.starts if columns else array("q")
        self.ends = columns.ends if columns else array("q")
        self.layers = columns.layers if columns else array("B")
        self._statuses = columns.statuses if columns else array("B")
        self._implicit = columns.implicit if columns else array("B")
        self.kinds = columns.kinds if columns else []
        self.speakers = columns.speakers if columns else []
        self._intervals = Intervals(self.starts, self.ends)
        self.arrangement = 0
        """Counts up whenever an annotation comes or goes, or a quote gets another speaker."""

    def __len__(self) -> int:
        """How many annotations there are."""
        return len(self.ids)

    def layer(self, position: int) -> Layer:
        """The layer of an annotation."""
        return LAYERS[self.layers[position]]

    def status(self, position: int) -> Status:
        """The status of an annotation."""
        return STATUSES[self._statuses[position]]

    def is_reviewed(self, position: int) -> bool:
        """Whether a person has decided on an annotation."""
        return self._statuses[position] != _SUGGESTED

    def is_implicit(self, position: int) -> bool:
        """Whether an annotation is a figure of people who are named without a number."""
        return bool(self._implicit[position])

    def overlapping(self, start: int, end: int) -> Iterator[int]:
        """Positions of the annotations that share a character with `[start, end)`."""
        return self._intervals.overlapping(start, end)

    def topmost(self, offset: int, *, hidden: Set[Layer]) -> int | None:
        """The visible annotation that gives a character its colour, and that keys act on.

        A casualty figure comes before all others, because the number in it is nearly always
        marked as a number too; then the shorter comes before the longer, and of two equal ones
        the later before the earlier.
        """
        return min(
            (at for at in self.overlapping(offset, offset + 1) if self.layer(at) not in hidden),
            key=self.rank,
            default=None,
        )

    def rank(self, position: int) -> tuple[bool, int, int]:
        """How far below others an annotation lies where they overlap; the least is on top."""
        length = self.ends[position] - self.starts[position]
        return self.layers[position] != _CASUALTIES, length, -position

    def position(self, annotation_id: int) -> int | None:
        """Where an annotation stands, or null when it is not shown."""
        try:
            return self.ids.index(annotation_id)
        except ValueError:
            return None

    def from_offset(self, offset: int) -> int:
        """The position of the first annotation that begins at a character or after it."""
        return bisect_left(self.starts, offset)

    def neighbour(
        self, position: int, step: int, *, hidden: Set[Layer], unreviewed: bool = False
    ) -> int | None:
        """The next visible annotation at `position` or beyond it in the direction of `step`.

        Args:
            position: Where to begin looking; this one counts.
            step: 1 for forwards, -1 for backwards.
            hidden: Layers to pass over.
            unreviewed: Pass over what a person has decided.
        """
        while 0 <= position < len(self):
            wanted = not unreviewed or self._statuses[position] == _SUGGESTED
            if wanted and self.layer(position) not in hidden:
                return position
            position += step
        return None

    def positions(self, layer: Layer) -> "array[int]":
        """The positions of all annotations of a layer, in reading order."""
        wanted = LAYERS.index(layer)
        return array("q", compress(count(), map(wanted.__eq__, self.layers)))

    def unreviewed(self) -> int:
        """How many annotations nobody has decided on yet."""
        return self._statuses.count(_SUGGESTED)

    def remove(self, annotation_id: int) -> None:
        """Take an annotation out, if it is there."""
        position = self.position(annotation_id)
        if position is None:
            return
        for column in self._columns():
            del column[position]
        del self.kinds[position]
        del self.speakers[position]
        self._rearranged()

    def put(self, annotation: Annotation) -> None:
        """Show an annotation as it stands in the store, in place of what was shown of it.

        A rejected one is no longer shown.
        """
        if annotation.id is None:
            raise ValueError("only stored annotations can be shown")
        if self._update(annotation.id, annotation):
            return
        self.remove(annotation.id)
        if annotation.status is not Status.REJECTED:
            self._insert(annotation.id, annotation)

    def _columns(self) -> tuple["array[int]", ...]:
        return (self.ids, self.starts, self.ends, self.layers, self._statuses, self._implicit)

    def _update(self, annotation_id: int, annotation: Annotation) -> bool:
        """Change in place what does not move it, if nothing else is to change."""
        position = self.position(annotation_id)
        span = (annotation.start, annotation.end)
        if (
            position is None
            or annotation.status is Status.REJECTED
            or (self.starts[position], self.ends[position]) != span
        ):
            return False
        self._statuses[position] = STATUSES.index(annotation.status)
        self._implicit[position] = _is_implicit(annotation)
        self.kinds[position] = annotation.kind
        if self.speakers[position] != _speaker(annotation):
            self.speakers[position] = _speaker(annotation)
            self.arrangement += 1
        return True

    def _insert(self, annotation_id: int, annotation: Annotation) -> None:
        position = self._place(annotation.start, annotation.end, annotation_id)
        values = (
            annotation_id,
            annotation.start,
            annotation.end,
            LAYERS.index(annotation.layer),
            STATUSES.index(annotation.status),
            _is_implicit(annotation),
        )
        for column, value in zip(self._columns(), values, strict=True):
            column.insert(position, value)
        self.kinds.insert(position, annotation.kind)
        self.speakers.insert(position, _speaker(annotation))
        self._rearranged()

    def _rearranged(self) -> None:
        self._intervals = Intervals(self.starts, self.ends)
        self.arrangement += 1

    def _place(self, start: int, end: int, annotation_id: int) -> int:
        """Where an annotation belongs in reading order."""
        position = bisect_left(self.starts, start)
        wanted = (-end, annotation_id)
        while (
            position < len(self)
            and self.starts[position] == start
            and (-self.ends[position], self.ids[position]) < wanted
        ):
            position += 1
        return position


def _speaker(annotation: Annotation) -> str | None:
    return annotation.speaker_name if isinstance(annotation, Quote) else None


def _is_implicit(annotation: Annotation) -> bool:
    return isinstance(annotation, CasualtyFigure) and annotation.implicit
