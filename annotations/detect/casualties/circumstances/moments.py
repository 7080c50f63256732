"""When people were harmed, as far as a sentence tells."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from annotations.detect import lexicon
from annotations.detect.casualties.found import Found
from annotations.detect.dates.resolving import resolve
from annotations.detect.reporting import is_reporting
from annotations.detect.sentences import Sentences
from annotations.detect.tree import ancestors

_TIME_WORDS = lexicon.table("time_words")
_NEAR = 40
"""Words on either side of a number within which a date can be its own."""
_REMEMBERED = 5
"""Sentences, and dates, back to the one that sets the scene."""
_SOON = 3
"""Words between a number and a date that is its own: "65 on Tuesday"."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it is written, and what it means."""

    words: str
    iso: str | None
    """ISO 8601; null if it cannot be told."""


class Moments:
    """The dates of an article."""

    def __init__(self, doc: Doc, sentences: Sentences, *, published: date | None) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        published: The day of the article, which "on Tuesday" is counted from.
        """
        self._sentences = sentences
        self._published = published
        named = [ent for ent in doc.ents if ent.label_ in ("DATE", "TIME") and not _is_length(ent)]
        taken = {token.i for ent in named for token in ent}
        adverbs = (
            doc[token.i : token.i + 1]
            for token in doc
            if token.lower_ in _TIME_WORDS["adverbs"] and token.i not in taken
        )
        self._dates = _joined(sorted((*named, *adverbs), key=_start))

    def of(self, found: Found) -> Moment | None:
        """When: a date right behind the number, hanging on it or on the harm, or the only one."""
        chosen = self._choose(found)
        if chosen is None:
            return None
        words = _with_preposition(chosen, found.harm.trigger)
        return Moment(words, resolve(words, published=self._published))

    def scene(self, found: Found) -> Moment | None:
        """The date that opened one of the sentences before in the paragraph: "In 2009, …"."""
        first = self._sentences.first(found.phrase.root.i)
        at = bisect_left(self._dates, first, key=_start)
        number = self._sentences.number(first)
        for each in reversed(self._dates[max(0, at - _REMEMBERED) : at]):
            opening = self._sentences.first(each.start)
            if number - self._sentences.number(each.start) > _REMEMBERED:
                return None
            if any("\n" in token.text for token in each.doc[each.end : first]):
                return None
            if each.start - opening <= 1:
                words = each.doc[opening : each.end].text
                return Moment(words, resolve(words, published=self._published))
        return None

    def rate(self, found: Found) -> str | None:
        """The words that make a figure a rate: "every day", "a month"."""
        rates = (each for each in self._around(found.phrase.root.i) if _is_rate(each))
        return next((each.text for each in rates), None)

    def _choose(self, found: Found) -> Span | None:
        root, last = found.phrase.root, found.phrase.last
        dates = [
            _up_to(each, root)
            for each in self._around(root.i)
            if not _is_rate(each) and not _ranks(each) and not root.i <= each.start <= last.i
        ]
        for each in dates:
            if 0 < each.start - last.i <= _SOON or _hangs_on(each, root):
                return each
        trigger = found.harm.trigger
        for each in dates:
            if _hangs_on(each, trigger):
                return each
        others = (each for each in dates if not _belongs_to_saying(each))
        return min(others, key=lambda each: abs(each.start - trigger.i), default=None)

    def _around(self, index: int) -> list[Span]:
        """The dates in the sentence of a token, not too far from it."""
        first = max(self._sentences.first(index), index - _NEAR)
        after = min(self._sentences.after(index), index + _NEAR)
        low = bisect_left(self._dates, first, key=_start)
        return self._dates[low : bisect_left(self._dates, after, key=_start)]


def _up_to(span: Span, root: Token) -> Span:
    """A date without the number that the recogniser takes for its end: "Last week 14"."""
    is_inside = span.start < root.i < span.end
    return span.doc[span.start : root.i] if is_inside else span


def _start(span: Span) -> int:
    return span.start


def _joined(spans: list[Span]) -> list[Span]:
    """Dates that only a preposition parts, as one: "at about 22:30 on Saturday"."""
    joined: list[Span] = []
    for span in spans:
        end = span.end
        while end < len(span.doc) and span.doc[end].lower_ in _TIME_WORDS["parts-of-day"]:
            end += 1
        whole = span.doc[span.start : end]
        if joined and span.start - joined[-1].end <= 1 and _is_link(joined[-1]):
            joined[-1] = span.doc[joined[-1].start : end]
        else:
            joined.append(whole)
    return joined


def _is_link(span: Span) -> bool:
    """Whether a date goes on after the word behind it."""
    doc, after = span.doc, span.end
    return after < len(doc) and (
        doc[after].ent_type_ in ("DATE", "TIME") or doc[after].lower_ in ("on", "of", "in")
    )


def _belongs_to_saying(span: Span) -> bool:
    """Whether a date is when something was said: "police said on Monday"."""
    return any(is_reporting(each) for each in ancestors(span.root, limit=2))


def _hangs_on(span: Span, token: Token) -> bool:
    governors = (span.root, *ancestors(span.root, limit=2))
    return any(governor.i == token.i for governor in governors)


def _with_preposition(span: Span, trigger: Token) -> str:
    """The date with the words before it that belong to it: "on Tuesday", "early on Sunday"."""
    doc, first = span.doc, span.start
    if _is_clause_of(span.root, trigger):
        return span.text  # "since 2010, when 110 people were killed"
    while first > 0 and doc[first - 1].lower_ in _TIME_WORDS["openers"]:
        first -= 1
    return " ".join(doc[first : span.end].text.split())


def _is_clause_of(noun: Token, verb: Token) -> bool:
    return any(each.dep_ == "relcl" and each.head.i == noun.i for each in (verb, verb.head))


def _is_rate(span: Span) -> bool:
    """Read "every day", "each month", "a week", "per year", "daily"."""
    words = [token.lower_ for token in span]
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if words[0] in _TIME_WORDS["rates"]:
        return len(words) == 1
    opener, unit = (before, words[0]) if len(words) == 1 else (words[0], words[-1])
    return opener in _TIME_WORDS["rate-openers"] and unit in _TIME_WORDS["rate-units"]


def _ranks(span: Span) -> bool:
    """Whether a date only says what a superlative is measured by: "the deadliest since 2010"."""
    if span.start == 0 or span.doc[span.start - 1].lower_ not in ("since", "in"):
        return False
    if span.end < len(span.doc) and any(
        each.lower_ == "when" for each in span.doc[span.end : span.end + 2]
    ):
        return False
    noun = span.root.head.head
    return any(each.tag_ in ("JJS", "RBS") for each in (noun, *noun.lefts))


def _is_length(span: Span) -> bool:
    """Read "two years", "35-year-old"; but "last year" and "two days ago" are dates."""
    words = [token.lower_ for token in span]
    if not any(token.is_alpha for token in span) and len(span.text) < 4:
        return True  # an age or a count that the recogniser took for a date
    if not any(token.like_num for token in span) or words[-1] in ("ago", "earlier"):
        return False
    if set(words) & {"past", "last", "previous"}:
        return False
    return words[-1] in _TIME_WORDS["lengths"]
