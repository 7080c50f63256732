"""Annotations as stretches of words: none overlaps another, none crosses the end of a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.formats.format import Tokens
from annotations.formats.losses import Losses
from annotations.formats.marking import label_of
from annotations.model import Annotation, Status


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words `[first, end)` with a label."""

    first: int
    end: int
    label: str
    goes_on: bool = False
    """Whether it is the rest of what the sentence before ends with."""


def chunks_of(
    annotations: Sequence[Annotation], tokens: Tokens, *, words: str, losses: Losses, parted: bool
) -> list[Chunk]:
    """The chunks of one layer, in order.

    Args:
        annotations: All of one layer; those that were rejected are left out.
        tokens: The words of the text.
        words: What annotations of the layer are called when some are lost.
        losses: Counts those that are left out, moved to the borders of words, or parted.
        parted: Whether what runs on into another sentence is in parts for good.
    """
    kept = [each for each in annotations if each.status is not Status.REJECTED]
    losses.add(f"{{}} {words} that were rejected", len(annotations) - len(kept))
    whole = [each for each in (_on_words(one, tokens, words, losses) for one in kept) if each]
    apart = _without_overlaps(whole)
    losses.add(f"{{}} {words} that overlap another", len(whole) - len(apart))
    parts = [list(_by_sentence(each, tokens)) for each in apart]
    crossing = sum(len(each) > 1 for each in parts) if parted else 0
    losses.add(f"that {{}} {words} run on from one sentence to the next", crossing)
    return [part for each in parts for part in each]


def _on_words(annotation: Annotation, tokens: Tokens, words: str, losses: Losses) -> Chunk | None:
    """All words that an annotation has a part in; null if it covers nothing but blanks."""
    first = bisect_right(tokens.tokens, annotation.start, key=lambda each: each.end)
    end = bisect_left(tokens.tokens, annotation.end, key=lambda each: each.start)
    if first >= end:
        losses.add(f"{{}} {words} without any word")
        return None
    borders = tokens.tokens[first].start, tokens.tokens[end - 1].end
    if borders != (annotation.start, annotation.end):
        losses.add(f"the borders of {{}} {words}, now those of words")
    label = label_of(annotation)
    form = written_label(label)
    losses.add(f"the signs in the labels of {{}} {words}", int(form != label))
    return Chunk(first, end, form)


def written_label(label: str) -> str:
    """A label without the signs that part columns and values."""
    return "_".join(label.replace("|", " ").replace("=", " ").split()) or "_"


def _without_overlaps(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The longest first, and the first of several as long; in the order of the text."""
    taken: set[int] = set()
    kept: list[Chunk] = []
    for each in sorted(chunks, key=lambda each: (each.first - each.end, each.first)):
        places = range(each.first, each.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(each)
    return sorted(kept, key=lambda each: each.first)


def _by_sentence(chunk: Chunk, tokens: Tokens) -> Iterator[Chunk]:
    starts = [first for first, _ in tokens.sentences]
    at = bisect_right(starts, chunk.first) - 1
    for first, end in tokens.sentences[at:]:
        if first >= chunk.end:
            break
        start = max(chunk.first, first)
        yield Chunk(start, min(chunk.end, end), chunk.label, goes_on=start > chunk.first)
