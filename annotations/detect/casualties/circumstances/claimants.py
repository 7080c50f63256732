"""Who states a figure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.circumstances.sources import Sources
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
from annotations.model import Entity, Quote, QuoteType, Span

_FAR = 6
"""Governors up from the harm to a reporting verb."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who states a figure, and the quote it stands in."""

    by: str | None
    quote: Span | None
    is_spoken: bool = False
    """Whether the quote is in somebody's own words."""


class Claimants:
    """The sources that an article names."""

    def __init__(
        self,
        doc: Doc,
        sentences: Sentences,
        *,
        entities: Sequence[Entity],
        quotes: Sequence[Quote],
    ) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        entities: Its names, in the order of the text.
        quotes: Its quotes, in the order of the text.
        """
        self._sources = Sources(doc, entities, quotes)
        self._sentences = sentences
        self._quotes = quotes
        self._spans = Intervals([each.start for each in quotes], [each.end for each in quotes])
        self._according = [token for token in doc if is_according_to(token)]

    def of(self, found: Found, start: int, end: int) -> Claim:
        """Who says so: subject of the verb of saying above, "according to", or a quote's speaker.

        Asked in the order of the text, since figures of one sentence may share their source.

        Args:
            found: The figure.
            start: Where it begins, as an offset.
            end: Where it ends.
        """
        quote = self._quote_around(start, end)
        claimant = self._sources.name(self._named(found), quote)
        return Claim(claimant, _span(quote), _is_spoken(quote))

    def _named(self, found: Found) -> tuple[int, int] | None:
        return self._above(found) or self._according_to(found)

    def _quote_around(self, start: int, end: int) -> Quote | None:
        """The shortest quote that the figure stands in."""
        around = (self._quotes[each] for each in self._spans.overlapping(start, end))
        holding = [each for each in around if each.start <= start and end <= each.end]
        return min(holding, key=lambda each: each.end - each.start, default=None)

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


def _governors(root: Token, trigger: Token) -> Iterator[Token]:
    """What governs the number, then what governs the harm, the harm itself left out."""
    for start in (root, trigger):
        for each in ancestors(start, limit=_FAR):
            if is_parted(start, each):
                break
            if each.i != trigger.i:
                yield each


def _is_spoken(quote: Quote | None) -> bool:
    return quote is not None and quote.type is QuoteType.DIRECT


def _span(quote: Quote | None) -> Span | None:
    if quote is None:
        return None
    return Span(start=quote.start, end=quote.end, text=quote.text)
