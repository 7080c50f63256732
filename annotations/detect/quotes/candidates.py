"""A stretch that may be a quote, on its way through the stages."""

from dataclasses import dataclass

Tokens = tuple[int, int]
"""Token indexes `[first, after)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says something, with which words, and by which rule that was told."""

    rule: str
    cue: Tokens | None = None
    speaker: Tokens | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A quote before its speaker has a name."""

    start: int
    end: int
    said: Attribution
    is_framed: bool = False
    """Whether the layout says where it begins and ends, not the parse."""
    is_verbatim: bool = False
    """Whether it is in the speaker's words although it stands in no quotation marks."""

    @property
    def length(self) -> int:
        """Its length in characters."""
        return self.end - self.start

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with `[start, end)`."""
        return self.start < end and start < self.end
