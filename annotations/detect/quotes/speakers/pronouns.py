"""Who "he" or "she" is, by salience.

The scores follow what was found to matter for pronouns that speak: whether somebody has spoken
before, whether they were a subject, how far back, and whether their gender is known to agree.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from spacy.tokens import Doc, Token

from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.speakers.people import Mention, People
from annotations.detect.tree import SUBJECTS

PERSONAL = {"he": "he", "him": "he", "she": "she", "her": "she"}
"""Pronouns for one person, by the form that is asked for."""
_REMEMBERED = 14
"""Mentions before a pronoun that can be meant by it, and as many speakers."""

_PER_SENTENCE = -0.9
_PER_LINE = -0.5
_FOR_SUBJECT = 1.6
_FOR_GENDER = 1.0
_FOR_SPEAKER = 2.2
_FOR_UNDER_A_NOUN = -1.0
"""For somebody who is named only to say what something else is: "the Okoro campaign"."""


class Pronouns:
    """Finds the antecedents of "he" and "she" in one article."""

    def __init__(self, layout: ArticleLayout, people: People) -> None:
        """Args:
        layout: The article.
        people: Whom it names.
        """
        self._layout = layout
        self._people = people
        self._lines = _lines(layout.doc)

    def antecedent(self, pronoun: Token, spoken: Sequence[Mention]) -> str | None:
        """The person mentioned before with the highest score; null if it has no name.

        Args:
            pronoun: "he", "she", or "him" and "her" after "according to".
            spoken: Those who speak in the article, and those who are only described, in the order
                of the text.
        """
        candidates = self._people.before(pronoun.i, count=_REMEMBERED)
        after = bisect_left(spoken, pronoun.i, key=lambda mention: mention.index)
        candidates += spoken[max(0, after - _REMEMBERED) : after]
        scored = [
            (self._score(each, pronoun), each.index, each.name)
            for each in candidates
            if self._can_be(each, pronoun)
        ]
        return max(scored, key=lambda each: each[:2])[2] if scored else None

    def _can_be(self, mention: Mention, pronoun: Token) -> bool:
        """Whether gender agrees; a name in quotation marks cannot be meant from outside."""
        if self._people.pronoun(mention) not in (None, PERSONAL[pronoun.lower_]):
            return False
        regions, doc = self._layout.regions, self._layout.doc
        quoted = regions.at(doc[mention.index].idx)
        return quoted is None or quoted == regions.at(pronoun.idx)

    def _score(self, mention: Mention, pronoun: Token) -> float:
        number = self._layout.sentences.number
        token = self._layout.doc[mention.index]
        sentences = number(pronoun.i) - number(mention.index)
        lines = self._lines[pronoun.i] - self._lines[mention.index]
        score = _PER_SENTENCE * sentences + _PER_LINE * lines
        if token.dep_ in SUBJECTS:
            score += _FOR_SUBJECT
        elif token.dep_ in ("compound", "poss", "nmod"):
            score += _FOR_UNDER_A_NOUN
        if self._people.pronoun(mention) is not None:
            score += _FOR_GENDER
        return score + (_FOR_SPEAKER if mention.has_spoken else 0)


def _lines(doc: Doc) -> list[int]:
    """For each token how many line breaks come before it."""
    return list(accumulate((token.text.count("\n") for token in doc), initial=0))
