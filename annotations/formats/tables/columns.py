"""What a table is, and what the rows of all layers have in common."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.tables.lists import joined
from annotations.model import Annotation, Article, Layer
from annotations.sentences import around, starts_of

Cell = str | int | float | bool | None
"""Null where nothing is known."""
Columns = Mapping[str, type]
"""The columns in order, each with what its cells are where they are not null."""

ARTICLE: Columns = {
    "article_id": str,
    "article_url": str,
    "source_name": str,
    "published_at": str,
    "text_sha256": str,
    "copy_of": str,
    "article_title": str,
    "byline": str,
    "language": str,
    "article_tags": str,
    "article_note": str,
}
"""Of the article; `text_sha256` is of the text in UTF-8, into which the offsets point."""
WHERE: Columns = {"sentence": str, "char_start": int, "char_end": int}
"""Where it stands: code points, half open, and the sentence around it."""
REVIEW: Columns = {
    "review_status": str,
    "annotator": str,
    "reviewed_at": str,
    "detector": str,
    "rule": str,
    "confidence": str,
    "note": str,
    "tags": str,
    "store_id": int,
}
"""Who stands behind it. When somebody reviewed it is in the store's log (`closeread log`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The annotations of one layer as rows."""

    name: str
    layer: Layer
    columns: Columns
    cells: Callable[[AnnotatedArticle], Iterable[tuple[Annotation, dict[str, Cell]]]]
    """Each annotation of the layer with the cells that only this layer has."""

    def rows(self, annotated: AnnotatedArticle, *, context: int = 0) -> Iterator[dict[str, Cell]]:
        """The rows of an article.

        Args:
            annotated: The article.
            context: Sentences before and behind the one that each stands in.
        """
        about, text = article_cells(annotated), annotated.article.text
        starts = starts_of(text)
        for each, own in self.cells(annotated):
            yield about | _where(text, starts, each, context) | _review(each) | own


def article_cells(annotated: AnnotatedArticle) -> dict[str, Cell]:
    """What the rows of an article say of it."""
    article = annotated.article
    return {
        "article_id": article.id,
        "article_url": article.url,
        "source_name": article.source,
        "published_at": article.published,
        "text_sha256": _digest(article),
        "copy_of": annotated.copy_of,
        "article_title": article.title or None,
        "byline": joined(article.byline),
        "language": article.language,
        "article_tags": joined(article.tags),
        "article_note": article.note,
    }


def _digest(article: Article) -> str:
    return hashlib.sha256(article.text.encode("utf-8", errors="backslashreplace")).hexdigest()


def _where(
    text: str, starts: Sequence[int], annotation: Annotation, context: int
) -> dict[str, Cell]:
    first, last = around(text, starts, annotation.start, annotation.end, more=context)
    return {
        "sentence": text[first:last].strip(),
        "char_start": annotation.start,
        "char_end": annotation.end,
    }


def _review(annotation: Annotation) -> dict[str, Cell]:
    return {
        "review_status": annotation.status.value,
        "annotator": annotation.annotator,
        "detector": annotation.detector,
        "rule": annotation.rule,
        "confidence": annotation.confidence and annotation.confidence.value,
        "note": annotation.note,
        "tags": joined(annotation.tags),
        "store_id": annotation.id,
    }
