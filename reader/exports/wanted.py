"""Which annotations of an article an export takes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotations.formats import AnnotatedArticle
from annotations.model import Annotation, CasualtyFigure, Layer, Status
from annotations.tagging.paths import is_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Conditions that an annotation has to fit, all of them; those left empty ask for nothing."""

    statuses: frozenset[Status] | None = None
    layers: frozenset[Layer] | None = None
    kinds: frozenset[str] | None = None
    """Entity labels, quote types and figure categories."""
    tags: tuple[str, ...] = ()
    """One of these, or a tag below one of them."""
    annotators: frozenset[str] | None = None
    implicit: bool = False
    """Whether to take suggested figures of people whom the text does not count."""

    def of(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """An article with only what is wanted of it."""
        kept = tuple(filter(self.takes, annotated.annotations))
        if len(kept) == len(annotated.annotations):
            return annotated
        return replace(annotated, annotations=kept)

    def takes(self, annotation: Annotation) -> bool:
        """Whether an annotation is taken."""
        return self.fits(annotation) and (self.implicit or not is_unstated(annotation))

    def fits(self, annotation: Annotation) -> bool:
        """Whether it fits, be it stated in the text or not."""
        return (
            (self.statuses is None or annotation.status in self.statuses)
            and (self.layers is None or annotation.layer in self.layers)
            and (self.kinds is None or annotation.kind in self.kinds)
            and (self.annotators is None or annotation.annotator in self.annotators)
            and (not self.tags or _is_tagged(annotation.tags, self.tags))
        )


def is_unstated(annotation: Annotation) -> bool:
    """Whether it is a suggestion of people whom the text does not count."""
    is_implicit = isinstance(annotation, CasualtyFigure) and annotation.implicit
    return is_implicit and annotation.status is Status.SUGGESTED


def _is_tagged(tags: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(is_within(tag, each) for tag in tags for each in wanted)
