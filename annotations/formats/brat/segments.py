"""Stretches of text as brat has them, which hold no line break, and back."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Segment = tuple[int, int]
"""A stretch `[start, end)` of the text."""

BETWEEN = " "
"""Stands between the texts of segments."""


def segments_of(text: str, start: int, end: int) -> list[Segment]:
    """A stretch without its line breaks; empty if it holds nothing else."""
    return list(_parted(text, start, end))


def _parted(text: str, start: int, end: int) -> Iterator[Segment]:
    for line in text[start:end].split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def text_of(text: str, segments: Sequence[Segment]) -> str:
    """The text of segments, as it stands in a line of annotations."""
    return BETWEEN.join(text[start:end] for start, end in segments)


def joined(text: str, segments: Sequence[Segment]) -> Segment | None:
    """The stretch that segments make up; null if there are words between them."""
    ordered = sorted(segments)
    gaps = pairwise(ordered)
    if any(text[left[1] : right[0]].strip() for left, right in gaps):
        return None
    return ordered[0][0], max(end for _, end in ordered)
