"""The three layers as labelled stretches of text and links between them, as most tools have them.

A name is marked with its label; a quote with `QUOTE_DIRECT`, `QUOTE_INDIRECT` or `QUOTE_MIXED`; a
figure with `FIGURE_KILLED` and so on. What an annotation says of other stretches (its speaker, its
number) is a mark of its own, to which a link of the same name leads. All that is left are values of
the annotation. Formats differ in how they write marks, links and values.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from annotations.errors import RecordShapeError
from annotations.model import (
    ANNOTATION_TYPES,
    Annotation,
    CasualtyFigure,
    Category,
    Layer,
    QuoteType,
    Span,
)
from annotations.records import Record, annotation_from_record, annotation_record

QUOTE, FIGURE = "QUOTE_", "FIGURE_"
"""How labels of quotes and figures begin; what begins otherwise is a name's."""

NUMBER = "NUMBER"
PARTS: Mapping[Layer, Mapping[str, str]] = MappingProxyType(
    {
        Layer.ENTITIES: {},
        Layer.QUOTES: {"speaker": "SPEAKER", "cue": "CUE", "utterance": "UTTERANCE"},
        Layer.CASUALTIES: {"claimed_in": "CLAIMED_IN", "part_of": "PART_OF"},
    }
)
"""The fields that are stretches of text, with the label of the mark and of the link to it."""

PART_LABELS = frozenset({NUMBER, *(label for parts in PARTS.values() for label in parts.values())})
"""Labels of marks that are no annotations themselves."""

_FRAME = ("start", "end", "text", "num_start", "num_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A labelled stretch `[start, end)` of the text."""

    start: int
    end: int
    label: str
    values: Mapping[str, Any] = field(default_factory=dict)
    """What else an annotation says, under the names of its record; empty for a part of one."""
    annotation: Annotation | None = None
    """The annotation that it marks; null for a part of one, and for what was read."""


@dataclass(frozen=True, slots=True)
class Link:
    """That one mark has another, as its speaker or its number."""

    label: str
    source: int
    """Index of the mark that has the other."""
    target: int
    """Index of the other."""


@dataclass(frozen=True, slots=True)
class Marking:
    """All marks of an article, annotations first, and the links between them."""

    marks: tuple[Mark, ...]
    links: tuple[Link, ...]


def label_of(annotation: Annotation) -> str:
    """The label that an annotation is marked with."""
    prefix = {Layer.QUOTES: QUOTE, Layer.CASUALTIES: FIGURE}.get(annotation.layer, "")
    return f"{prefix}{annotation.kind.upper()}" if prefix else annotation.kind


def marking_of(annotations: Sequence[Annotation]) -> Marking:
    """Annotations as marks and links; two that share a speaker share its mark."""
    marks = [
        Mark(
            start=each.start,
            end=each.end,
            label=label_of(each),
            values=values_of(each),
            annotation=each,
        )
        for each in annotations
    ]
    links: list[Link] = []
    known: dict[tuple[str, int, int], int] = {}
    for source, annotation in enumerate(annotations):
        for label, start, end in _parts(annotation):
            target = known.setdefault((label, start, end), len(marks))
            if target == len(marks):
                marks.append(Mark(start=start, end=end, label=label))
            links.append(Link(label, source, target))
    return Marking(tuple(marks), tuple(links))


def values_of(annotation: Annotation) -> Record:
    """What an annotation says beside where it stands, its label and its parts; no empty values."""
    left_out = {*_FRAME, annotation.kind_field, *PARTS[annotation.layer]}
    record = annotation_record(annotation)
    return {
        name: value
        for name, value in record.items()
        if name not in left_out and value is not False and value not in (None, (), [])
    }


def _parts(annotation: Annotation) -> Iterable[tuple[str, int, int]]:
    if isinstance(annotation, CasualtyFigure) and annotation.num_start is not None:
        assert annotation.num_end is not None
        yield NUMBER, annotation.num_start, annotation.num_end
    for name, label in PARTS[annotation.layer].items():
        span: Span | None = getattr(annotation, name)
        if span is not None:
            yield label, span.start, span.end


def annotations_from(
    text: str, marking: Marking, *, defaults: Mapping[str, Any] = MappingProxyType({})
) -> list[Annotation | RecordShapeError]:
    """The annotations that marks and links stand for, in the order of their marks.

    Args:
        text: The text of the article.
        marking: Marks and links; a link whose source cannot have it is left aside.
        defaults: Values for annotations that do not say them, such as a status.

    Returns:
        Annotations, and in the place of each that cannot be read why; then the parts that belong
        to nothing.
    """
    links: dict[int, list[Link]] = {}
    for link in marking.links:
        links.setdefault(link.source, []).append(link)
    found: list[Annotation | RecordShapeError] = []
    for index, mark in enumerate(marking.marks):
        if mark.label not in PART_LABELS:
            targets = [(each.label, marking.marks[each.target]) for each in links.get(index, ())]
            found.append(_annotation(text, mark, targets, defaults))
    held = {link.target for link in marking.links}
    for index, mark in enumerate(marking.marks):
        if mark.label in PART_LABELS and index not in held:
            found.append(RecordShapeError(f"{_named(text, mark)} belongs to nothing"))
    return found


def _annotation(
    text: str,
    mark: Mark,
    targets: Sequence[tuple[str, Mark]],
    defaults: Mapping[str, Any],
) -> Annotation | RecordShapeError:
    try:
        layer, kind = _kind(mark.label)
        record = {
            **defaults,
            **mark.values,
            **_span(text, mark),
            ANNOTATION_TYPES[layer].kind_field: kind,
        }
        return annotation_from_record(layer, record | _read_parts(text, layer, targets))
    except RecordShapeError as error:
        return RecordShapeError(f"{_named(text, mark)}: {error.message}")


def _kind(label: str) -> tuple[Layer, str]:
    """The layer that a label is of, and what it says there.

    Raises:
        RecordShapeError: If there is no such quote or figure.
    """
    for prefix, layer, kinds in (
        (QUOTE, Layer.QUOTES, QuoteType),
        (FIGURE, Layer.CASUALTIES, Category),
    ):
        if label.startswith(prefix):
            kind = label.removeprefix(prefix).lower()
            if kind not in set(kinds):
                raise RecordShapeError(f"{label!r} is no label that closeread knows")
            return layer, kind
    return Layer.ENTITIES, label


def _read_parts(text: str, layer: Layer, targets: Sequence[tuple[str, Mark]]) -> Record:
    fields = {label: name for name, label in PARTS[layer].items()}
    record: Record = {}
    for label, mark in targets:
        if label in fields:
            record[fields[label]] = _span(text, mark)
        elif label == NUMBER and layer is Layer.CASUALTIES:
            record |= {"num_start": mark.start, "num_end": mark.end}
    return record


def _span(text: str, mark: Mark) -> Record:
    return {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}


def _named(text: str, mark: Mark) -> str:
    return f"{mark.label} at [{mark.start}, {mark.end}) {text[mark.start : mark.end][:40]!r}"
