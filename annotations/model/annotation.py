"""What the annotations of all layers have in common."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, NoReturn, Self


class Layer(StrEnum):
    """A kind of thing worth marking; the value is its key in the interchange format."""

    ENTITIES = "entities"
    QUOTES = "quotes"
    CASUALTIES = "casualties"


class Status(StrEnum):
    """Who stands behind an annotation."""

    SUGGESTED = "suggested"
    """The machine's, not yet seen by a person."""
    ACCEPTED = "accepted"
    """The machine's, confirmed by a person."""
    CORRECTED = "corrected"
    """The machine's, changed by a person."""
    ADDED = "added"
    """A person's own."""
    REJECTED = "rejected"
    """The machine's, found wrong by a person; kept so that it never comes back."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        """Say which statuses there are; people write them in files and on the command line."""
        raise ValueError(f"{value!r} is no status; there are {', '.join(cls)}")


class Confidence(StrEnum):
    """How much stands behind an annotation that a machine proposes."""

    HIGH = "high"
    """The grammar of its sentence, or its layout, says so."""
    MEDIUM = "medium"
    """A telling word stands near it, or the text before it explains it."""
    LOW = "low"
    """Little to go by: a bare number, a speaker carried over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """Make the span `[start, end)` of a text."""
        return cls(start=start, end=end, text=text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What the annotations of all three layers have in common."""

    layer: ClassVar[Layer]
    kind_field: ClassVar[str]

    start: int
    end: int
    text: str
    status: Status = Status.SUGGESTED
    id: int | None = None
    """Key in its store; null before it is in one."""
    tags: tuple[str, ...] = ()
    note: str | None = None
    annotator: str | None = None
    """The person who decided on it last."""
    detector: str | None = None
    """Name and version of the machine that proposed it."""
    rule: str | None = None
    """Id of the rule of the detector that found it."""
    confidence: Confidence | None = None
    """Null for a person's own."""

    @property
    def kind(self) -> str:
        """What it is within its layer: entity label, quote type or figure category."""
        return str(getattr(self, self.kind_field))

    def of_kind(self, kind: str) -> Self:
        """The same annotation with another kind."""
        return replace(self, **{self.kind_field: kind})  # type: ignore[arg-type]
