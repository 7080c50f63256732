"""What two texts have in common, in the same order in both."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_PARAGRAPHS = re.compile(r"[^\n]*\n+|[^\n]+")
WORDS = re.compile(r"\w+|\s+|[^\w\s]")
"""Words, blanks and marks; together they are the whole text."""
_MOST = 4_000_000
"""Pairs of words that are compared with all care; of more, frequent words are passed over."""

TELLING = 16
"""Characters in common that are no chance: three words or so. Fewer may align by accident."""
_RELATED = 0.2
"""Share of the shorter text that both have in common where they are versions of one article."""


class Block(NamedTuple):
    """A stretch that both texts have."""

    old: int
    """Where it begins in the old text."""
    new: int
    """Where it begins in the new one."""
    length: int


def telling_blocks(old: str, new: str) -> list[Block]:
    """The stretches that both texts have in the same order, in this order.

    Each is as long as it can be, and none is so short that it may be there by chance.
    """
    return [each for each in _grown(old, new, _aligned(old, new)) if each.length >= TELLING]


def are_related(old: str, new: str) -> bool:
    """Whether two texts can be versions of one article."""
    shared = sum(block.length for block in telling_blocks(old, new))
    return shared > _RELATED * min(len(old), len(new))


def _aligned(old: str, new: str) -> Iterator[Block]:
    """Equal stretches by paragraphs, and by words where paragraphs differ."""
    head = common_head(old, new)
    tail = common_head(old[head:][::-1], new[head:][::-1])
    if head:
        yield Block(0, 0, head)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    for block in _by_paragraphs(middle_old, middle_new):
        yield Block(head + block.old, head + block.new, block.length)
    if tail:
        yield Block(len(old) - tail, len(new) - tail, tail)


def _by_paragraphs(old: str, new: str) -> Iterator[Block]:
    if not old or not new:
        return
    ours, theirs = _PARAGRAPHS.findall(old), _PARAGRAPHS.findall(new)
    our_starts, their_starts = _starts(ours), _starts(theirs)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        begin, there = our_starts[i1], their_starts[j1]
        if tag == "equal":
            yield Block(begin, there, our_starts[i2] - begin)
        elif tag == "replace":
            stretch, other = old[begin : our_starts[i2]], new[there : their_starts[j2]]
            for block in _by_words(stretch, other):
                yield Block(begin + block.old, there + block.new, block.length)


def _by_words(old: str, new: str) -> Iterator[Block]:
    ours, theirs = WORDS.findall(old), WORDS.findall(new)
    our_starts, their_starts = _starts(ours), _starts(theirs)
    is_large = len(ours) * len(theirs) > _MOST
    # Blanks are everywhere; they may extend what is equal, but never begin it.
    matcher = SequenceMatcher(str.isspace, ours, theirs, autojunk=is_large)
    for i, j, size in matcher.get_matching_blocks():
        if size:
            yield Block(our_starts[i], their_starts[j], our_starts[i + size] - our_starts[i])


def _starts(parts: Sequence[str]) -> list[int]:
    """Where each part begins, and where the last one ends."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _grown(old: str, new: str, aligned: Iterator[Block]) -> Iterator[Block]:
    """Blocks joined where they touch, and extended by the letters around them."""
    last: Block | None = None
    for block in aligned:
        if last is None:
            last = _backwards(old, new, block, Block(0, 0, 0))
            continue
        last = _forwards(old, new, last, block)
        block = _backwards(old, new, block, last)
        if (last.old + last.length, last.new + last.length) == (block.old, block.new):
            last = Block(last.old, last.new, last.length + block.length)
        else:
            yield last
            last = block
    if last is not None:
        yield _forwards(old, new, last, Block(len(old), len(new), 0))


def _forwards(old: str, new: str, block: Block, following: Block) -> Block:
    end, there = block.old + block.length, block.new + block.length
    more = common_head(old[end : following.old], new[there : following.new])
    return block._replace(length=block.length + more)


def _backwards(old: str, new: str, block: Block, before: Block) -> Block:
    begin, there = before.old + before.length, before.new + before.length
    more = common_head(old[begin : block.old][::-1], new[there : block.new][::-1])
    return Block(block.old - more, block.new - more, block.length + more)


def common_head(one: str, other: str) -> int:
    """How many characters both begin with."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    low, high = 0, shorter
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle)
    return low
