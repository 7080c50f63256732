"""A stretch of the text that a construction reports, before its borders are tidied."""

from dataclasses import dataclass

from annotations.detect.quotes.candidates import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters `[start, end)` that somebody is said to have said."""

    start: int
    end: int
    said: Attribution
    may_be_word: bool = False
    """Whether a single word can be all of it: "But, she said, …"."""
