"""What stands in a sentence with "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.framing import around_phrase
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.reporting import according_to_whom, is_according_to

_LONGEST_SOURCE = 25
"""Tokens in the noun phrase after "according to"."""


def according_to(layout: ArticleLayout) -> Iterator[Stretch]:
    """Yield the sentence of every "according to", without the phrase itself."""
    strings = layout.doc.vocab.strings
    lower, capital = strings["according"], strings["According"]
    for token in layout.doc:
        if token.orth not in (lower, capital) or not is_according_to(token):
            continue
        if layout.regions.at(token.idx) is None:
            yield from _around(layout, token)


def _around(layout: ArticleLayout, token: Token) -> Iterator[Stretch]:
    source = according_to_whom(token)
    if source is None or _is_measure(layout.doc[slice(*source)].root):
        return
    speaker = source[0], min(source[1], source[0] + _LONGEST_SOURCE)
    said = Attribution(rule="according-to", cue=(token.i, token.i + 2), speaker=speaker)
    yield from around_phrase(layout, (token.i, speaker[1]), said)


def _is_measure(head: Token) -> bool:
    """Whether a noun is no source: "according to plan", "according to their size"."""
    return head.lemma_.lower() in lexicon.words("measures")
