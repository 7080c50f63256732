"""Who a speaker is: names for noun phrases and for "he" and "she".

The scores follow what was found to matter for pronouns that speak: whether somebody has spoken
before, whether they were a subject, how far back, and whether their gender is known to agree.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.entities.layer import find_entities
from annotations.detect.sentences import Sentences
from annotations.detect.tree import SUBJECTS, is_noun
from annotations.model import Entity

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_PRONOUNS = ("he", "she")
_REMEMBERED = 12
"""Mentions before a pronoun that can be meant by it."""

_LONGEST_TITLE = 12
"""Characters before a name in which a title is looked for."""

_PER_SENTENCE = -0.9
_PER_LINE = -0.5
_FOR_SUBJECT = 1.6
_FOR_GENDER = 1.0
_FOR_SPEAKER = 2.2


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person mentioned in the article."""

    name: str
    index: int
    """Of the token that it hangs on."""
    has_spoken: bool = False


class Speakers:
    """Names for the speakers of one article; asked in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        """Args:
        doc: The parsed article.
        """
        self._doc = doc
        self._entities = [each for each in find_entities(doc) if each.label in _NAMED]
        self._starts = [each.start for each in self._entities]
        self._sentences = Sentences(doc)
        self._lines = _lines(doc)
        self._genders = _genders(doc.text, self._entities)
        self._people = _people(doc, self._entities)
        self._spoken: list[_Mention] = []

    def name(self, first: int, after: int) -> str | None:
        """The name of the speaker whose noun phrase is `[first, after)`, by token indexes.

        Null for pronouns that nobody or several fit, and for phrases without a name.
        """
        word = self._doc[first]
        if after - first == 1 and word.lower_ in _PRONOUNS:
            name = self._antecedent(word)
        else:
            name = self._named(first, after)
        if name is not None:
            self._spoken.append(_Mention(name, first, has_spoken=True))
        return name

    def _named(self, first: int, after: int) -> str | None:
        """The person named in a phrase, else the body or the name at its head."""
        start, end = self._doc[first].idx, self._doc[after - 1].idx + len(self._doc[after - 1])
        inside = self._entities[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        people = [each for each in inside if each.label == "PERSON"]
        if people:
            return people[0].name
        head = self._doc[first:after].root
        holding_head = [each for each in inside if each.start <= head.idx < each.end]
        if holding_head:
            return holding_head[0].name
        return _proper_name(head) if head.pos_ == "PROPN" else None

    def _antecedent(self, pronoun: Token) -> str | None:
        """Who "he" or "she" is: the person mentioned before with the highest score."""
        before = bisect_left(self._people, pronoun.i, key=lambda each: each.index)
        candidates = self._people[max(0, before - _REMEMBERED) : before]
        candidates += self._spoken[-_REMEMBERED:]
        scored = [
            (self._score(each, pronoun), each.name)
            for each in candidates
            if self._genders.get(each.name, pronoun.lower_) == pronoun.lower_
        ]
        return max(scored)[1] if scored else None

    def _score(self, mention: _Mention, pronoun: Token) -> float:
        number = self._sentences.number
        sentences = number(pronoun.i) - number(mention.index)
        lines = self._lines[pronoun.i] - self._lines[mention.index]
        score = _PER_SENTENCE * sentences + _PER_LINE * lines
        if self._doc[mention.index].dep_ in SUBJECTS:
            score += _FOR_SUBJECT
        if mention.name in self._genders:
            score += _FOR_GENDER
        return score + (_FOR_SPEAKER if mention.has_spoken else 0)


def _lines(doc: Doc) -> list[int]:
    """For each token how many line breaks come before it."""
    return list(accumulate((token.text.count("\n") for token in doc), initial=0))


def _genders(text: str, entities: Sequence[Entity]) -> dict[str, str]:
    """For each person's name the pronoun that a title or first name calls for."""
    known = lexicon.inverted("genders")
    genders: dict[str, str] = {}
    for each in entities:
        if each.label != "PERSON" or each.name is None:
            continue
        title = text[max(0, each.start - _LONGEST_TITLE) : each.start].split()[-1:]
        for word in (*title, *each.text.split(), *each.name.split())[:-1]:
            pronoun = known.get(word.rstrip(".").lower())
            if pronoun is not None:
                genders.setdefault(each.name, pronoun)
    return genders


def _people(doc: Doc, entities: Sequence[Entity]) -> list[_Mention]:
    """The people of an article in the order of the text, by the token they hang on."""
    mentions: list[_Mention] = []
    index = 0
    for each in entities:
        if each.label != "PERSON" or each.name is None:
            continue
        while doc[index].idx + len(doc[index]) <= each.start:
            index += 1
        after = index + 1
        while after < len(doc) and doc[after].idx < each.end:
            after += 1
        mentions.append(_Mention(each.name, doc[index:after].root.i))
    return sorted(mentions, key=lambda mention: mention.index)


def _proper_name(head: Token) -> str:
    """A name that the recogniser missed: the proper nouns up to and including a head."""
    first = head.i
    while first > 0 and head.doc[first - 1].pos_ == "PROPN" and is_noun(head.doc[first - 1]):
        first -= 1
    return head.doc[first : head.i + 1].text
