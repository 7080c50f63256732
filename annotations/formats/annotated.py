"""What goes into a format and comes out of it."""

from dataclasses import dataclass

from annotations.model import Annotation, Article
from annotations.offsets import check


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article with annotations that fit its text; others cannot be made.

    Raises:
        OffsetError: If an annotation does not cover the text it says it covers.
    """

    article: Article
    annotations: tuple[Annotation, ...] = ()

    def __post_init__(self) -> None:
        for annotation in self.annotations:
            check(annotation, self.article.text)
