"""Speakers beside a quotation, where the parse cannot be trusted because it crosses the marks."""

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Tokens
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.tree import is_noun

_REACH = 30
"""Tokens between a quotation and its reporting verb."""
_LONGEST_GAP = 28
_BREAKS = frozenset(
    ("after", "although", "and", "because", "before", "but", "not", "though", "when", "which")
)
"""Words after a quotation that begin a clause of their own."""
_NOMINAL = ("PROPN", "NOUN", "PRON", "NUM")


def reports_tail(layout: ArticleLayout, cue: Token, start: int) -> bool:
    """Whether only a speaker stands between a quotation that ends at `start` and a verb."""
    between = _between(layout, start, cue)
    if len(between) > _LONGEST_GAP:
        return False
    words = [token for token in between if not token.is_punct]
    first = words[0] if words else None
    return first is None or not (first.lower_ in _BREAKS or first.pos_ in ("VERB", "ADP", "SCONJ"))


def speaker_in_tail(
    layout: ArticleLayout, reporters: Reporters, cue: Token, start: int, end: int
) -> Tokens | None:
    """The speaker in the words after a quotation, `[start, end)`.

    The parser's subject if it stands there, else the noun phrase before the verb ("…," X, a
    title, said) or after it ("…," said X, a title).
    """
    parsed = reporters.speaker(cue)
    if parsed is not None and start <= layout.doc[parsed[0]].idx < end:
        return parsed
    return (
        _before_cue(layout, cue, start) or _after_cue(layout, cue, end) or _outside(layout, parsed)
    )


def _outside(layout: ArticleLayout, speaker: Tokens | None) -> Tokens | None:
    """A speaker unless it is a word of some quotation."""
    if speaker is None or layout.regions.at(layout.doc[speaker[0]].idx) is not None:
        return None
    return speaker


def _between(layout: ArticleLayout, start: int, cue: Token) -> list[Token]:
    window = layout.doc[max(0, cue.i - _REACH) : cue.i]
    return [token for token in window if token.idx >= start and not token.is_space]


def _before_cue(layout: ArticleLayout, cue: Token, start: int) -> Tokens | None:
    words = _between(layout, start, cue)
    while words and (words[0].is_punct or words[0].pos_ in ("ADV", "CCONJ", "SCONJ")):
        words.pop(0)
    while words and (words[-1].is_punct or words[-1].pos_ in ("ADV", "AUX", "PART")):
        words.pop()
    if not any(token.pos_ in _NOMINAL for token in words):
        return None
    return words[0].i, words[-1].i + 1


def _after_cue(layout: ArticleLayout, cue: Token, end: int) -> Tokens | None:
    doc = layout.doc
    first = cue.i + 1
    while first < len(doc) and doc[first].pos_ == "ADV":
        first += 1
    if first >= len(doc) or doc[first].idx >= end:
        return None
    if doc[first].pos_ not in (*_NOMINAL, "DET", "ADJ") and not doc[first].is_title:
        return None
    last = _end_of_phrase(doc[first], cue)
    while last > first and (doc[last].is_punct or doc[last].idx >= end):
        last -= 1
    return first, last + 1


def _end_of_phrase(first: Token, cue: Token) -> int:
    """Index of the last token of the noun phrase that begins with a token."""
    doc, head = first.doc, first
    while head.head.i > head.i and head.head.i < cue.i + 15 and is_noun(head.head):
        head = head.head
    if head.left_edge.i > cue.i:
        return min(head.right_edge.i, first.i + _REACH)
    last = first.i
    while last + 1 < len(doc) and doc[last + 1].pos_ in (*_NOMINAL, "ADJ", "DET", "ADP", "PART"):
        last += 1
    return min(last, first.i + _REACH)
