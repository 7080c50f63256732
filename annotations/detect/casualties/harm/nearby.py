"""What happened to the people a number counts, where the tree does not tell: the nearest word.

A clause is read in segments, which commas, "and" and the like part: headlines and telegraphic
copy say of each number in its own segment what it counts.
"""

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.frames import open_frame
from annotations.detect.casualties.harm.inflection import lemma_of
from annotations.detect.casualties.harm.outcome import Harm, state
from annotations.detect.casualties.harm.tolls import toll_category
from annotations.detect.casualties.harm.verbs import acts
from annotations.detect.casualties.people.nouns import noun_category
from annotations.detect.casualties.people.phrases import Phrase
from annotations.detect.tree import SUBJECTS, ancestors, child, is_noun, is_verb
from annotations.model import Category

_REACH = 20
"""Words on either side that are looked at."""
_NEAR_WITH_NOUN = 9.0
_NEAR_WITHOUT_NOUN = 2.5
"""How far the word may be, in words, for a number with and without a noun for people."""
_FAR = 4
"""Governors of the people among which the agent of a passive is sought."""
_PARTING = 4.0
"""How many words a comma or an "and" in between counts for."""
_BORDERS = frozenset(
    {".", ";", "!", "?", ":", "while", "whereas", "but", "as", "because", "when", "after", "before"}
    | {"although", "though"}
)
"""Words and marks that end a clause."""
_PARTS = frozenset({"and", "or", ",", "-", "–", "—", "/"})
"""Words and marks that end a segment."""


def nearest_harm(phrase: Phrase, *, first: int, after: int) -> Harm | None:
    """The nearest word for a harm in the clause of a phrase.

    Args:
        phrase: The number and its noun.
        first: Index of the first token of its sentence.
        after: Index after the last one.
    """
    is_pronoun = phrase.head is None and phrase.root.lower_ == "one" and not phrase.is_part
    if phrase.is_whole or is_pronoun or _does_something(phrase.node):
        return None
    if toll := _toll_before(phrase, first):
        return toll
    if phrase.head is None and phrase.root.i > first and phrase.root.nbor(-1).lower_ == "at":
        return None  # "eligible for parole at 71"
    limit = _NEAR_WITH_NOUN if phrase.head is not None else _NEAR_WITHOUT_NOUN
    doc = phrase.last.doc
    left = _nearest(
        doc, range(phrase.root.i - 1, max(first, phrase.root.i - _REACH) - 1, -1), phrase.node
    )
    right = _nearest(doc, range(phrase.last.i + 1, min(after, phrase.last.i + _REACH)), phrase.node)
    # Of two words equally far away the one behind the number is the likelier.
    candidates = [(cost, harm) for cost, harm in (right, _farther(left)) if harm is not None]
    cost, harm = min(candidates, key=lambda each: each[0], default=(limit + 1, None))
    return harm if cost <= limit else None


def _toll_before(phrase: Phrase, first: int) -> Harm | None:
    """Read "taking the number of troops killed in the south this year to 52"."""
    doc, start = phrase.root.doc, phrase.root.left_edge.i
    if start == first or doc[start - 1].lower_ not in ("to", "at") or phrase.head is not None:
        return None
    verbs = lexicon.inverted("change_verbs")
    for token in reversed(doc[max(first, start - _REACH) : start]):
        category = toll_category(token)
        if category and any(
            each.lemma_.lower() in verbs for each in doc[max(first, token.i - _REACH) : start]
        ):
            return Harm(category=category, trigger=token, rule="toll", is_total=True)
    return None


def _does_something(node: Token) -> bool:
    """Whether the people do what an ordinary verb says: "four surgeons operated on the wounded"."""
    if any(each.dep_ == "agent" for each in ancestors(node, limit=_FAR)):
        return True  # "beaten to death by a mob of over 200 villagers"
    verb = node.head
    if node.dep_ not in SUBJECTS or not is_verb(verb) or node.dep_ == "nsubjpass":
        return False
    return acts(verb) or verb.lemma_.lower() not in lexicon.words("state_verbs")


def _farther(found: tuple[float, Harm | None]) -> tuple[float, Harm | None]:
    return found[0] + 0.5, found[1]


def _nearest(doc: Doc, indexes: range, node: Token) -> tuple[float, Harm | None]:
    """Walk away from the phrase; each further noun phrase in between costs more than its words."""
    cost = 0.0
    for index in indexes:
        token = doc[index]
        if token.lower_ in _BORDERS or "\n" in token.text:
            break
        if lexicon.inverted("severities").get(token.lower_) == "fatal":
            return cost, Harm(category=Category.KILLED, trigger=token, rule="nearby")
        if category := _category(token, node, is_left=indexes.step < 0):
            return cost, Harm(category=category, trigger=token, rule="nearby")
        if _is_ordinary(token) or token.like_num:
            break  # what follows is said of others
        cost += _PARTING if token.lower_ in _PARTS else 1
    return cost, None


def _is_ordinary(token: Token) -> bool:
    """Whether a word is a finite verb that says something else of its people."""
    if token.tag_ not in ("VBD", "VBZ", "VBP") or token.dep_ in ("aux", "auxpass"):
        return False
    return token.lemma_.lower() not in lexicon.words("state_verbs")


def _category(token: Token, node: Token, *, is_left: bool) -> Category | None:
    """What a word near the number says of its people; what it says of others is left out."""
    is_modifier = token.dep_ in ("amod", "compound") and is_noun(token.head)
    if is_modifier and token.head.i > token.i and token.head.i != node.i:
        return None  # "to mourn the dead teacher", "an assassination attempt"
    if state(token) and child(token, "det") is not None:
        return None  # "operated on the wounded"
    if token.dep_ == "pobj" and (token.tag_ == "NN" or not is_left) and noun_category(token):
        return None  # "one sought in killing of driver", "three lawyers about the arrests"
    if is_verb(token) and acts(token):
        return None  # "have released their figures"
    found = state(token) or (noun_category(token) if token.tag_ != "NN" else None)
    if found:
        return None if is_left and _is_said_of_others(token) else found
    frame = open_frame(lemma_of(token.lower_)) if is_verb(token) or is_left else None
    return frame.category if frame is not None else None


def _is_said_of_others(token: Token) -> bool:
    """Whether a state before the number has its own subject: "one dead, two held"."""
    return token.i > 0 and token.nbor(-1).like_num
