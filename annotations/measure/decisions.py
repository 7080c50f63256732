"""What people decided on what a machine had suggested.

What a machine said is known from what a decision was made on; what is right, from what it became.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from annotations.measure.mistakes import Mistake, Wrong
from annotations.model import ANNOTATION_TYPES, Annotation, Layer, Quote


class Verdict(StrEnum):
    """What a person made of a suggestion."""

    ACCEPTED = "accepted"
    """It stands as it was suggested."""
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"
    """There was no suggestion: the machine has missed it."""


class By(StrEnum):
    """What suggestions are told apart by."""

    KIND = "kind"
    """Label, type or category."""
    RULE = "rule"
    """The rule of the detector that found them."""
    SPEAKER_RULE = "speaker-rule"
    """The rule that found who says a quote; quotes only."""
    CONFIDENCE = "confidence"
    DETECTOR = "detector"
    """Its name and version."""


UNSAID = "-"
"""What stands for a rule, confidence or detector that is not known."""

SPAN = "span"
"""What was corrected if an annotation begins or ends elsewhere."""
_PLACES = {"start": SPAN, "end": SPAN, "num_start": "number", "num_end": "number"}
_BOOKKEEPING = (
    *("id", "text", "status", "tags", "note", "annotator", "detector"),
    *("rule", "confidence", "speaker_rule"),
    *("latitude", "longitude", "geo_precision", "geo_alternatives"),
)
"""Fields that say who stands behind an annotation, or that follow from another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One suggestion and what became of it; at least one of the two is given."""

    found: Annotation | None
    """What the machine said; null if it has said nothing."""
    right: Annotation | None
    """What stands now; null if it was turned down."""

    @property
    def verdict(self) -> Verdict:
        """What the person made of it."""
        if self.found is None:
            return Verdict.ADDED
        if self.right is None:
            return Verdict.REJECTED
        return Verdict.CORRECTED if any(self.changed()) else Verdict.ACCEPTED

    def changed(self) -> list[str]:
        """The names of the fields that were corrected, `span` among them, in the model's order."""
        if self.found is None or self.right is None:
            return []
        names = _said_in(self.found.layer)
        differ = (name for name in names if _differ(self.found, self.right, name))
        return list(dict.fromkeys(_PLACES.get(name, name) for name in differ))

    def mistake(self) -> Mistake | None:
        """What was wrong, as `closeread evaluate --errors` has it; null if nothing was."""
        match self.verdict:
            case Verdict.ACCEPTED:
                return None
            case Verdict.ADDED:
                return Mistake(Wrong.MISSED, self.right, None)
            case Verdict.REJECTED:
                return Mistake(Wrong.SPURIOUS, None, self.found)
        said = tuple(name for name in self.changed() if name != SPAN)
        return Mistake(Wrong.FIELD if said else Wrong.BOUNDARY, self.right, self.found, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Suggestions of an article that all stand as they were, counted and not one by one."""

    layer: Layer
    key: str
    """What they are told apart by."""
    number: int
    said: Mapping[str, int]
    """Of the fields of `annotations.measure.fields`, in how many there is something to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedArticle:
    """What people have decided in an article."""

    key: int
    """The article's key in its store."""
    is_complete: bool
    """Whether it is reviewed in full, so that what was not added was not missed either."""
    accepted: Sequence[Accepted] = ()
    decided: Sequence[Decided] = ()
    """All other decisions."""
    unknown: Sequence[Layer] = ()
    """The layers of corrections of which nobody knows here what they have corrected; these are
    left out of both."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided in it."""
        return not (self.accepted or self.decided or self.unknown)


def key_of(annotation: Annotation, by: By) -> str | None:
    """What an annotation is told apart by; null if it has no such thing."""
    match by:
        case By.KIND:
            return annotation.kind
        case By.RULE:
            return annotation.rule or UNSAID
        case By.SPEAKER_RULE:
            return (annotation.speaker_rule or UNSAID) if isinstance(annotation, Quote) else None
        case By.CONFIDENCE:
            return annotation.confidence or UNSAID
        case By.DETECTOR:
            return annotation.detector or UNSAID


@cache
def _said_in(layer: Layer) -> tuple[str, ...]:
    """The fields in which annotations of a layer say something."""
    kind = ANNOTATION_TYPES[layer]
    return tuple(each.name for each in fields(kind) if each.name not in _BOOKKEEPING)


def _differ(one: Annotation, other: Annotation, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
