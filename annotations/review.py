"""What a person's decision does to an annotation. Pure: nothing is written here.

Each function takes the annotation as it stands and returns it as it should be; `None` in place
of an annotation means that there is none (before adding, after removing).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.model import NUMBER_LABELS, Annotation, Status

DECIDED = frozenset(Status) - {Status.SUGGESTED}
"""Statuses that a person gave, and that no machine may change."""

SHOWN = frozenset(Status) - {Status.REJECTED}
"""Statuses of annotations that are part of the article as read."""


Decided = TypeVar("Decided", bound=Annotation)

Decision = Callable[[Annotation], Annotation | None]
"""What becomes of an annotation; null if it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One annotation before and after an edit; at least one of the two is given."""

    before: Annotation | None
    after: Annotation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a person can put on an article as a whole."""

    tags: tuple[str, ...] = ()
    note: str | None = None


def is_marked(annotation: Annotation) -> bool:
    """Whether a person has put tags or a note on it, which no machine may take away."""
    return bool(annotation.tags or annotation.note)


def accept(annotation: Decided) -> Decided:
    """Confirm it. What a person made or mended is confirmed already and stays as it is."""
    if annotation.status in (Status.CORRECTED, Status.ADDED):
        return annotation
    return replace(annotation, status=Status.ACCEPTED)


def reject(annotation: Annotation) -> Annotation | None:
    """Turn it down: the machine's is kept as rejected, a person's own goes."""
    if annotation.status is Status.ADDED:
        return None
    return replace(annotation, status=Status.REJECTED)


def reopen(annotation: Annotation) -> Annotation:
    """Let it wait for a decision again, unless a person has made or mended it."""
    if annotation.status in (Status.ACCEPTED, Status.REJECTED):
        return replace(annotation, status=Status.SUGGESTED)
    return annotation


def if_undecided(decision: Decision) -> Decision:
    """A decision on what is still to be reviewed; all else, numbers and dates too, stays."""

    def decide(annotation: Annotation) -> Annotation | None:
        """The decision, where one is still to be made."""
        waits = annotation.status is Status.SUGGESTED and annotation.kind not in NUMBER_LABELS
        return decision(annotation) if waits else annotation

    return decide


def relabel(annotation: Annotation, kind: str) -> Annotation:
    """Give it another kind. Choosing the kind that it has confirms it."""
    if annotation.kind == kind:
        return accept(annotation)
    return corrected(annotation.of_kind(kind))


def corrected(annotation: Decided) -> Decided:
    """Mark as changed by a person, unless it was the person's own to begin with."""
    if annotation.status is Status.ADDED:
        return annotation
    return replace(annotation, status=Status.CORRECTED)
