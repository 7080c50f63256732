"""The table of quotes and who said them."""

from collections.abc import Iterator

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.tables.columns import (
    ARTICLE,
    REVIEW,
    WHERE,
    Cell,
    Columns,
    Table,
)
from annotations.keys import key_of
from annotations.model import Annotation, Layer, Quote, Span

_PARTS = ("speaker", "cue", "utterance")


def _columns() -> Columns:
    """Each part in its words and with its place; parts of one utterance have the same."""
    own: dict[str, type] = {"quote_type": str, "speaker_name": str, "speaker_rule": str}
    for part in _PARTS:
        own |= {f"{part}_text": str, f"{part}_start": int, f"{part}_end": int}
    return own


def _rows(annotated: AnnotatedArticle) -> Iterator[tuple[Annotation, dict[str, Cell]]]:
    for each in annotated.annotations:
        if isinstance(each, Quote):
            yield each, _cells(annotated, each)


def _cells(annotated: AnnotatedArticle, quote: Quote) -> dict[str, Cell]:
    cells: dict[str, Cell] = {
        "quote_id": key_of(annotated.article.id, quote),
        "quote": quote.text,
        "quote_type": quote.type,
        "speaker_name": quote.speaker_name,
        "speaker_rule": quote.speaker_rule,
    }
    for part in _PARTS:
        cells |= _part(part, getattr(quote, part))
    return cells


def _part(name: str, span: Span | None) -> dict[str, Cell]:
    if span is None:
        return {}
    return {f"{name}_text": span.text, f"{name}_start": span.start, f"{name}_end": span.end}


TABLE = Table(
    name="quotes",
    layer=Layer.QUOTES,
    columns={"quote_id": str, **ARTICLE, "quote": str, **WHERE, **_columns(), **REVIEW},
    cells=_rows,
)
