"""Who states a figure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from annotations.claims import claimant, in_short, innermost, place
from annotations.detect import lexicon
from annotations.detect.casualties.found import Found
from annotations.detect.reporting import (
    according_to_whom,
    is_according_to,
    is_reporting,
    speaker_of,
)
from annotations.detect.sentences import Sentences
from annotations.detect.tree import ancestors, child, is_parted
from annotations.intervals import Intervals
from annotations.model import Quote, Span

_LONGEST_NAME = 12
"""Words in the name of a claimant; longer ones are parses gone wrong."""
_FAR = 6
"""Governors up from the harm to a reporting verb."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who states a figure, and the quote it stands in."""

    by: str | None
    quote: Span | None


class Claimants:
    """The sources that an article names."""

    def __init__(self, doc: Doc, sentences: Sentences, quotes: Sequence[Quote]) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        quotes: Its quotes, in the order of the text.
        """
        self._doc = doc
        self._sentences = sentences
        self._quotes = quotes
        self._spans = Intervals([each.start for each in quotes], [each.end for each in quotes])
        self._according = [token for token in doc if is_according_to(token)]

    def of(self, found: Found, start: int, end: int) -> Claim:
        """Who says so: subject of the verb of saying above, "according to", or a quote's speaker.

        Args:
            found: The figure.
            start: Where it begins, as an offset.
            end: Where it ends.
        """
        quote = self._quote_around(start, end)
        stands_in = None if quote is None else place(quote)
        named = self._above(found) or self._according_to(found)
        if named is None or _is_pronoun(named, self._doc):
            speaker = claimant(quote)
            if speaker is not None:
                return Claim(speaker, stands_in)
        return Claim(self._words(named), stands_in)

    def _quote_around(self, start: int, end: int) -> Quote | None:
        """The shortest quote that the figure stands in."""
        around = (self._quotes[each] for each in self._spans.overlapping(start, end))
        return innermost(around, start, end)

    def _above(self, found: Found) -> tuple[int, int] | None:
        """The subject of the nearest verb of saying or counting above the number or the harm."""
        root, trigger = found.phrase.root, found.harm.trigger
        for token in _governors(root, trigger):
            if child(token, "prt") is not None:
                continue  # "put down the revolt"
            if is_reporting(token) or token.lemma_.lower() in lexicon.words("counting_verbs"):
                speaker = speaker_of(token)
                if speaker is not None and not speaker[0] <= root.i < speaker[1]:
                    return speaker
        return None

    def _according_to(self, found: Found) -> tuple[int, int] | None:
        """Whom the nearest "according to" of the sentence names."""
        root = found.phrase.root
        at = bisect_left(self._according, root.i, key=lambda each: each.i)
        first = self._sentences.first(root.i)
        links = (
            each
            for each in self._according[max(0, at - 1) : at + 1]
            if self._sentences.first(each.i) == first
        )
        nearest = min(links, key=lambda each: abs(each.i - root.i), default=None)
        return according_to_whom(nearest) if nearest is not None else None

    def _words(self, span: tuple[int, int] | None) -> str | None:
        """A short stretch of the text on one line; null if it is too long to be a name."""
        if span is None or span[1] - span[0] > _LONGEST_NAME:
            return None
        return in_short(self._doc[slice(*span)].text)


def _governors(root: Token, trigger: Token) -> Iterator[Token]:
    """What governs the number, then what governs the harm, the harm itself left out."""
    for start in (root, trigger):
        for each in ancestors(start, limit=_FAR):
            if is_parted(start, each):
                break
            if each.i != trigger.i:
                yield each


def _is_pronoun(span: tuple[int, int], doc: Doc) -> bool:
    return span[1] - span[0] == 1 and doc[span[0]].pos_ == "PRON"
