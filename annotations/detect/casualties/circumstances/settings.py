"""The places that an article is set in: where its names stand, and which of them harm can be in."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from annotations.detect import lexicon
from annotations.detect.casualties.people.nouns import singular, victim_type
from annotations.detect.reporting import is_reporting
from annotations.detect.sentences import Sentences
from annotations.detect.tree import SUBJECTS, ancestors, child
from annotations.model import Entity, Precision

LABELS = frozenset({"GPE", "LOC", "FAC"})
_DATELINE_REACH = 8
"""Words at the head of an article in which the name of its dateline begins."""
_EARLY = 10
"""Sentences at the head of an article in which the one building that it is about is named."""
_DATELINE_LENGTH = 3
"""Words from the town of a dateline to its country."""
_DATELINE_MARKS = frozenset({",", "(", "–", "—", "-", "--", "."})
_LEAD = 6
"""Sentences at the head of an article that say where its event was."""
_SITE, _TOWN, _REGION, _COUNTRY = range(4)
_HARM_PLACES = frozenset({"in", "at", "near", "outside", "around", "across", "of", "on", "inside"})
"""Prepositions before a place where something happens."""


_SETTLEMENTS = frozenset({"town", "village"})
"""Nouns that a small place goes by: "the village of Orn"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A place named somewhere in an article."""

    index: int
    """Of the token it hangs on."""
    words: str
    fineness: int
    """The smaller the finer."""

    @property
    def is_country(self) -> bool:
        """Whether it is too wide for where somebody was harmed."""
        return self.fineness == _COUNTRY


class Settings:
    """The named places of one article, in the order of the text."""

    def __init__(self, doc: Doc, sentences: Sentences, entities: Sequence[Entity]) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        entities: Its names, in the order of the text.
        """
        self._doc = doc
        self._sentences = sentences
        self._words: dict[int, str] = {}
        self._settings: list[Setting] = []
        self._headings: list[Setting] = []
        self._dateline: Setting | None = None
        for entity, span in _spans(doc, entities):
            self._add(entity, span)
        self._countries = {each.words for each in self._settings if each.is_country}
        self._indexes = [each.index for each in self._settings]
        self._breaks = [each.start() for each in re.finditer("\n", doc.text)]
        self._opening = sentences.after(0) if len(doc) else 0
        self._event = self._lead()
        self._site = self._first_site()

    @property
    def is_empty(self) -> bool:
        """Whether the article names no place that somebody could be harmed in."""
        return not self._settings and self._dateline is None

    def is_wide(self, words: str) -> bool:
        """Whether some words stand for a country."""
        return words in self._countries

    def named(self, noun: Token) -> str | None:
        """The words for the place whose name a noun belongs to; null if it belongs to none."""
        return self._words.get(noun.i)

    def within(self, first: int, after: int) -> list[Setting]:
        """Those that harm can be in, among the tokens `[first, after)`."""
        low = bisect_left(self._indexes, first)
        return self._settings[low : bisect_left(self._indexes, after)]

    def around(self, index: int) -> Setting | None:
        """Where a token's paragraph is set: the heading it stands under, else the event's place."""
        first = self._sentences.first(index)
        at = bisect_left(self._headings, first, key=lambda each: each.index)
        if at:
            return self._headings[at - 1]
        if self._site is not None and self._site.index < first:
            return self._site
        return self._event

    def before(self, index: int) -> Setting | None:
        """The last place that the sentences before in a token's paragraph name."""
        at = bisect_left(self._indexes, self._sentences.first(index))
        last = self._settings[at - 1] if at else None
        is_near = last is not None and self.line(last.index) == self.line(index)
        return last if is_near else None

    def line(self, index: int) -> int:
        """How many line breaks come before a token."""
        return bisect_left(self._breaks, self._doc[index].idx)

    def _add(self, entity: Entity, span: Span) -> None:
        words, head = _whole_name(span)
        for token in span:
            self._words[token.i] = words
        self._words[head.i] = words
        is_site = entity.label == "FAC" or head.i not in range(span.start, span.end)
        setting = Setting(head.i, words, _SITE if is_site else _fineness(entity))
        if _is_dateline(span):
            self._dateline = self._dateline or setting
        elif self._continues_dateline(span):
            return
        elif (_can_be_harmed_in(head) or (is_site and head.dep_ == "pobj")) and not _labels_a_turn(
            span
        ):
            self._settings.append(setting)
            if _is_heading(span):
                self._headings.append(setting)

    def _continues_dateline(self, span: Span) -> bool:
        """Read the "Japan" of "SENDAI, Japan — "."""
        return self._dateline is not None and span.start - self._dateline.index <= _DATELINE_LENGTH

    def _lead(self) -> Setting | None:
        """Where the event of the article was: the finest place of its lead, or its dateline."""
        named = Counter(each.words.casefold() for each in self._settings)
        if self._dateline is not None:
            named[self._dateline.words.casefold()] += 1
        lead = [
            each
            for each in self._settings
            if self._sentences.number(each.index) < _LEAD
            and (self._sentences.number(each.index) < 2 or named[each.words.casefold()] > 1)
        ]
        if self._dateline is not None and not any(each.index < self._opening for each in lead):
            lead.append(self._dateline)
        return min(lead, key=lambda each: each.fineness, default=None)

    def _first_site(self) -> Setting | None:
        """The building that an article about one building names early, as no member of a list."""
        sites = (each for each in self._settings if each.fineness == _SITE)
        first = next(sites, None)
        if first is None or self._sentences.number(first.index) >= _EARLY:
            return None
        return None if _is_listed(self._doc[first.index]) else first


def _is_listed(noun: Token) -> bool:
    return noun.dep_ == "conj" or child(noun, "conj") is not None


def _spans(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Span]]:
    """The places among the names of an article, each with its tokens."""
    index = 0
    for each in entities:
        if each.label not in LABELS:
            continue
        while doc[index].idx + len(doc[index]) <= each.start:
            index += 1
        after = index + 1
        while after < len(doc) and doc[after].idx < each.end:
            after += 1
        yield each, doc[index:after]


def _is_heading(span: Span) -> bool:
    """Whether a name has its line to itself."""
    doc, first, after = span.doc, span.start, span.end
    opens = first > 0 and "\n" in doc[first - 1].text
    return opens and after < len(doc) and "\n" in doc[after].text


def _fineness(entity: Entity) -> int:
    if entity.geo_precision is Precision.COUNTRY:
        return _COUNTRY
    if entity.geo_precision is Precision.REGION:
        return _REGION
    return _TOWN


def _labels_a_turn(span: Span) -> bool:
    """Read "PA: Were people hurt?": initials of who speaks in an interview."""
    doc, after = span.doc, span.end
    return after < len(doc) and doc[after].text == ":" and doc[span.start].is_sent_start is True


def _whole_name(span: Span) -> tuple[str, Token]:
    """A name with the nouns that belong to it, and the head: "the Morandi bridge"."""
    doc, first, after = span.doc, span.start, span.end
    head = span.root
    noun = head.head
    if head.dep_ == "compound" and noun.i == after and _is_place_noun(noun):
        head, after = noun, noun.i + 1
    if first > 2 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in _SETTLEMENTS:
        first = first - 3 if doc[first - 3].lower_ == "the" else first
    while first > 0 and doc[first - 1].lower_ in lexicon.words("compass_words"):
        first -= 1
    if after > span.end and first > 0 and doc[first - 1].lower_ == "the":
        first -= 1
    return " ".join(doc[first:after].text.split()), head


def _is_place_noun(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP") and singular(noun) in lexicon.words("place_nouns")


def _is_dateline(span: Span) -> bool:
    """Read "MOSCOW, Oct 28 (…) – ", "BEIRUT — ": capitals at the head of an article."""
    doc, after = span.doc, span.end
    if span.start >= _DATELINE_REACH or not span.text.isupper() or after >= len(doc):
        return False
    return doc[after].text in _DATELINE_MARKS


def _can_be_harmed_in(noun: Token) -> bool:
    """Whether a name stands where a place stands, and not for whom it governs or who is from it."""
    head = noun.head
    if noun.dep_ == "pobj":
        return head.lower_ in _HARM_PLACES and not is_of_people(head.head) and not _is_said(head)
    if noun.dep_ in ("compound", "poss", "nmod", "amod"):
        return not is_of_people(head) and not _is_said(noun)
    if noun.dep_ in SUBJECTS:
        return not is_reporting(head) and head.lemma_ != "have"
    return noun.dep_ in ("dobj", "nsubjpass", "attr", "ROOT", "conj", "appos")


def is_of_people(noun: Token) -> bool:
    """Whether a place only says where somebody belongs: "a lawyer in Kabul", "the governor of"."""
    word = singular(noun)
    if word in lexicon.words("role_nouns") or noun.ent_type_ in ("PERSON", "ORG"):
        return True
    is_body = word in lexicon.words("body_nouns") and word not in lexicon.words("place_nouns")
    return is_body or bool(victim_type(noun))


def _is_said(token: Token) -> bool:
    """Whether a place is where something was said."""
    return any(is_reporting(each) for each in ancestors(token, limit=2))
