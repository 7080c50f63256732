"""Where people were harmed, as far as a sentence tells."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.people.nouns import singular
from annotations.detect.reporting import is_reporting
from annotations.detect.sentences import Sentences
from annotations.detect.tree import ancestors, child, children

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset(
    {"DATE", "TIME", "EVENT", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "NORP"}
)
_LISTED = 3
"""Words from a number to a place that is its own: "six in Homs"."""
_LONGEST_NAME = 12
"""Words in the name of a place; longer ones are parses gone wrong."""
_NEAR = 40
"""Words on either side of a number within which a place can be its own."""


class Places:
    """The places of an article, by sentence."""

    def __init__(self, doc: Doc, sentences: Sentences) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        """
        self._sentences = sentences
        adverbs = lexicon.words("place_adverbs")
        self._links = [token for token in doc if _is_place_link(token) or token.lower_ in adverbs]

    def of(self, found: Found) -> str | None:
        """Where: right behind the number, on the number, its noun or the harm, or near by.

        Returns:
            The words without the preposition; null if the sentence names no place.
        """
        phrase = found.phrase
        links = self._around(phrase.root.i)
        for link in links:
            if 0 < link.i - phrase.last.i <= _LISTED and not _is_after_break(phrase.last, link):
                return _words(link)
        governors = (phrase.root, phrase.node, found.harm.trigger, found.harm.trigger.head)
        for governor in governors:
            for link in links:
                if link.head.i == governor.i:
                    return _words(link)
        other = (link for link in links if not _belongs_to_saying(link))
        nearest = min(other, key=lambda link: abs(link.i - found.harm.trigger.i), default=None)
        return _words(nearest) if nearest is not None else None

    def _around(self, index: int) -> list[Token]:
        """The places in the sentence of a token, not too far from it."""
        first = max(self._sentences.first(index), index - _NEAR)
        after = min(self._sentences.after(index), index + _NEAR)
        low = bisect_left(self._links, first, key=_index)
        return self._links[low : bisect_left(self._links, after, key=_index)]


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
    if noun.ent_type_ in _LABELS:
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
            if name is not None and (name.pos_ == "PROPN" or name.ent_type_ in _LABELS):
                return name.i + 1
    following = noun.i + 1
    is_numbered = following < len(noun.doc) and noun.doc[following].is_digit
    return following + (is_numbered and noun.pos_ == "PROPN")
