"""The annotations of the open article, kept as columns of numbers.

A hundred thousand annotations as objects would cost memory and long pauses of the garbage
collector; as arrays they cost neither. Positions are indexes in reading order: by start, the
longer one first, then by id.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import compress, count

from annotations.intervals import Intervals
from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Status
from annotations.store import Columns
from reader.speakers import words_for
from reader.switches import SWITCHES, Switch, numbers_of, switch_of

LAYERS = tuple(Layer)
STATUSES = tuple(Status)
_CASUALTIES = LAYERS.index(Layer.CASUALTIES)
_NUMBERS = SWITCHES.index(Switch.NUMBERS)
_SUGGESTED = STATUSES.index(Status.SUGGESTED)
_ALL_SHOWN: Set[Switch] = frozenset()


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
        self.names = columns.names if columns else []
        """Who says a quote, and whom or what an entity names."""
        self.speakers = columns.speakers if columns else []
        """The words that stand for who says a quote."""
        self.left_out = columns.left_out if columns else []
        """Ids of annotations whose rows in the store are damaged."""
        self._switches = array("B", map(_switch_number, self.layers, self.kinds))
        self._tally = Counter(zip(self._switches, self._statuses, strict=True))
        """How many annotations a switch has of each status; looking at all of them takes longer
        than a key may."""
        self._intervals = Intervals(self.starts, self.ends)
        self.arrangement = 0
        """Counts up whenever an annotation comes or goes, or gets another name or switch."""
        self._last_position = 0
        self._changes = 0
        """Counts up with every change."""

    def __len__(self) -> int:
        """How many annotations there are."""
        return len(self.ids)

    def layer(self, position: int) -> Layer:
        """The layer of an annotation."""
        return LAYERS[self.layers[position]]

    def switch(self, position: int) -> Switch:
        """The switch that shows or hides an annotation."""
        return SWITCHES[self._switches[position]]

    def status(self, position: int) -> Status:
        """The status of an annotation."""
        return STATUSES[self._statuses[position]]

    def is_reviewed(self, position: int) -> bool:
        """Whether a person has decided on an annotation."""
        return self._statuses[position] != _SUGGESTED

    def is_implicit(self, position: int) -> bool:
        """Whether an annotation is a figure of people who are named without a number."""
        return bool(self._implicit[position])

    def overlapping(
        self, start: int, end: int, *, hidden: Set[Switch] = _ALL_SHOWN
    ) -> Iterator[int]:
        """Positions of the visible annotations that share a character with `[start, end)`."""
        return self._sift(self._intervals.overlapping(start, end), hidden)

    def is_visible(self, position: int, *, hidden: Set[Switch]) -> bool:
        """Whether an annotation is to be seen."""
        return next(self._sift([position], hidden), None) is not None

    def version(self, *, hidden: Set[Switch]) -> tuple[object, ...]:
        """A value that differs once other annotations may be visible, or stand elsewhere."""
        return frozenset(hidden), self.arrangement, Switch.REVIEWED in hidden and self._changes

    def _sift(self, positions: Iterable[int], hidden: Set[Switch]) -> Iterator[int]:
        """Those of some positions whose annotations are visible."""
        shut, switches, statuses = numbers_of(hidden), self._switches, self._statuses
        if Switch.REVIEWED not in hidden:
            return (at for at in positions if switches[at] not in shut)
        return (at for at in positions if statuses[at] == _SUGGESTED and switches[at] not in shut)

    def topmost(self, offset: int, *, hidden: Set[Switch]) -> int | None:
        """The visible annotation that gives a character its colour, and that keys act on."""
        return self.on_top(list(self.overlapping(offset, offset + 1, hidden=hidden)))

    def covering(self, offset: int, among: Iterable[int]) -> list[int]:
        """Those of some positions whose annotations lie over a character."""
        return [at for at in among if self.starts[at] <= offset < self.ends[at]]

    def on_top(self, covering: Sequence[int]) -> int | None:
        """Which of the annotations over a character is the topmost; null if there is none.

        The innermost is: the shorter comes before the longer, and of two equal ones the later
        before the earlier. But a number in a figure lies below it, because nearly every figure
        has one that says less than the figure does.
        """
        top = min(covering, key=self._depth, default=None)
        if top is not None and self._switches[top] == _NUMBERS:
            figures = [at for at in covering if self.layers[at] == _CASUALTIES]
            return min(figures, key=self._depth, default=top)
        return top

    def _depth(self, position: int) -> tuple[int, int]:
        """How far below others an annotation lies where they overlap; the least is on top."""
        return self.ends[position] - self.starts[position], -position

    def position(self, annotation_id: int) -> int | None:
        """Where an annotation stands, or null when it is not shown."""
        last = self._last_position  # nearly always it is asked for again
        if last < len(self.ids) and self.ids[last] == annotation_id:
            return last
        try:
            self._last_position = self.ids.index(annotation_id)
        except ValueError:
            return None
        return self._last_position

    def from_offset(self, offset: int) -> int:
        """The position of the first annotation that begins at a character or after it."""
        return bisect_left(self.starts, offset)

    def neighbour(
        self,
        position: int,
        step: int,
        *,
        hidden: Set[Switch],
        unreviewed: bool = False,
        layer: Layer | None = None,
    ) -> int | None:
        """The next visible annotation at `position` or beyond it in the direction of `step`.

        Args:
            position: Where to begin looking; this one counts.
            step: 1 for forwards, -1 for backwards.
            hidden: Switches whose annotations to pass over.
            unreviewed: Pass over what a person has decided.
            layer: Pass over the other layers; null for none.
        """
        if not 0 <= position < len(self):
            return None
        beyond: Iterable[int] = range(position, len(self) if step > 0 else -1, step)
        if layer is not None:
            wanted = LAYERS.index(layer)
            beyond = (at for at in beyond if self.layers[at] == wanted)
        passed_over = {*hidden, Switch.REVIEWED} if unreviewed else hidden
        return next(self._sift(beyond, passed_over), None)

    def positions(self, switch: Switch) -> "array[int]":
        """The positions of all annotations of a switch, in reading order."""
        wanted = SWITCHES.index(switch)
        return array("q", compress(count(), map(wanted.__eq__, self._switches)))

    def total(self, *, hidden: Set[Switch] = _ALL_SHOWN) -> int:
        """How many annotations there are of the sorts that are visible, reviewed or not."""
        shut = numbers_of(hidden)
        return sum(number for (switch, _), number in self._tally.items() if switch not in shut)

    def unreviewed(self, *, hidden: Set[Switch] = _ALL_SHOWN) -> int:
        """How many visible annotations nobody has decided on yet."""
        shut = numbers_of(hidden)
        return sum(
            number
            for (switch, status), number in self._tally.items()
            if status == _SUGGESTED and switch not in shut
        )

    def remove(self, annotation_id: int) -> None:
        """Take an annotation out, if it is there."""
        position = self.position(annotation_id)
        if position is None:
            return
        self._count(position, -1)
        for column in self._columns():
            del column[position]
        del self.kinds[position], self.names[position], self.speakers[position]
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
        return (
            *(self.ids, self.starts, self.ends, self.layers),
            *(self._switches, self._statuses, self._implicit),
        )

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
        group = self._group(position)
        self._count(position, -1)
        self._switches[position] = SWITCHES.index(switch_of(annotation.layer, annotation.kind))
        self._statuses[position] = STATUSES.index(annotation.status)
        self._count(position, 1)
        self._implicit[position] = _is_implicit(annotation)
        self.kinds[position] = annotation.kind
        self.names[position] = _name(annotation)
        self.speakers[position] = words_for(annotation)
        if group != self._group(position):
            self.arrangement += 1
        return True

    def _group(self, position: int) -> tuple[object, ...]:
        """What an annotation is listed by."""
        return self._switches[position], self.names[position], self.speakers[position]

    def _count(self, position: int, step: int) -> None:
        """Count an annotation in (1) or out (-1) as it stands."""
        self._tally[self._switches[position], self._statuses[position]] += step
        self._changes += 1

    def _insert(self, annotation_id: int, annotation: Annotation) -> None:
        position = self._place(annotation.start, annotation.end, annotation_id)
        values = (
            annotation_id,
            annotation.start,
            annotation.end,
            LAYERS.index(annotation.layer),
            SWITCHES.index(switch_of(annotation.layer, annotation.kind)),
            STATUSES.index(annotation.status),
            _is_implicit(annotation),
        )
        for column, value in zip(self._columns(), values, strict=True):
            column.insert(position, value)
        self.kinds.insert(position, annotation.kind)
        self.names.insert(position, _name(annotation))
        self.speakers.insert(position, words_for(annotation))
        self._count(position, 1)
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


@lru_cache
def _switch_number(layer: int, kind: str) -> int:
    return SWITCHES.index(switch_of(LAYERS[layer], kind))


def _name(annotation: Annotation) -> str | None:
    if isinstance(annotation, Entity):
        return annotation.name or annotation.text
    return annotation.speaker_name if isinstance(annotation, Quote) else None


def _is_implicit(annotation: Annotation) -> bool:
    return isinstance(annotation, CasualtyFigure) and annotation.implicit
