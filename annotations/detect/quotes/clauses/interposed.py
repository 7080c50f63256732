"""Verbs of saying between commas in the middle or at the end of what is said: "A, X said, B"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.tree import child, children, is_marked

_SEPARATORS = ",—–-"
_LONGEST = 25
"""Tokens in an interposed "X said"."""
_SHORT = 8
"""Tokens in one that the parser did not label as such."""


def is_interposed(cue: Token) -> bool:
    """Whether the verb and its subject stand between commas."""
    if cue.dep_ not in ("parataxis", "ccomp", "advcl") or child(cue, "nsubj") is None:
        return False
    if is_marked(cue, "as"):
        return False
    doc, left, right = cue.doc, cue.left_edge.i, _last(cue).i
    opened = doc[left].text in _SEPARATORS or (left > 0 and doc[left - 1].text in _SEPARATORS)
    closed = doc[right].text in _SEPARATORS or (
        right + 1 < len(doc) and doc[right + 1].text in _SEPARATORS + "."
    )
    limit = _LONGEST if cue.dep_ == "parataxis" else _SHORT
    return opened and closed and right - left < limit


def _last(cue: Token) -> Token:
    """The last token of "X said,"; what follows with "and" goes on with what is said."""
    after = [each for each in children(cue) if each.i > cue.i]
    for mark, conjunction in pairwise(after):
        if mark.text == "," and conjunction.dep_ == "cc" and conjunction.i == mark.i + 1:
            return mark
    return cue.right_edge


def around_interposed(reporters: Reporters, cue: Token) -> Iterator[Stretch]:
    """What stands before and after an interposed verb; the commas belong to its subtree."""
    head = cue.head
    for _ in range(5):
        if head.dep_ not in ("conj", "nsubj", "advcl", "aux") or head.head.i == head.i:
            break
        head = head.head
    left, right, last = cue.left_edge, _last(cue), head.right_edge
    speaker = reporters.speaker(cue)
    said = Attribution(rule="interposed", cue=(cue.i, cue.i + 1), speaker=speaker)
    yield Stretch(start=head.left_edge.idx, end=left.idx, said=said, may_be_word=True)
    yield Stretch(start=right.idx + len(right), end=last.idx + len(last), said=said)
