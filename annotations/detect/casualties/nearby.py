"""What happened to the people a number counts, where the tree does not tell: the nearest word."""

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.nouns import noun_category
from annotations.detect.casualties.phrases import Phrase
from annotations.detect.casualties.triggers import Harm, state
from annotations.detect.tree import OBJECTS, child, is_verb
from annotations.model import Category

_REACH = 20
"""Words on either side that are looked at."""
_NEAR_WITH_NOUN = 9.0
_NEAR_WITHOUT_NOUN = 2.5
"""How far the word may be, in words, for a number with and without a noun for people."""
_BORDERS = frozenset(
    {".", ";", "!", "?", ":", "while", "whereas", "but", "as", "because", "when", "after", "before"}
)
"""Words and marks that end a clause."""


def nearest_harm(phrase: Phrase, *, first: int, after: int) -> Harm | None:
    """The nearest word for a harm in the clause of a phrase.

    Args:
        phrase: The number and its noun.
        first: Index of the first token of its sentence.
        after: Index after the last one.
    """
    if phrase.is_whole or _acts(phrase.node) or _counts_something_else(phrase):
        return None
    limit = _NEAR_WITH_NOUN if phrase.head is not None else _NEAR_WITHOUT_NOUN
    doc = phrase.last.doc
    left = _nearest(doc, range(phrase.root.i - 1, max(first, phrase.root.i - _REACH) - 1, -1))
    right = _nearest(doc, range(phrase.last.i + 1, min(after, phrase.last.i + _REACH)))
    # Of two words equally far away the one behind the number is the likelier.
    candidates = [(cost, harm) for cost, harm in (right, _farther(left)) if harm is not None]
    cost, harm = min(candidates, key=lambda each: each[0], default=(limit + 1, None))
    return harm if cost <= limit else None


def _counts_something_else(phrase: Phrase) -> bool:
    """Whether an "of" follows that names no people: "three of attempted murder"."""
    following = phrase.last.i + 1
    doc = phrase.last.doc
    return not phrase.is_part and following < len(doc) and doc[following].lower_ == "of"


def _acts(node: Token) -> bool:
    """Whether the people do something to somebody: "four bombers struck the market"."""
    verb = node.head
    return node.dep_ == "nsubj" and is_verb(verb) and child(verb, *OBJECTS) is not None


def _farther(found: tuple[float, Harm | None]) -> tuple[float, Harm | None]:
    return found[0] + 0.5, found[1]


def _nearest(doc: Doc, indexes: range) -> tuple[float, Harm | None]:
    """Walk away from the phrase; each further noun phrase in between costs three words."""
    cost = 0.0
    for index in indexes:
        token = doc[index]
        if token.lower_ in _BORDERS or "\n" in token.text:
            break
        if category := _category(token):
            return cost, Harm(category, token)
        cost += 4 if token.lower_ in ("and", "or", ",") else 1
    return cost, None


def _category(token: Token) -> Category | None:
    found = state(token) or noun_category(token)
    if found or not is_verb(token):
        return found
    lemma = token.lemma_.lower()
    table = "harm_objects" if token.tag_ in ("VBN", "VBD", "VBG") else "harm_subjects"
    known = lexicon.inverted(table).get(lemma) or lexicon.inverted("harm_subjects").get(lemma)
    return Category(known) if known else None
