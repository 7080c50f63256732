"""The reporting verbs of an article outside its quotation marks, and who says with them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Tokens
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.reporting import (
    completed_by,
    reporting_verbs,
    verbs_in_phrases,
    who_says,
)
from annotations.detect.tree import child, children, is_infinitive, is_verb, noun_phrase

_RELATIVE = ("WP", "WDT")
_LONGEST_NAME = 6
"""Words before a verb that are its subject although the parser did not see it."""
_MOST_WITHIN = 8
"""Verbs of saying looked at within one reported clause."""
_CONTRASTS = frozenset(("although", "and", "but", "though", "whereas", "while", "yet"))


class Reporters:
    """Reporting verbs by where they stand, each asked for its speaker."""

    def __init__(self, layout: ArticleLayout) -> None:
        """Args:
        layout: The article.
        """
        self._sentences = layout.sentences
        verbs = [token for token in _verbs(layout.doc) if layout.regions.at(token.idx) is None]
        self.cues = _in_frames(verbs, "clause")
        """Those that report in a clause of their own."""
        self.askers = _in_frames(verbs, "request", "commitment", "gerund")
        """Those that report in an infinitive or gerund."""
        self.asides = _in_frames(verbs, "clause", "aside")
        """Those that report in a clause with "as"."""
        self.namers = _in_frames(verbs, "naming", "naming_as")
        """Those that say what somebody or something is."""
        self._beside = _in_frames(verbs, "clause", "quotation")
        self._offsets = [token.idx for token in self.cues]
        self._beside_offsets = [token.idx for token in self._beside]
        self._speakers: dict[int, Tokens | None] = {}
        self._taken_up = dict(_taken_up(self))

    def between(self, start: int, end: int) -> list[Token]:
        """The verbs that report in a clause and begin in `[start, end)`."""
        return self.cues[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]

    def within(self, start: int, end: int) -> list[Token]:
        """The first few of the verbs between; noise nests them by the thousand."""
        first, after = bisect_left(self._offsets, start), bisect_left(self._offsets, end)
        return self.cues[first : min(after, first + _MOST_WITHIN)]

    def beside(self, start: int, end: int) -> list[Token]:
        """The verbs in `[start, end)` that report if a quotation stands beside them."""
        first = bisect_left(self._beside_offsets, start)
        return self._beside[first : bisect_left(self._beside_offsets, end)]

    def takes_up(self, verb: Token) -> Token | None:
        """The report that a verb goes on from: "said A, adding that B", "said A but added B".

        The parser hangs such verbs into what is said.
        """
        return self._taken_up.get(verb.i)

    def speaker(self, verb: Token) -> Tokens | None:
        """The noun phrase that says what a verb reports; of a relative clause its pronoun.

        That is how PolNeAR marks sources: "who" in "Okoro, who said that …".
        """
        if verb.i not in self._speakers:
            self._speakers[verb.i] = self._find_speaker(verb)
        return self._speakers[verb.i]

    def _find_speaker(self, verb: Token) -> Tokens | None:
        for _ in range(3):
            earlier = self._taken_up.get(verb.i)
            if earlier is None:
                break
            verb = earlier
        if _is_bare_participle(verb):
            return None
        pronoun = child(verb, "nsubj")
        if pronoun is not None and pronoun.tag_ in _RELATIVE:
            return pronoun.i, pronoun.i + 1
        subject = who_says(verb)
        if subject is not None:
            return noun_phrase(subject, without=verb)
        return _just_before(verb, self._sentences.first(verb.i))


def _in_frames(verbs: Iterable[Token], *frames: str) -> list[Token]:
    lemmas = frozenset().union(*(reporting_verbs(frame) for frame in frames))
    return [
        verb
        for verb in verbs
        if verb.lemma_.lower() in lemmas or any(completed_by(verb, frame) for frame in frames)
    ]


def _verbs(doc: Doc) -> Iterator[Token]:
    """The verbs of all frames, found by the numbers of their lemmas."""
    strings = doc.vocab.strings
    lemmas = {lemma for frame in lexicon.table("reporting_verbs").values() for lemma in frame}
    lemmas |= verbs_in_phrases()
    wanted = [strings[form] for lemma in lemmas for form in (lemma, lemma.capitalize())]
    found = np.isin(doc.to_array("LEMMA"), np.array(wanted, dtype=np.uint64))
    for index in np.flatnonzero(found):
        if is_verb(doc[int(index)]):
            yield doc[int(index)]


def _is_bare_participle(verb: Token) -> bool:
    """Whether others do what a verb says: "asked whether she would resign, Okoro left"."""
    beside = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl")
    return beside and child(verb, "aux", "auxpass", "agent") is None


def _just_before(verb: Token, opening: int) -> Tokens | None:
    """The name or pronoun right before a finite verb, of which the parser lost sight."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or child(verb, "nsubjpass", "csubj", "expl"):
        return None
    doc, last = verb.doc, verb.i - 1
    while last > opening and doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    if doc[last].pos_ == "NOUN" and last >= opening:
        first = max(opening, doc[last].left_edge.i)
        return (first, last + 1) if last - first < _LONGEST_NAME else None
    first = last + 1
    while first > opening and last + 1 - first < _LONGEST_NAME and _is_name(doc[first - 1]):
        first -= 1
    return (first, last + 1) if first <= last else None


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.tag_ == "PRP"


def _taken_up(reporters: Reporters) -> Iterator[tuple[int, Token]]:
    """Pairs of a verb that goes on with a report, by index, and the verb it goes on from."""
    for cue in reporters.cues:
        for clause in children(cue):
            if clause.dep_ != "ccomp" or clause.i < cue.i:
                continue
            last = clause.right_edge
            for inner in reporters.within(cue.idx + 1, last.idx + len(last)):
                if goes_on(inner, cue):
                    yield inner.i, cue


def goes_on(inner: Token, cue: Token) -> bool:
    """Whether a verb within a reported clause is one more report of the same speaker."""
    if child(inner, "nsubj", "nsubjpass") is not None or not _has_content(inner):
        return False
    if inner.tag_ == "VBG":
        return begins_after_comma(inner)
    same = inner.tag_ == cue.tag_ and cue.tag_ in ("VBD", "VBZ", "VBP")
    return same and inner.dep_ == "conj"


def _has_content(verb: Token) -> bool:
    """Whether a verb has a clause of its own, or an infinitive of what it asks."""
    if child(verb, "ccomp") is not None:
        return True
    asked = child(verb, "xcomp")
    asks = verb.lemma_.lower() in reporting_verbs("request")
    return asks and asked is not None and is_infinitive(asked)


def begins_after_comma(verb: Token) -> bool:
    """Whether a comma or dash comes right before a verb, or before the adverb before it."""
    index = verb.i - 1
    while index > 0 and verb.doc[index].pos_ == "ADV":
        index -= 1
    return index >= 0 and verb.doc[index].text in (",", "-", "–", "—", "--")


def contrasts(verb: Token) -> int | None:
    """Where ", though Okoro said …" begins, by token; null if a verb begins no such clause."""
    if child(verb, "nsubj") is None or verb.dep_ not in ("advcl", "conj", "ccomp", "parataxis"):
        return None
    first = verb.left_edge
    if first.i and first.lower_ not in _CONTRASTS and first.nbor(-1).lower_ in _CONTRASTS:
        first = first.nbor(-1)
    is_apart = first.i > 0 and first.nbor(-1).text in (",", ";", "-", "–", "—")
    return first.i if is_apart and first.lower_ in _CONTRASTS else None
