"""The spans and relations of one of Prodigy's tasks as marks and links."""

from collections.abc import Callable, Mapping
from typing import Any

from annotations.errors import CloseReadError, RecordShapeError
from annotations.formats.marking import PART_LABELS, Link, Mark, Marking
from annotations.records import Record
from annotations.text import clean, clean_line

EXACT = "exact"
"""The key under which a span has where it stands, if that is not where tokens begin and end."""
MARK = "id"
"""The key under which a span, and the end of a relation, has the number of its mark."""
VALUES = "values"
"""The key under which a span has what its annotation says."""

Decision = Callable[[Mapping[str, object]], Record]
"""What an annotation says, by its span."""


class Spans:
    """The spans and relations of a task."""

    def __init__(self, task: Mapping[str, object], text: str) -> None:
        """Args:
        task: As Prodigy writes it.
        text: Its text, clean.
        """
        self._text = text
        self._spans = _objects(task, "spans")
        self._relations = _objects(task, "relations")
        self._tokens = {str(each.get("id")): each for each in _objects(task, "tokens")}
        self._marks: list[Mark] = []
        self._numbers: dict[tuple[object, ...], int] = {}

    def __len__(self) -> int:
        """How many spans there are, of whatever kind."""
        return len(self._spans)

    def marking(self, decision: Decision) -> tuple[Marking, list[CloseReadError]]:
        """Marks and links, and why what is none of them is none.

        Args:
            decision: Gives each span its values.
        """
        links: list[Link] = []
        problems: list[CloseReadError] = []
        for span in self._spans:
            try:
                self._add(span, decision(span))
            except CloseReadError as error:
                problems.append(error)
        for relation in self._relations:
            try:
                links.append(self._link(relation))
            except CloseReadError as error:
                problems.append(error)
        return Marking(tuple(self._marks), tuple(links)), problems

    def _add(self, span: Mapping[str, object], values: Record) -> int:
        """Make a mark of a span; its number.

        Raises:
            RecordShapeError: If it is none.
        """
        start, end = self._exact(span) or self._place(span)
        label = clean_line(str(span.get("label") or ""))
        if not label:
            raise RecordShapeError(f"the span [{start}, {end}) has no label")
        number = len(self._marks)
        values = {} if label in PART_LABELS else values
        self._marks.append(Mark(start=start, end=end, label=label, values=values))
        for key in _keys(span):
            self._numbers.setdefault(key, number)
        return number

    def _place(self, span: Mapping[str, object]) -> tuple[int, int]:
        """Where a span stands, by its characters or else by its tokens.

        Raises:
            RecordShapeError: If that is no stretch of the text, or another than it says.
        """
        start, end = span.get("start"), span.get("end")
        if start is None or end is None:
            start = self._tokens.get(str(span.get("token_start")), {}).get("start")
            end = self._tokens.get(str(span.get("token_end")), {}).get("end")
        place = self._stretch(start, end)
        if place is None:
            raise RecordShapeError(f"the span [{start}, {end}) is no stretch of the text")
        covered, said = self._text[slice(*place)], span.get("text")
        if isinstance(said, str) and clean(said) != covered:
            reason = f"the text at [{start}, {end}) is {covered[:40]!r}, not {clean(said)[:40]!r}"
            raise RecordShapeError(reason)
        return place

    def _exact(self, span: Mapping[str, object]) -> tuple[int, int] | None:
        """Where a span of closeread's own stands, if that is not where its tokens do."""
        match span.get(EXACT):
            case [start, end]:
                return self._stretch(start, end)
        return None

    def _stretch(self, start: object, end: object) -> tuple[int, int] | None:
        """Both, if they frame a stretch of the text."""
        match start, end:
            case int(first), int(after) if 0 <= first < after <= len(self._text):
                return first, after
        return None

    def _link(self, relation: Mapping[str, Any]) -> Link:
        """The link that a relation is.

        Raises:
            RecordShapeError: If it is none.
        """
        label = clean_line(str(relation.get("label") or ""))
        if label not in PART_LABELS:
            raise RecordShapeError(f"the relation {label!r} is none that closeread knows")
        head, child = (self._number(relation, each) for each in ("head", "child"))
        if head is None:
            raise RecordShapeError(f"the relation {label!r} begins at no span")
        span = relation.get("child_span")
        if child is None and isinstance(span, dict):
            child = self._add({"label": label, **span}, {})
        if child is None:
            raise RecordShapeError(f"the relation {label!r} leads to no span")
        return Link(label, head, child)

    def _number(self, relation: Mapping[str, Any], end: str) -> int | None:
        """The mark that a relation begins at or leads to."""
        span = relation.get(f"{end}_span")
        keys = _keys(span)[:2] if isinstance(span, dict) else [(str(relation.get(end)),)]
        return next((self._numbers[key] for key in keys if key in self._numbers), None)


def _keys(span: Mapping[str, object]) -> list[tuple[object, ...]]:
    """What a span is found by, the surest first; relations name spans by their last tokens."""
    place = tuple(str(span.get(each)) for each in ("start", "end", "label"))
    return [(str(span.get(MARK)), *place), place, (str(span.get("token_end")),)]


def _objects(record: Mapping[str, object], name: str) -> list[dict[str, Any]]:
    """A list of objects; empty if there is none."""
    listed = record.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
