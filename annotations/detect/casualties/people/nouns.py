"""What a noun names: people who can be harmed, or the harm itself."""

import re

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.people.likeness import likeness_to_people
from annotations.detect.tree import is_noun
from annotations.model import Category

_ALIKE = 0.13
_LIKELY = 0.03
"""How much closer to people than to things a noun has to be; less if it ends like one."""
_PEOPLE_ENDING = re.compile(r"(?:[eo]r|i(?:st|an)|ean)s$|(?:men|women|ese|folk)$")


def singular(noun: Token) -> str:
    """A noun in lower case and in the singular; names are not lemmatized, headlines are names."""
    lemma = noun.lemma_.lower()
    if noun.lower_ == "corpses":
        return "corpse"  # the lemmatizer says "corps"
    if noun.pos_ != "PROPN":
        return lemma
    for plural, ending in (("ies", "y"), ("men", "man"), ("s", "")):
        if lemma.endswith(plural):
            return lemma.removesuffix(plural) + ending
    return {"children": "child", "people": "person"}.get(lemma, lemma)


def victim_type(noun: Token) -> str | None:
    """The type of people that a noun names; null if it names no people.

    The empty string stands for people whose type is not known.
    """
    victims = lexicon.inverted("victims")
    known = victims.get(singular(noun)) or victims.get(noun.lower_)
    if known:
        return known
    word = noun.lower_
    if word in lexicon.words("demonyms") or noun.ent_type_ == "NORP":
        return "person"
    if word.endswith(("ians", "ese")) and noun.pos_ == "PROPN":
        return "person"
    return "" if _is_unknown_people(noun) else None


def _is_unknown_people(noun: Token) -> bool:
    """Whether a plural noun that is in no list names people, by its vector or else its ending."""
    word = noun.lower_
    if noun.tag_ not in ("NNS", "NNPS"):
        return False
    if word in lexicon.words("things_like_people") or word in lexicon.words("things"):
        return False
    if word.endswith("men"):
        return True
    looks_like_people = _PEOPLE_ENDING.search(word) is not None
    likeness = likeness_to_people(word, noun.vocab)
    if likeness is None:
        return looks_like_people
    return likeness >= (_LIKELY if looks_like_people else _ALIKE)


def noun_category(token: Token) -> Category | None:
    """The category of a noun such as "death" or "casualties"."""
    known = lexicon.inverted("harm_nouns").get(singular(token)) if is_noun(token) else None
    return Category(known) if known else None


def names_harm(noun: Token) -> bool:
    """Whether a noun itself says what happened ("deaths"), lost lives included."""
    return noun_category(noun) is not None or singular(noun) == "life"
