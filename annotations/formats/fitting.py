"""From marks that another tool has written to annotations that fit the text of their article."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.cleaning import cleaned
from annotations.formats.marking import Marking, annotations_from
from annotations.model import Annotation, Article, Layer
from annotations.offsets import check
from annotations.text import clean_line


def place(annotation: Annotation) -> tuple[int, int, int]:
    """What annotations are ordered by, as a store has them: layer, start and end."""
    return list(Layer).index(annotation.layer), annotation.start, annotation.end


def fitting(
    article: Article,
    marking: Marking,
    *,
    where: str,
    defaults: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[AnnotatedArticle, list[SourceError]]:
    """An article with what marks and links stand for, and why each of the others does not.

    Args:
        article: The article.
        marking: Marks and links, in code points.
        where: What errors call their place.
        defaults: Values for annotations that do not say them, such as a status.
    """
    kept: list[Annotation] = []
    errors = []
    for each in annotations_from(article.text, marking, defaults=defaults):
        try:
            kept.append(_fit(each, article.text))
        except CloseReadError as error:
            errors.append(told(where, error))
    return AnnotatedArticle(article=article, annotations=tuple(sorted(kept, key=place))), errors


def told(where: str, error: CloseReadError | str) -> SourceError:
    """An error about an item, with the place that it is in."""
    reason = error if isinstance(error, str) else error.message
    return SourceError(f"{where}: {clean_line(reason).removesuffix('.')}.")


def _fit(found: Annotation | CloseReadError, text: str) -> Annotation:
    """An annotation, clean, if it is one and fits the text.

    Raises:
        CloseReadError: If it does not.
    """
    if isinstance(found, CloseReadError):
        raise found
    check(found, text)
    return cleaned(found, text)
