"""What goes into a format and comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotations.model import Annotation, Article, Entity
from annotations.offsets import check
from annotations.records import Record, annotation_record

KNOWN_AS = "known_as"
"""The field that says what an entity counts as across articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article with annotations that fit its text; others cannot be made.

    Raises:
        OffsetError: If an annotation does not cover the text it says it covers.
    """

    article: Article
    annotations: tuple[Annotation, ...] = ()
    known_as: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What entities, by label and name, count as across articles, where a person has decided that
    it is another name. It is written but not read back: the decision is not the article's own."""
    copy_of: str | None = None
    """The id of the article of which this one is a copy, as of an agency's report; null if of none.
    Only tables hold it, so that one line of an agency does not count as many sources."""

    def __post_init__(self) -> None:
        for annotation in self.annotations:
            check(annotation, self.article.text)

    def record_of(self, annotation: Annotation) -> Record:
        """One of the annotations as formats write it, with what it is known as if that differs."""
        record = annotation_record(annotation)
        if isinstance(annotation, Entity) and annotation.name is not None:
            known_as = self.known_as.get((annotation.label, annotation.name))
            return record if known_as is None else record | {KNOWN_AS: known_as}
        return record
