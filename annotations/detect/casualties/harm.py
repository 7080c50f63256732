"""What happened to the people a number counts, read off the dependency tree."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect.casualties.governors import LIFE_TAKERS, by_verb
from annotations.detect.casualties.nouns import noun_category, singular
from annotations.detect.casualties.phrases import Phrase
from annotations.detect.casualties.triggers import (
    Harm,
    governs_an_object,
    joint_category,
    object_category,
    state,
)
from annotations.detect.tree import SUBJECTS, children, is_noun, is_verb
from annotations.model import Category

_LONGEST_CLIMB = 6
"""Steps from a number up to the verb that governs it."""

_PEOPLE_BY_FATE = {
    "hostage": Category.ABDUCTED,
    "captive": Category.ABDUCTED,
    "abductee": Category.ABDUCTED,
    "detainee": Category.DETAINED,
    "evacuee": Category.EVACUATED,
    "survivor": Category.FREED,
}
"""Nouns for people that say what happened to them, unless their sentence says what came next."""

_PARTICIPLE_TAGS = ("VBN", "VBD")


def harm_of(phrase: Phrase) -> Harm | None:
    """Find what happened to the people of a phrase, if its grammar says so."""
    node = phrase.node
    own = _by_noun(phrase) or _by_following_state(phrase) or _by_modifier(node)
    if own is None and not phrase.is_whole:
        own = _by_governor(node)
    return own or _by_people(phrase)


def _by_noun(phrase: Phrase) -> Harm | None:
    """Read "12 deaths", "nine bodies", "17 casualties"."""
    if phrase.head is None or singular(phrase.head) in _PEOPLE_BY_FATE:
        return None
    category = noun_category(phrase.head)
    return Harm(category, phrase.head) if category else None


def _by_people(phrase: Phrase) -> Harm | None:
    """Read "the twelve hostages", "14 survivors", where nothing else is said of them."""
    head = phrase.head
    category = _PEOPLE_BY_FATE.get(singular(head)) if head is not None else None
    return Harm(category, head) if category and head is not None else None


def _by_following_state(phrase: Phrase) -> Harm | None:
    """Read "5 dead, 12 hurt", "another 10 wounded", "1.4 million homeless"."""
    following = phrase.last.i + 1
    doc = phrase.last.doc
    while following < len(doc) and doc[following].pos_ == "ADV" and following - phrase.last.i < 3:
        following += 1
    if following >= len(doc):
        return None
    token = doc[following]
    category = state(token)
    if category is None or governs_an_object(token):
        return None
    return Harm(joint_category(token, category), token)


def _by_modifier(node: Token) -> Harm | None:
    """Read "12 wounded soldiers", "the 12 guards abducted", "four fighters killed on the front"."""
    for each in children(node):
        is_reduced = each.dep_ in ("acl", "relcl") and each.tag_ in _PARTICIPLE_TAGS
        if not (is_reduced or each.dep_ == "amod") or (is_reduced and governs_an_object(each)):
            continue
        category = state(each) or (object_category(each) if is_reduced else None)
        if category:
            return Harm(joint_category(each, category), each)
    return None


def _by_governor(node: Token) -> Harm | None:
    """Climb from the noun to whatever decides its fate."""
    for token, head in _climb(node):
        if is_verb(head):
            return by_verb(head, token)
        if head.dep_ == "prep" or head.pos_ == "ADP":
            found = _by_preposition(head)
            if found:
                return found
        elif found := _state_predicate(head, token):
            return found
    return None


def _climb(node: Token) -> Iterator[tuple[Token, Token]]:
    """Yield pairs of a token and its governor, up to the first verb."""
    for _ in range(_LONGEST_CLIMB):
        head = node.head
        if head.i == node.i:
            return
        yield node, head
        if is_verb(head):
            return
        node = head


def _state_predicate(head: Token, token: Token) -> Harm | None:
    """Read "with 12 others unaccounted for": an adjective that has the people for its subject."""
    category = state(head) if token.dep_ in SUBJECTS else None
    return Harm(category, head) if category else None


def _by_preposition(prep: Token) -> Harm | None:
    """Read "a toll of 11", "the deaths of 17 migrants", "a search for 40 more"."""
    noun = prep.head
    word = prep.lower_
    if word == "for" and noun.lemma_ in ("search", "look", "hunt"):
        return Harm(Category.MISSING, noun)
    if not is_noun(noun):
        return None
    if singular(noun) == "toll" and word in ("of", "to", "at"):
        return Harm(Category.KILLED, noun, is_total=True)
    if word not in ("of", "among"):
        return None
    if singular(noun) == "life" and noun.head.lemma_ in LIFE_TAKERS:
        return Harm(Category.KILLED, noun.head)
    category = noun_category(noun)
    return Harm(category, noun) if category else None
