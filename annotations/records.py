"""Articles and annotations as plain dictionaries, as the interchange format has them.

The native JSON lines, the detector's protocol and the edit log all carry these records.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args

from annotations.errors import RecordShapeError
from annotations.model import (
    ANNOTATION_TYPES,
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Entity,
    Layer,
    Precision,
    Quote,
    Span,
    Status,
)

Record = dict[str, Any]
"""A JSON object."""

_Enum = TypeVar("_Enum", bound=StrEnum)

_OPTIONAL = (
    *("id", "tags", "note", "annotator", "detector", "rule", "confidence"),
    *("country", "latitude", "longitude", "geo_precision", "geo_alternatives"),
)
"""Carried only by annotations that have them."""

_SELDOM_SAID = ("updated", "section", "read_from", "sha256")

_NAMES = {
    layer: tuple(field.name for field in fields(kind)) for layer, kind in ANNOTATION_TYPES.items()
}
"""The names of each layer's fields; asking for them costs more than writing them."""

_BOUNDS = {"latitude": 90, "longitude": 180}
"""Degrees from zero, at the most."""


def article_record(article: Article) -> Record:
    """The part of an article's line that is not annotations, in the format's order of keys.

    A state is among them only if a person has given one, and what sources seldom say only if this
    one has said it.
    """
    state = {} if article.state is None else {"state": article.state.value}
    said = {name: getattr(article, name) for name in _SELDOM_SAID}
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "byline": list(article.byline),
        "language": article.language,
        **{name: value for name, value in said.items() if value is not None},
        "text": article.text,
        "tags": list(article.tags),
        "note": article.note,
        **state,
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
    for name in _NAMES[annotation.layer]:
        value = getattr(annotation, name)
        if isinstance(value, Count):
            record |= {"count_low": value.low, "count_high": value.high, "count_best": value.best}
        elif isinstance(value, Span):
            record[name] = {"start": value.start, "end": value.end, "text": value.text}
        elif name not in _OPTIONAL or value not in (None, ()):
            record[name] = list(value) if isinstance(value, tuple) else value
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
        values = {name: record[name] for name in _NAMES[layer] if name in record}
        values["status"] = Status(values.get("status", Status.SUGGESTED))
        values["tags"] = _strings("tags", record)
        values["confidence"] = _choice("confidence", record, Confidence)
        if kind is not Quote:
            values |= {name: _degrees(name, record) for name in _BOUNDS}
            values["geo_precision"] = _choice("geo_precision", record, Precision)
        if kind is Entity:
            values["geo_alternatives"] = _strings("geo_alternatives", record)
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


def _strings(name: str, record: Mapping[str, Any]) -> tuple[Any, ...]:
    listed = record.get(name)
    if not isinstance(listed, list | None):
        raise TypeError(f"{name!r} is not a list")
    return tuple(listed or ())


def _degrees(name: str, record: Mapping[str, Any]) -> float | None:
    stated = record.get(name)
    if stated is None:
        return None
    if isinstance(stated, bool) or not isinstance(stated, int | float):
        raise TypeError(f"{name!r} is no number")
    if not abs(stated) <= _BOUNDS[name]:
        raise ValueError(f"{name!r} is out of range")
    return float(stated)


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


def _choice(name: str, record: Mapping[str, Any], kind: type[_Enum]) -> _Enum | None:
    stated = record.get(name)
    try:
        return None if stated is None else kind(stated)
    except ValueError as error:
        choices = ", ".join(kind)
        raise ValueError(f"{stated!r} is no {name}; there are {choices}") from error


def _check_types(value: Annotation | Span | Count) -> None:
    """JSON has types of its own; each field must hold what the model says it holds."""
    for name, declared, plain in _DECLARED[type(value)]:
        held = getattr(value, name)
        if type(held) in plain:
            continue
        if not _fits(held, declared):
            raise TypeError(f"{name!r} cannot be of type {type(held).__name__}")
        if isinstance(held, int) and held.bit_length() > 63:
            raise ValueError(f"{name!r} is out of range")
        if isinstance(held, Span | Count):
            _check_types(held)


_PLAIN = frozenset({str, bool, float, NoneType, Status, Confidence, Precision})
"""Types of which nothing but the type has to be checked."""


def _alternatives(declared: Any) -> tuple[Any, ...]:
    return get_args(declared) if isinstance(declared, UnionType) else (declared,)


_DECLARED: Mapping[type, tuple[tuple[str, Any, frozenset[Any]], ...]] = {
    kind: tuple(
        (each.name, each.type, _PLAIN.intersection(_alternatives(each.type)))
        for each in fields(kind)
    )
    for kind in (*ANNOTATION_TYPES.values(), Span, Count)
}
"""The fields of each kind: name, declared type, and what it may just be an instance of."""


def _fits(held: object, declared: Any) -> bool:
    """`isinstance`, except that a truth value is no number. All tuples hold strings."""
    if declared == tuple[str, ...] or isinstance(held, tuple):
        return isinstance(held, tuple) and all(isinstance(each, str) for each in held)
    return isinstance(held, declared) and isinstance(held, bool) is (declared is bool)
