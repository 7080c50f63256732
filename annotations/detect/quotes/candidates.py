"""A stretch that may be a quote, on its way through the stages."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A quote before its speaker has a name."""

    start: int
    end: int
    cue: Token | None
    speaker: tuple[int, int] | None
    """Token indexes `[first, after)` of the noun phrase that says it."""
    is_paired: bool = False
    """Whether the quotation marks made it, not the parse."""

    @property
    def length(self) -> int:
        """Its length in characters."""
        return self.end - self.start

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with `[start, end)`."""
        return self.start < end and start < self.end
