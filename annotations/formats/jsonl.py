"""The native format: JSON lines that carry everything, an article a line."""

import json
from collections.abc import Iterable, Iterator

from annotations.errors import RecordError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import EVERYTHING
from annotations.formats.cleaning import cleaned
from annotations.formats.format import Format, Writing
from annotations.model import Layer
from annotations.offsets import check
from annotations.records import Record, annotations_from_record, article_record
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of, read_records


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
        annotations=tuple(cleaned(annotation, article.text) for annotation in annotations),
    )


FORMAT = Format(
    name="jsonl",
    title="closeread's own JSON lines, which carry everything",
    suffix=".jsonl",
    carries=EVERYTHING,
    write=write,
    read=read,
)
