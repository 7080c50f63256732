"""Tags that say which words belong together, and back.

BIO2 begins every stretch with B; IOB1, of CoNLL-2003 as it was given out, only one that follows
another of its label; BIOES (or BILOU) also tells ends (E, L) and single words (S, U). Reading takes
a stretch from what is there as `conlleval` does, and says where a tag is none of its scheme.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from annotations.formats.conll.chunks import Chunk

SCHEMES = ("bio2", "iob1", "bioes")
OUTSIDE = "O"
_BLANK = ("", "_", "-", "*")
"""What else stands for no tag."""

_SINGLE, _LAST = "SU", "EL"
_KNOWN = f"BIM{_SINGLE}{_LAST}W"


def tags_of(
    count: int, chunks: Sequence[Chunk], scheme: str, *, starts: Collection[int] = ()
) -> list[str]:
    """The tag of each of some words.

    Args:
        count: How many words there are.
        chunks: In order; none crosses the end of a sentence.
        scheme: One of `SCHEMES`.
        starts: The words that sentences begin with, where nothing follows anything.
    """
    tags = [OUTSIDE] * count
    before: Chunk | None = None
    for chunk in chunks:
        follows = (
            before is not None
            and (before.end, before.label) == (chunk.first, chunk.label)
            and chunk.first not in starts
        )
        for place in range(chunk.first, chunk.end):
            tags[place] = f"{_prefix(place, chunk, scheme, follows)}-{chunk.label}"
        before = chunk
    return tags


def _prefix(place: int, chunk: Chunk, scheme: str, follows: bool) -> str:
    is_first, is_last = place == chunk.first, place == chunk.end - 1
    if scheme == "bioes" and is_last:
        return "S" if is_first else "E"
    if scheme == "iob1":
        return "B" if is_first and follows else "I"
    return "B" if is_first else "I"


@dataclass(frozen=True, slots=True)
class Fault:
    """A tag that is none of its scheme."""

    place: int
    """Index of the word."""
    reason: str


def chunks_in(tags: Sequence[str], *, is_loose: bool) -> Iterator[Chunk | Fault]:
    """The chunks that the tags of a sentence make up, each after the faults in it.

    Args:
        tags: As they are in the file.
        is_loose: Whether a chunk may begin with I, as in IOB1.
    """
    first, label = 0, ""
    for place, tag in enumerate([*tags, OUTSIDE]):
        prefix, kind = _parted(tag)
        goes_on = bool(label) and kind == label and prefix in f"IM{_LAST}"
        if label and not goes_on:
            yield Chunk(first, place, label)
            label = ""
        if prefix not in _KNOWN or (prefix and not kind):
            yield Fault(place, f"{tag[:40]!r} is no tag")
            continue
        if kind and not goes_on:
            if prefix in f"IM{_LAST}" and not is_loose:
                yield Fault(place, f"{tag[:40]} begins what no B begins")
            first, label = place, kind
        if label and prefix in f"{_SINGLE}{_LAST}W":
            yield Chunk(first, place + 1, label)
            label = ""


def is_loose(sentences: Sequence[Sequence[str]]) -> bool:
    """Whether tags are of IOB1: B stands only where a chunk follows another of its label."""
    for tags in sentences:
        before = ""
        for tag in tags:
            prefix, label = _parted(tag)
            if (prefix in f"{_SINGLE}{_LAST}W" and prefix) or (prefix == "B" and label != before):
                return False
            before = label
    return True


def _parted(tag: str) -> tuple[str, str]:
    """Prefix and label; both empty for no tag, and a label without a prefix as a wrong prefix."""
    if tag == OUTSIDE or tag in _BLANK:
        return "", ""
    prefix, sign, label = tag.partition("-")
    return (prefix, label) if sign and len(prefix) == 1 else ("?", "")
