"""The native format: JSON lines that carry everything, an article a line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from annotations.errors import RecordError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import EVERYTHING
from annotations.formats.format import Format, Writing
from annotations.model import Annotation, Layer, Span
from annotations.offsets import check
from annotations.records import Record, annotations_from_record, article_record
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of, read_records
from annotations.text import clean, clean_line


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """Yield a line an article."""
    return map(line_of, articles)


def line_of(annotated: AnnotatedArticle) -> str:
    """The line of an article, with its end."""
    record = article_record(annotated.article) | _layers(annotated)
    return json.dumps(record, ensure_ascii=False) + "\n"


def _layers(annotated: AnnotatedArticle) -> Record:
    layers: Record = {layer.value: [] for layer in Layer}
    for annotation in annotated.annotations:
        layers[annotation.layer].append(annotated.record_of(annotation))
    return layers


def read(given: Input) -> Iterator[AnnotatedArticle | RecordError]:
    """Read lines back, with all their annotations.

    Offsets are checked against the text as it stands in the line. Cleaning keeps its length, so
    they hold for the clean text too, from which the texts of the annotations are cut again.
    """
    return read_records(given.lines(), given.name, make=_annotated)


def _annotated(record: Record) -> AnnotatedArticle:
    article = article_of(record)
    annotations = annotations_from_record(record)
    for annotation in annotations:
        check(annotation, record["text"])
    return AnnotatedArticle(
        article=article,
        annotations=tuple(_clean(annotation, article.text) for annotation in annotations),
    )


def _clean(annotation: Annotation, text: str) -> Annotation:
    """The annotation with every string in it clean, and its spans cut from the clean text."""
    values: dict[str, object] = {}
    for field in fields(annotation):
        value = getattr(annotation, field.name)
        if isinstance(value, Span):
            values[field.name] = Span.cut(text, value.start, value.end)
        elif field.type == str | None:
            values[field.name] = _clean_string(value, lines=field.name == "note")
    tags = tuple(filter(None, map(clean_line, annotation.tags)))
    covered = text[annotation.start : annotation.end]
    kind = clean_line(annotation.kind)
    return replace(annotation, text=covered, tags=tags, **values).of_kind(kind)  # type: ignore[arg-type]


def _clean_string(value: str | None, *, lines: bool) -> str | None:
    """What is left of a string, in one line or several; null if nothing is."""
    if value is None:
        return None
    return (clean(value) if lines else clean_line(value)) or None


FORMAT = Format(
    name="jsonl",
    title="closeread's own JSON lines, which carry everything",
    suffix=".jsonl",
    carries=EVERYTHING,
    write=write,
    read=read,
)
