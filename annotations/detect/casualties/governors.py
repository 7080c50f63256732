"""What a verb says has happened to the people who are its subject or object."""

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.nouns import noun_category, singular, victim_type
from annotations.detect.casualties.triggers import (
    Harm,
    governs_an_object,
    joint_category,
    object_category,
    state,
    subject_category,
)
from annotations.detect.tree import COMPLEMENTS, OBJECTS, SUBJECTS, child, children
from annotations.model import Category

LIFE_TAKERS = frozenset({"claim", "take", "cost", "lose"})
"""Verbs whose object is somebody's life, or lives."""
_SUFFERERS = frozenset({"suffer", "sustain", "receive", "inhale", "lose"})
_MOVERS = frozenset({"be", "take", "rush", "bring", "send", "admit", "remain", "land", "hold"})
_INJURING_DETENTION = frozenset({"hospital", "infirmary", "clinic"})
"""Places where people are "detained" because they are hurt."""


def by_verb(verb: Token, token: Token) -> Harm | None:
    """What a verb says about the people who are its subject or object."""
    is_subject = token.dep_ in SUBJECTS
    is_patient = token.dep_ in OBJECTS or token.dep_ == "nsubjpass" or _is_bare_passive(verb, token)
    found = _by_toll(verb, token) or _by_complement(verb, token)
    if found is None and (is_subject or is_patient):
        found = _by_whereabouts(verb)
    return found or _by_loss(verb, token) or _by_action(verb, is_subject, is_patient)


def _by_action(verb: Token, is_subject: bool, is_patient: bool) -> Harm | None:
    """Read "killed 12 people", "12 people died"."""
    if is_patient and (category := object_category(verb)):
        return Harm(joint_category(verb, category), verb)
    if is_subject and (category := subject_category(verb)):
        return Harm(category, verb)
    return None


def _is_bare_passive(verb: Token, token: Token) -> bool:
    """A passive without its auxiliary: "12 killed, 30 wounded"."""
    has_no_object = child(verb, *OBJECTS) is None
    return token.dep_ == "nsubj" and verb.tag_ == "VBN" and not _has_perfect(verb) and has_no_object


def _has_perfect(verb: Token) -> bool:
    return any(each.dep_ == "aux" and each.lemma_ == "have" for each in children(verb))


def _by_toll(verb: Token, token: Token) -> Harm | None:
    """Read "the toll rose to 31", "bringing the toll to 40", "the toll has passed 5,000"."""
    if token.dep_ in SUBJECTS:
        return None
    for each in children(verb):
        is_toll = each.dep_ in (*SUBJECTS, *OBJECTS) and singular(each) == "toll"
        if is_toll and each.i != token.i:
            return Harm(Category.KILLED, each, is_total=True)
    return None


def _by_complement(verb: Token, token: Token) -> Harm | None:
    """Read "left eight policemen dead", "are feared drowned", "were found alive"."""
    if verb.lemma_ not in lexicon.words("state_verbs"):
        return None
    for each in children(verb):
        if each.i == token.i or each.dep_ not in (*COMPLEMENTS, "advmod", "advcl", "conj"):
            continue
        category = state(each) or (object_category(each) if each.tag_ == "VBN" else None)
        if category and not governs_an_object(each):
            return Harm(joint_category(each, category), each)
    return _by_identity(verb, token)


def _by_identity(verb: Token, token: Token) -> Harm | None:
    """Read "the victims were four children", "among the dead were three children"."""
    for each in children(verb):
        if each.i == token.i:
            continue
        if each.dep_ in SUBJECTS and token.dep_ in ("attr", "acomp"):
            if singular(each) in ("victim", "dead", "fatality", "killed"):
                return Harm(Category.KILLED, each)
        elif each.lower_ == "among" and (inner := child(each, "pobj")):
            category = noun_category(inner) or state(inner) or _modifier_state(inner)
            if category:
                return Harm(category, inner)
    return None


def _modifier_state(noun: Token) -> Category | None:
    """Read "those killed"."""
    return next((found for each in children(noun) if (found := state(each))), None)


def _by_whereabouts(verb: Token) -> Harm | None:
    """Read "were taken to hospital", "is in custody", "were detained in hospital"."""
    category = object_category(verb)
    if verb.lemma_ not in _MOVERS and category is not Category.DETAINED:
        return None
    for prep in children(verb):
        if prep.dep_ != "prep" or prep.lower_ not in ("in", "to", "into", "under", "behind"):
            continue
        place = child(prep, "pobj")
        known = lexicon.inverted("harm_whereabouts").get(singular(place)) if place else None
        if known and place and (category is None or singular(place) in _INJURING_DETENTION):
            return Harm(Category(known), place)
    return None


def _by_loss(verb: Token, token: Token) -> Harm | None:
    """Read "lost their lives", "lost 40 men", "suffered burns", "has cost 160,000 lives"."""
    lemma = verb.lemma_.lower()
    if token.dep_ in OBJECTS:
        is_life = singular(token) == "life"
        loses_people = lemma == "lose" and victim_type(token) not in (None, "household")
        if (is_life and lemma in LIFE_TAKERS) or loses_people:
            return Harm(Category.KILLED, verb)
        return None
    what = child(verb, *OBJECTS)
    if token.dep_ not in SUBJECTS or what is None or lemma not in _SUFFERERS:
        return None
    if lemma == "lose" and singular(what) == "life":
        return Harm(Category.KILLED, verb)
    return Harm(Category.INJURED, what) if singular(what) in lexicon.words("injuries") else None
