"""What goes on behind the verb of a report: "A, X said, and B"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import Reporters

_FARTHEST = 4
"""Tokens between "X said" and the comma: "X said on Monday, and"."""
_JOINING = frozenset(("and", "but"))


def second_half(
    layout: ArticleLayout, reporters: Reporters, cue: Token, halves: Sequence[Stretch]
) -> Iterator[Stretch]:
    """Yield the rest of the sentence where all that a verb reports so far stands before it.

    Args:
        layout: The article.
        reporters: Its verbs of saying; where one more of them follows, the rest is its own.
        cue: The verb.
        halves: What it reports.
    """
    if not halves or any(each.end > cue.idx for each in halves):
        return
    conjunction = _conjunction(layout, reporters, cue)
    if conjunction is None:
        return
    doc, after = layout.doc, layout.sentences.after(cue.i)
    start, end = doc[conjunction].idx, doc[after - 1].idx + len(doc[after - 1])
    if not layout.regions.between(start, end) and not reporters.within(start, end):
        yield Stretch(start=start, end=end, said=halves[0].said)


def _conjunction(layout: ArticleLayout, reporters: Reporters, cue: Token) -> int | None:
    """The "and" behind the verb and its speaker, after a comma."""
    speaker = reporters.speaker(cue)
    first = cue.i + 1 if speaker is None else max(cue.i + 1, speaker[1])
    after = layout.sentences.after(cue.i)
    for index in range(first, min(first + _FARTHEST, after - 2)):
        if layout.doc[index].text == ",":
            return index + 1 if layout.doc[index + 1].lower_ in _JOINING else None
    return None
