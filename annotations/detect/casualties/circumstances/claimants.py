"""Who states a figure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from annotations.claims import innermost, place
from annotations.detect import lexicon
from annotations.detect.casualties.circumstances.counts import ATTRIBUTING, owner_of, whose_count
from annotations.detect.casualties.circumstances.sources import Sources
from annotations.detect.casualties.found import Found
from annotations.detect.reporting import is_reporting, who_says
from annotations.detect.sentences import Sentences
from annotations.detect.tree import ancestors, child, children, is_parted, noun_phrase
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
        self._counts = [
            (token.i, by)
            for token in doc
            if token.lower_ in ATTRIBUTING and (by := whose_count(token)) is not None
        ]
        self._last: tuple[int, tuple[int, int]] | None = None

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
        return Claim(claimant, None if quote is None else place(quote), _is_spoken(quote))

    def _named(self, found: Found) -> tuple[int, int] | None:
        """The phrase that names the source, or named that of the figure before in the sentence."""
        first = self._sentences.first(found.phrase.root.i)
        named = self._above(found) or self._counted_by(found)
        if named is None and self._last is not None and self._last[0] == first:
            return self._last[1]
        self._last = None if named is None else (first, named)
        return named

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
            if is_reporting(token) or _counts(token):
                speaker = _source(token)
                if speaker is not None and not speaker[0] <= root.i < speaker[1]:
                    return speaker
        return None

    def _counted_by(self, found: Found) -> tuple[int, int] | None:
        """Whom the nearest "according to" or "by the count of" of the sentence names."""
        index = found.phrase.root.i
        first, after = self._sentences.first(index), self._sentences.after(index)
        low = bisect_left(self._counts, first, key=_index)
        within = self._counts[low : bisect_left(self._counts, after, key=_index)]
        nearest = min(within, key=lambda each: abs(each[0] - index), default=None)
        return nearest[1] if nearest is not None else None


def _index(count: tuple[int, tuple[int, int]]) -> int:
    return count[0]


def _counts(verb: Token) -> bool:
    """Whether a verb makes its subject the source of a figure."""
    lemma = verb.lemma_.lower()
    if lemma == "find":
        return child(verb, "ccomp") is not None  # "found that nine had died", not "found nine"
    if lemma == "have":
        return any(each.lower_ == "at" for each in children(verb))  # "had the toll at 12"
    return lemma in lexicon.words("counting_verbs")


def _source(verb: Token) -> tuple[int, int] | None:
    """Who says or counts; of "the bulletin of the agency gave" the agency."""
    subject = who_says(verb)
    if subject is None:
        return None
    return noun_phrase(owner_of(subject) or subject, without=verb)


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
