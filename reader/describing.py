"""Annotations in words, for the inspector, the panel and messages. Pure."""

from collections.abc import Iterator

from annotations.model import Annotation, CasualtyFigure, Count, Entity, Layer, Quote, Status
from annotations.text import clean_line

LAYER_NAMES = {
    Layer.ENTITIES: "Names",
    Layer.QUOTES: "Quotes",
    Layer.CASUALTIES: "Figures",
}
"""What each layer is called on the screen."""

STATUS_SIGNS = {
    Status.SUGGESTED: "·",
    Status.ACCEPTED: "✓",
    Status.CORRECTED: "≠",
    Status.ADDED: "+",
    Status.REJECTED: "×",
}
"""One cell for each status."""

Field = tuple[str, str]
"""Name and value of something known about an annotation."""

_FLAGS = ("negated", "hypothetical", "subset", "incremental", "cumulative")


def fields(annotation: Annotation) -> list[Field]:
    """What is known about an annotation, most telling first; unknown things are said to be so."""
    described = {
        Layer.ENTITIES: _entity_fields,
        Layer.QUOTES: _quote_fields,
        Layer.CASUALTIES: _figure_fields,
    }[annotation.layer](annotation)
    return [(name, clean_line(value)) for name, value in (*described, *_common(annotation))]


def short(annotation: Annotation, *, width: int = 40) -> str:
    """An annotation in a few words, for messages: its text in quotation marks and its kind."""
    return f"{excerpt(annotation.text, width=width)} ({clean_line(annotation.kind)})"


def excerpt(text: str, *, width: int) -> str:
    """A text in quotation marks; its middle is left out if it has more characters than `width`."""
    line = clean_line(text).strip('“”"')
    if len(line) > width:
        half = (width - len(" … ")) // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"“{line}”"


def count(counted: Count) -> str:
    """A count with its bounds: `12`, `10 to 15, best 12`, `at least 12`, `at most 30`, unknown."""
    low, high, best = (
        None if each is None else f"{each:,}" for each in (counted.low, counted.high, counted.best)
    )
    if low == high and best in (low, None):
        return low or "unknown"
    if low and high:
        return f"{low} to {high}, best {best}" if best else f"{low} to {high}"
    bound = f"at least {low}" if low else f"at most {high}" if high else None
    if bound is None or best in (low, high, None):
        return bound or best or "unknown"
    return f"{bound}, best {best}"


def _entity_fields(entity: Annotation) -> Iterator[Field]:
    if isinstance(entity, Entity):
        yield "label", entity.label
        if entity.name:
            yield "name", entity.name


def _quote_fields(quote: Annotation) -> Iterator[Field]:
    if isinstance(quote, Quote):
        yield "quote", quote.type
        yield "said by", quote.speaker_name or "unknown"
        yield "speaker", f"“{quote.speaker.text}”" if quote.speaker else "none"
        yield "cue", f"“{quote.cue.text}”" if quote.cue else "none"


def _figure_fields(figure: Annotation) -> Iterator[Field]:
    if isinstance(figure, CasualtyFigure):
        yield "figure", figure.category
        yield "count", count(figure.count)
        if figure.qualifier:
            yield "qualifier", figure.qualifier.replace("_", " ")
        yield "victims", figure.victim_type or "unsaid"
        yield "claimed by", figure.claimed_by or "unsaid"
        for name, value in (("place", figure.place), ("date", figure.date)):
            if value:
                yield name, value
        flags = [flag for flag in _FLAGS if getattr(figure, flag)]
        if flags:
            yield "is", ", ".join(flags)


def _common(annotation: Annotation) -> Iterator[Field]:
    who = f" by {annotation.annotator}" if annotation.annotator else ""
    yield "status", f"{annotation.status}{who}"
    if annotation.tags:
        yield "tags", ", ".join(annotation.tags)
    if annotation.note:
        yield "note", annotation.note
