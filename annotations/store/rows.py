"""Between annotations and the columns they are kept in; one wide table holds all layers."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotations.errors import DamagedRow
from annotations.model import (
    Annotation,
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
from annotations.review import Change
from annotations.store.cells import degrees, whole, whole_or_none, word
from annotations.store.connection import Row

_COMMON = ("layer", "start", '"end"', "text")
_PLACE = ("country", "latitude", "longitude", "geo_precision")
_ENTITY = ("label", "name", "geo_alternatives")
_QUOTE = (
    *("type", "speaker_start", "speaker_end", "speaker"),
    *("cue_start", "cue_end", "cue", "speaker_name"),
    *("utterance_start", "utterance_end", "utterance"),
)
_FIGURE = (
    *("num_start", "num_end", "category", "count_low", "count_high", "count_best"),
    *("qualifier", "victim_type", "place", "date", "claimed_by"),
    *("negated", "hypothetical", "subset", "incremental", "cumulative", "historical", "implicit"),
    *("victim_group", "date_iso", "rate", "vague_rule"),
    *("claimed_in_start", "claimed_in_end", "claimed_in"),
    *("part_of_start", "part_of_end", "part_of"),
)
_BETWEEN_PLACES = "\n"
_EVIDENCE = ("rule", "confidence")
_SPEAKER_RULE = "speaker_rule"

CONTENT: dict[str, tuple[str, ...]] = {
    Layer.ENTITIES: (*_COMMON, *_PLACE, *_ENTITY),
    Layer.QUOTES: (*_COMMON, *_QUOTE),
    Layer.CASUALTIES: (*_COMMON, *_PLACE, *_FIGURE),
}
"""The columns of what an annotation says, layer by layer, in the order of `content`.

Those of the other layers are null, and left out of statements: binding a null takes sqlite3
longer than binding a number.
"""

EVIDENCE: dict[str, tuple[str, ...]] = {
    Layer.ENTITIES: _EVIDENCE,
    Layer.QUOTES: (*_EVIDENCE, _SPEAKER_RULE),
    Layer.CASUALTIES: _EVIDENCE,
}
"""The columns of how its detector found it, layer by layer, in the order of `evidence`."""

REVIEW = ("status", "note", "annotator", "detector")
"""The columns of who stands behind it, in the order of `review`."""

ALL = (*REVIEW, *_EVIDENCE, *_COMMON, *_PLACE, *_ENTITY, *_QUOTE, _SPEAKER_RULE, *_FIGURE)
"""The columns that `annotation` reads, after the id."""

_OWN = len(REVIEW) + len(_EVIDENCE) + len(_COMMON)
_AFTER_PLACE = _OWN + len(_PLACE)
_AFTER_ENTITY = _AFTER_PLACE + len(_ENTITY)
_AFTER_QUOTE = _AFTER_ENTITY + len(_QUOTE) + 1


def content(annotation: Annotation) -> Row:
    """What an annotation says; equal for two that say the same, whoever found them and how."""
    common = (annotation.layer.value, annotation.start, annotation.end, annotation.text)
    match annotation:
        case Entity():
            named = (str(annotation.label), annotation.name)
            others = _BETWEEN_PLACES.join(annotation.geo_alternatives) or None
            return (*common, *_place_values(annotation), *named, others)
        case Quote():
            return (*common, *_quote_values(annotation))
        case CasualtyFigure():
            return (*common, *_place_values(annotation), *_figure_values(annotation))
    raise TypeError(f"{type(annotation).__name__} is no layer's annotation")


def evidence(annotation: Annotation) -> Row:
    """How a detector found an annotation."""
    confidence = annotation.confidence
    common = (annotation.rule, None if confidence is None else confidence.value)
    return (*common, annotation.speaker_rule) if isinstance(annotation, Quote) else common


def review(annotation: Annotation) -> Row:
    """Who stands behind an annotation."""
    return (annotation.status.value, annotation.note, annotation.annotator, annotation.detector)


def annotation(row: Row, tags: tuple[str, ...] = ()) -> Annotation:
    """Read an annotation from its id followed by the columns `ALL`.

    Raises:
        DamagedRow: If the row holds what cannot be read.
    """
    try:
        return _annotation(row, tags)
    except (TypeError, ValueError) as error:
        raise DamagedRow(row[0], str(error)) from error


def _annotation(row: Row, tags: tuple[str, ...]) -> Annotation:
    identifier, *columns = row
    status, note, annotator, detector, rule, confidence, *place = columns[:_OWN]
    layer, start, end, text = place
    common: dict[str, Any] = {
        "id": identifier,
        "start": whole("start", start),
        "end": whole("end", end),
        "text": text,
        "status": Status(status),
        "tags": tags,
        "note": note,
        "annotator": annotator,
        "detector": detector,
        "rule": rule,
        "confidence": None if confidence is None else Confidence(confidence),
    }
    match layer:
        case Layer.ENTITIES:
            label, name, others = columns[_AFTER_PLACE:_AFTER_ENTITY]
            return Entity(
                **common,
                **_place(columns[_OWN:_AFTER_PLACE]),
                label=word("label", label),
                name=name,
                geo_alternatives=tuple(others.split(_BETWEEN_PLACES)) if others else (),
            )
        case Layer.QUOTES:
            return _quote(common, columns[_AFTER_ENTITY:_AFTER_QUOTE])
    return _figure(common | _place(columns[_OWN:_AFTER_PLACE]), columns[_AFTER_QUOTE:])


def settled(annotation: Annotation) -> Annotation:
    """An annotation as it will be read back: no tag twice, null in place of empty strings."""
    settled = {
        "tags": unique(annotation.tags),
        "note": annotation.note or None,
        "annotator": annotation.annotator or None,
        "detector": annotation.detector or None,
    }
    if all(getattr(annotation, field) == value for field, value in settled.items()):
        return annotation
    return replace(annotation, **settled)  # type: ignore[arg-type]


def signed(change: Change, *, annotator: str) -> Change:
    """A change as it will be stored: additions without an id, decisions by this annotator.

    Raises:
        ValueError: If the annotation would change its layer.
    """
    before, after = change.before, change.after
    if after is None:
        return change
    if before is not None and before.layer is not after.layer:
        raise ValueError("an annotation keeps its layer; remove it and add another")
    identifier = None if before is None else before.id
    return Change(before=before, after=settled(replace(after, annotator=annotator, id=identifier)))


def unique(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags in their order, each once, without empty ones."""
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def tags_by_carrier(pairs: Iterable[Row]) -> dict[int, tuple[str, ...]]:
    """From pairs of a carrier's key and a tag to each carrier's tags, in the order given."""
    collected: dict[int, tuple[str, ...]] = {}
    for carrier, tag in pairs:
        collected[carrier] = (*collected.get(carrier, ()), tag)
    return collected


def _quote_values(quote: Quote) -> Row:
    return (
        str(quote.type),
        *_span_values(quote.speaker),
        *_span_values(quote.cue),
        quote.speaker_name,
        *_span_values(quote.utterance),
    )


def _span_values(span: Span | None) -> Row:
    return (None, None, None) if span is None else (span.start, span.end, span.text)


def _place_values(annotation: Entity | CasualtyFigure) -> Row:
    precision = annotation.geo_precision
    return (
        annotation.country,
        annotation.latitude,
        annotation.longitude,
        None if precision is None else precision.value,
    )


def _place(columns: list[Any]) -> dict[str, Any]:
    country, latitude, longitude, precision = columns
    return {
        "country": country,
        "latitude": degrees("latitude", latitude),
        "longitude": degrees("longitude", longitude),
        "geo_precision": None if precision is None else Precision(precision),
    }


def _figure_values(figure: CasualtyFigure) -> Row:
    return (
        figure.num_start,
        figure.num_end,
        str(figure.category),
        figure.count.low,
        figure.count.high,
        figure.count.best,
        figure.qualifier,
        figure.victim_type,
        figure.place,
        figure.date,
        figure.claimed_by,
        int(figure.negated),
        int(figure.hypothetical),
        int(figure.subset),
        int(figure.incremental),
        int(figure.cumulative),
        int(figure.historical),
        int(figure.implicit),
        figure.victim_group,
        figure.date_iso,
        figure.rate,
        figure.vague_rule,
        *_span_values(figure.claimed_in),
        *_span_values(figure.part_of),
    )


def _quote(common: dict[str, Any], columns: list[Any]) -> Quote:
    kind, *spans, speaker_rule = columns
    return Quote(
        **common,
        type=word("type", kind),
        speaker=_span(*spans[:3]),
        cue=_span(*spans[3:6]),
        speaker_name=spans[6],
        utterance=_span(*spans[7:]),
        speaker_rule=speaker_rule,
    )


def _span(start: int | None, end: int | None, text: str | None) -> Span | None:
    if start is None or end is None or text is None:
        return None
    return Span(start=whole("start of a part", start), end=whole("end of a part", end), text=text)


def _figure(common: dict[str, Any], columns: list[Any]) -> CasualtyFigure:
    start, end, category, low, high, best, *rest = columns
    qualifier, victim_type, place, date, claimed_by, *rest = rest
    negated, hypothetical, subset, incremental, cumulative, historical, implicit, *rest = rest
    victim_group, date_iso, rate, vague_rule, *spans = rest
    return CasualtyFigure(
        **common,
        num_start=whole_or_none("number", start),
        num_end=whole_or_none("number", end),
        category=word("category", category),
        count=Count(
            low=whole_or_none("low count", low),
            high=whole_or_none("high count", high),
            best=whole_or_none("best count", best),
        ),
        qualifier=qualifier,
        victim_type=victim_type,
        place=place,
        date=date,
        claimed_by=claimed_by,
        negated=bool(negated),
        hypothetical=bool(hypothetical),
        subset=bool(subset),
        incremental=bool(incremental),
        cumulative=bool(cumulative),
        historical=bool(historical),
        implicit=bool(implicit),
        victim_group=victim_group,
        date_iso=date_iso,
        rate=rate,
        vague_rule=vague_rule,
        claimed_in=_span(*spans[:3]),
        part_of=_span(*spans[3:]),
    )
