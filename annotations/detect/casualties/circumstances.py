"""Where and when people were harmed, and who says so, where a sentence tells."""

from collections import defaultdict

from spacy.tokens import Doc, Span, Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm import Harm
from annotations.detect.casualties.phrases import Phrase, singular
from annotations.detect.reporting import (
    according_to_whom,
    is_according_to,
    is_reporting,
    speaker_of,
)
from annotations.detect.tree import ancestors, child, sentence_starts

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "around", "across", "from", "off"}
)
_DURATIONS = frozenset(
    {"year", "years", "month", "months", "hour", "hours", "minute", "minutes", "old"}
)
_LONGEST_NAME = 12
"""Words in the name of a place or a claimant; longer ones are parses gone wrong."""
_FAR = 6
"""Governors up from the harm to a reporting verb."""


class Circumstances:
    """What the sentences of an article say about place, date and source."""

    def __init__(self, doc: Doc) -> None:
        """Args:
        doc: The article.
        """
        self._doc = doc
        self._starts = sentence_starts(doc)
        self._dates: defaultdict[int, list[Span]] = defaultdict(list)
        self._according: dict[int, Token] = {}
        for ent in doc.ents:
            if ent.label_ == "DATE" and not _is_duration(ent):
                self._dates[self._starts[ent.start]].append(ent)
        for token in doc:
            if is_according_to(token):
                self._according[self._starts[token.i]] = token

    def place(self, phrase: Phrase, harm: Harm) -> str | None:
        """Where: a place after "in", "at" … that hangs on the number, its noun or the harm."""
        for token in (phrase.root, phrase.node, harm.trigger, harm.trigger.head):
            for prep in token.children:
                if prep.dep_ == "prep" and prep.lower_ in _PLACE_PREPOSITIONS:
                    place = child(prep, "pobj")
                    if place is not None and _is_place(place):
                        return self._words(place.left_edge.i, place.i + 1)
        return None

    def date(self, phrase: Phrase, harm: Harm) -> str | None:
        """When: a date that hangs on the number or the harm, else the sentence's only one."""
        dates = self._dates.get(self._starts[phrase.root.i], [])
        dates = [each for each in dates if not each.start <= phrase.root.i < each.end]
        for token in (phrase.root, harm.trigger):
            for each in dates:
                governors = [each.root, *ancestors(each.root, limit=2)]
                if any(governor.i == token.i for governor in governors):
                    return each.text
        return dates[0].text if len(dates) == 1 else None

    def claimant(self, harm: Harm) -> str | None:
        """Who says so: the subject of the reporting verb above the harm, or "according to"."""
        trigger = harm.trigger
        for token in (trigger, *ancestors(trigger, limit=_FAR)):
            if token.i != trigger.i and is_reporting(token):
                speaker = speaker_of(token)
                return None if speaker is None else self._words(*speaker)
        according = self._according.get(self._starts[trigger.i])
        source = according_to_whom(according) if according is not None else None
        return None if source is None else self._words(*source)

    def _words(self, first: int, after: int) -> str | None:
        """A short stretch of the text on one line; null if it is too long to be a name."""
        if after - first > _LONGEST_NAME:
            return None
        return " ".join(self._doc[first:after].text.split())


def _is_place(noun: Token) -> bool:
    is_known = noun.pos_ != "PROPN" and singular(noun) in lexicon.words("place_nouns")
    return noun.ent_type_ in _PLACE_LABELS or is_known


def _is_duration(date: Span) -> bool:
    """Read "two years", "35-year-old"; but "last year" is a date."""
    words = [token.lower_ for token in date]
    return words[-1] in _DURATIONS and any(token.like_num for token in date)
