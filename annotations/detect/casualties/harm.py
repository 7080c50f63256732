"""What happened to the people a number counts, read off the dependency tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.phrases import Phrase, singular, victim_type
from annotations.detect.tree import COMPLEMENTS, OBJECTS, SUBJECTS, child, is_noun, is_verb
from annotations.model import Category

_LONGEST_CLIMB = 6
"""Steps from a number up to the verb that governs it."""

_TOLLS = frozenset({"toll", "tally", "count"})
_PARTICIPLE_TAGS = ("VBN", "VBD")
_LIFE_TAKERS = frozenset({"claim", "take", "cost", "lose"})
_SUFFERERS = frozenset({"suffer", "sustain", "receive", "inhale", "lose"})
_STATE_VERBS = frozenset(
    "be remain leave find report confirm fear believe presume feel go pull declare pronounce list "
    "stay become render shoot dig list lie burn bury keep".split()  # noqa: SIM905
)
"""Verbs whose complement says what has become of people: "left eight policemen dead"."""
_MOVERS = frozenset({"be", "take", "rush", "bring", "send", "admit", "remain", "land", "hold"})
_INJURING_DETENTION = frozenset({"hospital", "infirmary", "clinic"})


@dataclass(frozen=True, slots=True)
class Harm:
    """What happened, and the word that says so."""

    category: Category
    trigger: Token
    is_total: bool = False
    """Whether the number is a running toll."""


class Actor(Exception):
    """The people counted are those who do harm, not those who suffer it."""


def harm_of(phrase: Phrase) -> Harm | None:
    """Find what happened to the people of a phrase, if its grammar says so.

    Raises:
        Actor: If they are the ones who did it.
    """
    node = phrase.node
    return (
        _by_noun(phrase) or _by_following_state(phrase) or _by_modifier(node) or _by_governor(node)
    )


def state(token: Token) -> Category | None:
    """The category of an adjective or participle such as "dead" or "wounded"."""
    known = lexicon.inverted("harm_states").get(token.lower_)
    return Category(known) if known else None


def noun_category(token: Token) -> Category | None:
    """The category of a noun such as "death" or "casualties"."""
    known = lexicon.inverted("harm_nouns").get(singular(token)) if is_noun(token) else None
    return Category(known) if known else None


def _by_noun(phrase: Phrase) -> Harm | None:
    """Read "12 deaths", "nine bodies", "17 casualties"."""
    if phrase.head is None or singular(phrase.head) in ("hostage", "captive", "detainee"):
        return None  # people in the first place: what happened to them now is what counts
    category = noun_category(phrase.head)
    return Harm(category, phrase.head) if category else None


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
    if category is None or _governs_an_object(token):
        return None
    joint = _joint_category(token, category)
    return Harm(joint, token)


def _governs_an_object(token: Token) -> bool:
    """Whether a form such as "killed" is an active verb: "12 gunmen killed the guard"."""
    return token.tag_ == "VBD" and child(token, *OBJECTS) is not None


def _by_modifier(node: Token) -> Harm | None:
    """Read "12 wounded soldiers", "the 12 guards abducted", "four fighters killed on the front"."""
    for each in node.children:
        is_reduced = each.dep_ in ("acl", "relcl") and each.tag_ in _PARTICIPLE_TAGS
        if not (is_reduced or each.dep_ == "amod") or (is_reduced and _governs_an_object(each)):
            continue
        category = state(each) or (_object_category(each) if is_reduced else None)
        if category:
            return Harm(_joint_category(each, category), each)
    return None


def _by_governor(node: Token) -> Harm | None:
    """Climb from the noun to whatever decides its fate."""
    for token, head in _climb(node):
        if is_verb(head):
            return _by_verb(head, token)
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
    if singular(noun) in _TOLLS and word in ("of", "to", "at"):
        return Harm(Category.KILLED, noun, is_total=True)
    if word not in ("of", "among"):
        return None
    if singular(noun) == "life" and noun.head.lemma_ in _LIFE_TAKERS:
        return Harm(Category.KILLED, noun.head)
    category = noun_category(noun)
    return Harm(category, noun) if category else None


def _by_verb(verb: Token, token: Token) -> Harm | None:
    """What a verb says about the people who are its subject or object."""
    if toll := _by_toll(verb, token):
        return toll
    is_subject = token.dep_ in SUBJECTS
    is_patient = token.dep_ in OBJECTS or token.dep_ == "nsubjpass" or _is_bare_passive(verb, token)
    if found := _by_complement(verb, token):
        return found
    if found := _by_whereabouts(verb) if is_subject or is_patient else None:
        return found
    if found := _by_loss(verb, token):
        return found
    category = _object_category(verb)
    if category and is_patient:
        return Harm(_joint_category(verb, category), verb)
    if is_subject and (category := _subject_category(verb)):
        return Harm(category, verb)
    if category and is_subject and not is_patient and child(verb, *OBJECTS) is not None:
        raise Actor
    return None


def _is_bare_passive(verb: Token, token: Token) -> bool:
    """A passive without its auxiliary: "12 killed, 30 wounded"."""
    has_no_object = child(verb, *OBJECTS) is None
    return token.dep_ == "nsubj" and verb.tag_ == "VBN" and not _has_perfect(verb) and has_no_object


def _has_perfect(verb: Token) -> bool:
    return any(each.dep_ == "aux" and each.lemma_ == "have" for each in verb.children)


def _object_category(verb: Token) -> Category | None:
    lemma = verb.lemma_.lower()
    if lemma == "hand" and child(verb, "prt") is not None:
        return Category.FREED
    known = lexicon.inverted("harm_objects").get(lemma)
    if known is None:
        return None
    if lemma in ("gun", "mow", "round") and child(verb, "prt") is None:
        return None
    return Category(known)


def _subject_category(verb: Token) -> Category | None:
    known = lexicon.inverted("harm_subjects").get(verb.lemma_.lower())
    return Category(known) if known else None


def _joint_category(verb: Token, category: Category) -> Category:
    """`casualties` for "killed and wounded", "killed or wounded" said of one number."""
    both = {Category.KILLED, Category.INJURED}
    partners = [each for each in verb.children if each.dep_ == "conj"]
    if verb.dep_ == "conj":
        partners.append(verb.head)
    for partner in partners:
        other = state(partner) or _object_category(partner)
        shares = (
            child(partner, *OBJECTS, *SUBJECTS) is None or child(verb, *OBJECTS, *SUBJECTS) is None
        )
        if {category, other} == both and abs(partner.i - verb.i) == 2 and shares:
            return Category.CASUALTIES
    return category


def _by_toll(verb: Token, token: Token) -> Harm | None:
    """Read "the toll rose to 31", "bringing the toll to 40", "the toll has passed 5,000"."""
    if token.dep_ in SUBJECTS and token.lemma_ not in _TOLLS:
        return None
    for each in verb.children:
        is_toll = each.dep_ in (*SUBJECTS, *OBJECTS) and singular(each) in _TOLLS
        if is_toll and each.i != token.i:
            return Harm(Category.KILLED, each, is_total=True)
    return None


def _by_complement(verb: Token, token: Token) -> Harm | None:
    """Read "left eight policemen dead", "are feared drowned", "remain trapped", "were found alive"."""
    if verb.lemma_ not in _STATE_VERBS:
        return None
    for each in verb.children:
        if each.i == token.i or each.dep_ not in (*COMPLEMENTS, "advmod", "advcl", "conj"):
            continue
        category = state(each) or (_object_category(each) if each.tag_ == "VBN" else None)
        if category and not _governs_an_object(each):
            return Harm(_joint_category(each, category), each)
        if each.dep_ == "conj":
            continue
    return _by_identity(verb, token)


def _by_identity(verb: Token, token: Token) -> Harm | None:
    """Read "the victims were four children", "among the dead were three children"."""
    for each in verb.children:
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
    return next((found for each in noun.children if (found := state(each))), None)


def _by_whereabouts(verb: Token) -> Harm | None:
    """Read "were taken to hospital", "is in custody", "were detained in hospital"."""
    category = _object_category(verb)
    if verb.lemma_ not in _MOVERS and category is not Category.DETAINED:
        return None
    for prep in verb.children:
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
        if (is_life and lemma in _LIFE_TAKERS) or loses_people:
            return Harm(Category.KILLED, verb)
        return None
    what = child(verb, *OBJECTS)
    if token.dep_ not in SUBJECTS or what is None or lemma not in _SUFFERERS:
        return None
    if lemma == "lose" and singular(what) == "life":
        return Harm(Category.KILLED, verb)
    return Harm(Category.INJURED, what) if singular(what) in lexicon.words("injuries") else None
