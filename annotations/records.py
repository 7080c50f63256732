"""Articles and annotations as plain dictionaries, as the interchange format has them.

The native JSON lines, the detector's protocol and the edit log all carry these records.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from annotations.errors import RecordShapeError
from annotations.model import (
    ANNOTATION_TYPES,
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Layer,
    Quote,
    Span,
    Status,
)

Record = dict[str, Any]
"""A JSON object."""

_OPTIONAL = ("id", "tags", "note", "annotator", "detector", "rule", "confidence")
"""Carried only by annotations that have them."""


def article_record(article: Article) -> Record:
    """The part of an article's line that is not annotations, in the format's order of keys."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "byline": list(article.byline),
        "language": article.language,
        "text": article.text,
        "tags": list(article.tags),
        "note": article.note,
    }


def layer_records(annotations: Iterable[Annotation]) -> Record:
    """The three lists of an article's line, each in the order given."""
    layers: Record = {layer.value: [] for layer in Layer}
    for annotation in annotations:
        layers[annotation.layer].append(annotation_record(annotation))
    return layers


def annotation_record(annotation: Annotation) -> Record:
    """One annotation. Counts are flattened to `count_low`, `count_high` and `count_best`."""
    record: Record = {}
    for field in fields(annotation):
        value = getattr(annotation, field.name)
        if isinstance(value, Count):
            record |= {"count_low": value.low, "count_high": value.high, "count_best": value.best}
        elif isinstance(value, Span):
            record[field.name] = {"start": value.start, "end": value.end, "text": value.text}
        elif field.name not in _OPTIONAL or value not in (None, ()):
            record[field.name] = list(value) if isinstance(value, tuple) else value
    return record


def annotation_from_record(layer: Layer, record: Mapping[str, Any]) -> Annotation:
    """Read one annotation back.

    Fields that the record leaves out take the model's defaults; fields that the model does not
    know are ignored.

    Raises:
        RecordShapeError: If a field is missing or has the wrong type.
    """
    kind = ANNOTATION_TYPES[layer]
    try:
        values = {field.name: record[field.name] for field in fields(kind) if field.name in record}
        values["status"] = Status(values.get("status", Status.SUGGESTED))
        values["tags"] = _tags(values.get("tags"))
        values["confidence"] = _confidence(record)
        if kind is Quote:
            values |= {part: _span(record, part) for part in ("speaker", "cue", "utterance")}
        if kind is CasualtyFigure:
            values |= {part: _span(record, part) for part in ("claimed_in", "part_of")}
            values["count"] = _count(record)
        annotation = kind(**values)
        _check_types(annotation)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise RecordShapeError(f"a record in {layer.value!r} is malformed ({error})") from error
    return annotation


def annotations_from_record(record: Mapping[str, Any]) -> list[Annotation]:
    """Read all annotations of an article's line, layer by layer.

    Raises:
        RecordShapeError: If a layer is not a list of well-formed records.
    """
    found: list[Annotation] = []
    for layer in Layer:
        entries = record.get(layer.value) or []
        if not isinstance(entries, list):
            raise RecordShapeError(f"{layer.value!r} is not a list")
        found.extend(annotation_from_record(layer, entry) for entry in entries)
    return found


def _tags(names: object) -> tuple[Any, ...]:
    if not isinstance(names, list | None):
        raise TypeError("'tags' is not a list")
    return tuple(names or ())


def _span(record: Mapping[str, Any], name: str) -> Span | None:
    part = record.get(name)
    if part is None:
        return None
    if not isinstance(part, dict) or not part.keys() >= {"start", "end", "text"}:
        raise ValueError(f"{name!r} is not an object with 'start', 'end' and 'text'")
    return Span(start=part["start"], end=part["end"], text=part["text"])


def _count(record: Mapping[str, Any]) -> Count:
    return Count(
        low=record.get("count_low"), high=record.get("count_high"), best=record.get("count_best")
    )


def _confidence(record: Mapping[str, Any]) -> Confidence | None:
    stated = record.get("confidence")
    try:
        return None if stated is None else Confidence(stated)
    except ValueError as error:
        choices = ", ".join(Confidence)
        raise ValueError(f"{stated!r} is no confidence; there are {choices}") from error


def _check_types(value: Annotation | Span | Count) -> None:
    """JSON has types of its own; each field must hold what the model says it holds."""
    for field in fields(value):
        held = getattr(value, field.name)
        if not _fits(held, field.type):
            raise TypeError(f"{field.name!r} cannot be of type {type(held).__name__}")
        if isinstance(held, int) and held.bit_length() > 63:
            raise ValueError(f"{field.name!r} is out of range")
        if isinstance(held, Span | Count):
            _check_types(held)


def _fits(held: object, declared: Any) -> bool:
    """`isinstance`, except that a truth value is no number. The only tuples are tags."""
    if isinstance(held, tuple):
        return all(isinstance(tag, str) for tag in held)
    return isinstance(held, declared) and isinstance(held, bool) is (declared is bool)
