"""Annotations that come from outside, made fit for a terminal."""

from dataclasses import fields, replace

from annotations.model import Annotation, Span
from annotations.text import clean, clean_line


def cleaned(annotation: Annotation, text: str) -> Annotation:
    """The annotation with every string in it clean, and its spans cut from the clean text."""
    values: dict[str, object] = {}
    for field in fields(annotation):
        value = getattr(annotation, field.name)
        if isinstance(value, Span):
            values[field.name] = Span.cut(text, value.start, value.end)
        elif isinstance(value, tuple):
            values[field.name] = tuple(filter(None, map(clean_line, value)))
        elif field.type == str | None:
            values[field.name] = _clean_string(value, lines=field.name == "note")
    covered = text[annotation.start : annotation.end]
    kind = clean_line(annotation.kind)
    return replace(annotation, text=covered, **values).of_kind(kind)  # type: ignore[arg-type]


def _clean_string(value: str | None, *, lines: bool) -> str | None:
    """What is left of a string, in one line or several; null if nothing is."""
    if value is None:
        return None
    return (clean(value) if lines else clean_line(value)) or None
