"""Where and when people were harmed, and who says so, where a sentence tells."""

from bisect import bisect_left

from spacy.tokens import Doc, Span, Token

from annotations.detect import lexicon
from annotations.detect.casualties.nouns import singular
from annotations.detect.casualties.phrases import Phrase
from annotations.detect.casualties.triggers import Harm
from annotations.detect.reporting import (
    according_to_whom,
    is_according_to,
    is_reporting,
    speaker_of,
)
from annotations.detect.sentences import Sentences
from annotations.detect.tree import ancestors, child, children

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "around", "across", "from", "off"}
)
_DURATIONS = frozenset(
    {"year", "years", "month", "months", "hour", "hours", "minute", "minutes", "old"}
)
_LONGEST_NAME = 12
"""Words in the name of a place or a claimant; longer ones are parses gone wrong."""
_NEAR = 40
"""Words on either side of a number within which a date can be its own."""
_SOON = 3
"""Words between a number and a date that is its own: "65 on Tuesday"."""
_COUNTING = frozenset({"put", "raise", "revise", "fear", "count", "record", "register", "believe"})
"""Verbs that make their subject the source of a figure, though they are no verbs of saying."""
_FAR = 6
"""Governors up from the harm to a reporting verb."""


class Circumstances:
    """What the sentences of an article say about place, date and source."""

    def __init__(self, doc: Doc, sentences: Sentences) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        """
        self._doc = doc
        self._sentences = sentences
        self._dates = [ent for ent in doc.ents if ent.label_ == "DATE" and not _is_duration(ent)]
        self._according: dict[int, Token] = {}
        for token in doc:
            if is_according_to(token):
                self._according[sentences.first(token.i)] = token

    def place(self, phrase: Phrase, harm: Harm) -> str | None:
        """Where: a place after "in", "at" … that hangs on the number, its noun or the harm."""
        for token in (phrase.root, phrase.node, harm.trigger, harm.trigger.head):
            for prep in children(token):
                if prep.dep_ == "prep" and prep.lower_ in _PLACE_PREPOSITIONS:
                    place = child(prep, "pobj")
                    if place is not None and _is_place(place):
                        return self._words(place.left_edge.i, place.i + 1)
        return None

    def date(self, phrase: Phrase, harm: Harm) -> str | None:
        """When: a date right after the number or hanging on it or on the harm, or the only one."""
        root, last = phrase.root, phrase.last
        dates = self._dates_around(root.i)
        for each in dates:
            if 0 < each.start - last.i <= _SOON or _hangs_on(each, root):
                return each.text
        for each in dates:
            if _hangs_on(each, harm.trigger):
                return each.text
        return dates[0].text if len(dates) == 1 else None

    def _dates_around(self, index: int) -> list[Span]:
        """The dates in the sentence of a token, not too far from it."""
        first = max(self._sentences.first(index), index - _NEAR)
        after = min(self._sentences.after(index), index + _NEAR)
        return self._dates[
            bisect_left(self._dates, first, key=_start) : bisect_left(
                self._dates, after, key=_start
            )
        ]

    def claimant(self, phrase: Phrase, harm: Harm) -> str | None:
        """Who says so: the subject of the reporting verb above the harm, or "according to"."""
        root = phrase.root
        for token in (*ancestors(root, limit=_FAR), *ancestors(harm.trigger, limit=_FAR)):
            if token.i == harm.trigger.i or child(token, "prt") is not None:
                continue  # "claimed the lives of", "put down the revolt"
            if is_reporting(token) or token.lemma_ in _COUNTING:
                speaker = speaker_of(token)
                if speaker is not None and not speaker[0] <= root.i < speaker[1]:
                    return self._words(*speaker)
        according = self._according.get(self._sentences.first(root.i))
        source = according_to_whom(according) if according is not None else None
        return None if source is None else self._words(*source)

    def _words(self, first: int, after: int) -> str | None:
        """A short stretch of the text on one line; null if it is too long to be a name."""
        if after - first > _LONGEST_NAME:
            return None
        return " ".join(self._doc[first:after].text.partition(",")[0].split())


def _is_place(noun: Token) -> bool:
    is_known = noun.pos_ != "PROPN" and singular(noun) in lexicon.words("place_nouns")
    return noun.ent_type_ in _PLACE_LABELS or is_known


def _start(span: Span) -> int:
    return span.start


def _hangs_on(date: Span, token: Token) -> bool:
    governors = (date.root, *ancestors(date.root, limit=2))
    return any(governor.i == token.i for governor in governors)


def _is_duration(date: Span) -> bool:
    """Read "two years", "35-year-old"; but "last year" is a date."""
    words = [token.lower_ for token in date]
    if not any(token.is_alpha for token in date) and len(date.text) < 4:
        return True  # an age or a count that the recogniser took for a date
    return words[-1] in _DURATIONS and any(token.like_num for token in date)
