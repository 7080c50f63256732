"""Verbs and adjectives that say what happened to people; nouns are in `nouns`."""

from dataclasses import dataclass

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.tree import OBJECTS, child, children, is_verb
from annotations.model import Category


@dataclass(frozen=True, slots=True)
class Harm:
    """What happened, and the word that says so."""

    category: Category
    trigger: Token
    is_total: bool = False
    """Whether the number is a running toll."""
    is_part: bool = False
    """Whether the number is a part of the figure before it."""


def state(token: Token) -> Category | None:
    """The category of an adjective or participle such as "dead" or "wounded"."""
    known = lexicon.inverted("harm_states").get(token.lower_)
    return Category(known) if known else None


def object_category(verb: Token) -> Category | None:
    """What befalls the object, or passive subject, of a verb."""
    lemma = verb.lemma_.lower()
    if lemma == "hand" and "over" in (each.lower_ for each in verb.doc[verb.i : verb.i + 2]):
        return Category.FREED
    if lemma == "bury":
        mourned = any(each.dep_ == "nsubj" and each.pos_ == "PRON" for each in children(verb))
        return Category.KILLED if mourned else Category.TRAPPED
    known = lexicon.inverted("harm_objects").get(lemma)
    if known is None:
        return None
    if lemma in ("gun", "mow", "round") and child(verb, "prt") is None:
        return None
    return Category(known)


def subject_category(verb: Token) -> Category | None:
    """What befalls the subject of a verb such as "die" or "flee"."""
    known = lexicon.inverted("harm_subjects").get(verb.lemma_.lower())
    return Category(known) if known else None


def joint_category(verb: Token, category: Category) -> Category:
    """`casualties` for "killed and wounded", "killed or wounded" said of one number."""
    both = {Category.KILLED, Category.INJURED}
    held = (Category.DETAINED, Category.ABDUCTED)
    partners = [each for each in children(verb) if each.dep_ == "conj"]
    if verb.dep_ == "conj":
        partners.append(verb.head)
    for partner in partners:
        other = state(partner) or object_category(partner)
        first, second = sorted((verb, partner), key=lambda each: each.i)
        if second.i - first.i != 2 or child(first, *OBJECTS) is not None:
            continue
        if {category, other} == both:
            return Category.CASUALTIES
        if other in held:  # "arrested and beat six students"
            return other
    return category


def governs_an_object(token: Token) -> bool:
    """Whether a form such as "killed" is an active verb: "12 gunmen killed the guard"."""
    return is_verb(token) and child(token, *OBJECTS) is not None
