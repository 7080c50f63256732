"""Reported speech."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from annotations.model.annotation import Annotation, Layer, Span


class QuoteType(StrEnum):
    """How a quote's content is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Annotation):
    """Reported speech. The span is the content with its quotation marks."""

    layer: ClassVar[Layer] = Layer.QUOTES
    kind_field: ClassVar[str] = "type"

    type: str
    """A `QuoteType`."""
    speaker: Span | None = None
    cue: Span | None = None
    """The reporting verb or phrase."""
    speaker_name: str | None = None
    """Who it is after resolving pronouns, titles and short names."""
    speaker_rule: str | None = None
    """Id of the rule of the detector that told the name."""
    utterance: Span | None = None
    """From the first to the last part of what is said in one go, where the words "X said" or a
    new paragraph part it; the same for each part, null for what stands in one piece."""
