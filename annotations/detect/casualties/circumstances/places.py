"""Where people were harmed, as far as a sentence tells."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.circumstances.settings import LABELS, Settings, is_of_people
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.people.nouns import singular
from annotations.detect.reporting import is_reporting
from annotations.detect.sentences import Sentences
from annotations.detect.tree import ancestors, child, children, is_verb
from annotations.model import Entity

_NO_PLACES = frozenset(
    {"DATE", "TIME", "EVENT", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "NORP"}
)
_LISTED = 3
"""Words from a number to a place that is its own: "six in Homs"."""
_LONGEST_NAME = 12
"""Words in the name of a place; longer ones are parses gone wrong."""
_NEAR = 40
"""Words on either side of a number within which a place can be its own."""


_WIDE = frozenset({"city", "town", "village", "capital", "province", "region", "district"})
"""Nouns for the place that an article is set in."""


class Places:
    """The places of an article, by sentence."""

    def __init__(self, doc: Doc, sentences: Sentences, entities: Sequence[Entity]) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        entities: Its names, in the order of the text.
        """
        self._sentences = sentences
        self._last: tuple[int, str] | None = None
        self._settings = Settings(doc, sentences, entities)
        adverbs = lexicon.words("place_adverbs")
        self._links = [token for token in doc if _is_place_link(token) or token.lower_ in adverbs]

    def of(self, found: Found, *, is_of_event: bool, is_told_on: bool) -> str | None:
        """Where: a place with a name in the sentence, else before it, else any place.

        Asked in the order of the text, since figures of one paragraph are often from one place.

        Args:
            found: The figure.
            is_of_event: Whether it is of what the article is about.
            is_told_on: Whether its paragraph tells of another event, which was there.

        Returns:
            The words without the preposition; null if nothing tells.
        """
        links = [each for each in self._around(found.phrase.root.i) if _is_of_harm(each, found)]
        named = [each for each in links if self._is_named(each)]
        words = self._linked(found, named)
        if words is None or self._settings.is_wide(words):
            words = self._in_sentence(found) or words
        line = self._settings.line(found.phrase.root.i)
        if words is not None:
            self._last = (line, words)
            return words
        common = self._linked(found, links)
        if common is not None and self._settings.is_empty:
            return common
        if common is not None and common.split()[-1] not in _WIDE:
            return None  # "in the yard": somewhere else, as like as not
        if is_of_event:
            return self._set_in(found, line)
        earlier = self._settings.before(found.phrase.root.i) if is_told_on else None
        return earlier.words if earlier is not None else None

    def _is_named(self, link: Token) -> bool:
        noun = child(link, "pobj")
        if noun is None:
            return False
        return self._settings.named(noun) is not None or (noun.pos_ == "PROPN" and noun.is_title)

    def _in_sentence(self, found: Found) -> str | None:
        """The named place nearest to the harm, wherever it stands in the sentence."""
        index = found.phrase.root.i
        first, after = self._sentences.first(index), self._sentences.after(index)
        near = self._settings.within(max(first, index - _NEAR), min(after, index + _NEAR))
        trigger = found.harm.trigger.i
        finer = [each for each in near if not each.is_country] or near
        nearest = min(finer, key=lambda each: abs(each.index - trigger), default=None)
        return nearest.words if nearest is not None else None

    def _set_in(self, found: Found, line: int) -> str | None:
        """The place of the figure before in the paragraph, else what the paragraph is set in."""
        if self._last is not None and self._last[0] == line:
            return self._last[1]
        setting = self._settings.around(found.phrase.root.i)
        return setting.words if setting is not None else None

    def _linked(self, found: Found, links: list[Token]) -> str | None:
        """The place right behind the number, on the number, its noun or the harm, or near by."""
        phrase = found.phrase
        for link in links:
            if 0 < link.i - phrase.last.i <= _LISTED and not _is_after_break(phrase.last, link):
                return self._words(link)
        governors = (phrase.root, phrase.node, found.harm.trigger, found.harm.trigger.head)
        for governor in governors:
            for link in links:
                if link.head.i == governor.i:
                    return self._words(link)
        other = (link for link in links if not _belongs_to_saying(link))
        nearest = min(other, key=lambda link: abs(link.i - found.harm.trigger.i), default=None)
        return self._words(nearest) if nearest is not None else None

    def _words(self, link: Token) -> str | None:
        noun = child(link, "pobj")
        return (noun is not None and self._settings.named(noun)) or _words(link)

    def _around(self, index: int) -> list[Token]:
        """The places in the sentence of a token, not too far from it."""
        first = max(self._sentences.first(index), index - _NEAR)
        after = min(self._sentences.after(index), index + _NEAR)
        low = bisect_left(self._links, first, key=_index)
        return self._links[low : bisect_left(self._links, after, key=_index)]


def _is_of_harm(link: Token, found: Found) -> bool:
    """Whether a place is not where a body has its seat, or where somebody comes from."""
    phrase, governor = found.phrase, link.head
    if link.lower_ == "from" and (not is_verb(governor) or governor.lemma_ == "come"):
        return False  # "12 patients from Kunduz"
    return governor.i in (phrase.root.i, phrase.node.i) or not is_of_people(governor)


def _index(token: Token) -> int:
    return token.i


def _is_after_break(last: Token, link: Token) -> bool:
    return any(
        each.text in (",", ";") or each.lower_ == "and" for each in last.doc[last.i : link.i]
    )


def _is_place_link(token: Token) -> bool:
    if token.dep_ != "prep" or token.lower_ not in lexicon.inverted("place_prepositions"):
        return False
    noun = child(token, "pobj")
    return noun is not None and _is_place(noun, token.lower_)


def _is_place(noun: Token, preposition: str) -> bool:
    if noun.ent_type_ in LABELS:
        return True
    is_known = singular(noun) in lexicon.words("place_nouns")
    if noun.pos_ == "PROPN" and not is_known:
        is_naming = lexicon.inverted("place_prepositions")[preposition] == "naming"
        return is_naming and noun.ent_type_ not in _NO_PLACES
    if any(each.tag_ == "PRP$" for each in noun.lefts):
        return False  # "from their homes"
    is_bare = noun.n_lefts == 0 and noun.tag_ == "NN"  # "in hospital", "in prison"
    return is_known and not is_bare


def _belongs_to_saying(link: Token) -> bool:
    """Whether a place is where something was said, or where whoever said it belongs."""
    return any(is_reporting(each) for each in ancestors(link, limit=2))


def _words(link: Token) -> str | None:
    """The noun phrase after a preposition, on one line; an adverb of place itself."""
    noun = child(link, "pobj")
    if noun is None:
        return link.text
    first, after = noun.left_edge.i, _end(noun)
    if after - first > _LONGEST_NAME:
        return None
    return " ".join(noun.doc[first:after].text.partition(",")[0].split())


def _end(noun: Token) -> int:
    """Index after a place, with the name it is "of": "the village of Orn"."""
    for each in children(noun):
        if each.dep_ == "prep" and each.lower_ == "of":
            name = child(each, "pobj")
            if name is not None and (name.pos_ == "PROPN" or name.ent_type_ in LABELS):
                return name.i + 1
    following = noun.i + 1
    is_numbered = following < len(noun.doc) and noun.doc[following].is_digit
    return following + (is_numbered and noun.pos_ == "PROPN")
