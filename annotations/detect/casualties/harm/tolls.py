"""Running totals: "the death toll rose to 31", "bringing to 12 the number of soldiers killed"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.outcome import Harm, state
from annotations.detect.casualties.people.nouns import noun_category, singular
from annotations.detect.tree import OBJECTS, SUBJECTS, children, is_verb
from annotations.model import Category

_COUNTING_PREPOSITIONS = frozenset({"of", "to", "at", "from", "past", "above", "over", "beyond"})

_ARRIVING = frozenset({"arrive", "give", "settle", "start", "end"})
_BOUNDS = frozenset({"at", "as", "on", "with"})
"""With them, how a count is put: "it arrived at 33", "it was given as 192"."""


def by_toll(head: Token, token: Token) -> Harm | None:
    """A toll that a number is put to, raised to, or named as.

    Args:
        head: The verb, noun or preposition that the number, or its phrase, hangs on.
        token: The number or what leads down to it.
    """
    for noun in _tolls_near(head, token):
        category = toll_category(noun) or (_changed(noun) if _changes(head, token) else None)
        if category:
            return Harm(category=category, trigger=noun, rule="toll", is_total=True)
    return None


def _changes(head: Token, token: Token) -> bool:
    """Whether a verb says how far a count has come, and a preposition that the number is it."""
    is_to = token.dep_ == "prep" and token.lower_ in _COUNTING_PREPOSITIONS
    return is_to and head.lemma_ in lexicon.table("change_verbs")["reaching"]


def _changed(noun: Token) -> Category | None:
    """Read "put Monday's dead at 44", "raised deaths to 12"."""
    return noun_category(noun) or state(noun)


def is_restated(number: Token) -> bool:
    """Read "local groups raise the figure to 684", "by noon it was nine", "it could pass 200"."""
    link = number.head
    if link.dep_ == "prep":
        verb = link.head
        is_named = _changes(verb, link) or (verb.lemma_ in _ARRIVING and link.lower_ in _BOUNDS)
    else:
        verb = link
        is_named = _is_what_it_is(number, verb)
    nouns = (each for each in children(verb) if each.dep_ in (*SUBJECTS, *OBJECTS))
    return is_named and any(_is_a_count(each) for each in nouns)


def _is_what_it_is(number: Token, verb: Token) -> bool:
    """Whether a verb puts a number on its subject, or says that the subject exceeds it."""
    if verb.lemma_ == "be":
        return number.dep_ == "attr"
    return number.dep_ in OBJECTS and verb.lemma_ in (
        *lexicon.table("change_verbs")["exceeding"],
        "reach",
    )


def _is_a_count(noun: Token) -> bool:
    return noun.lower_ == "it" or singular(noun) in lexicon.table("toll_nouns")["number"]


def toll_category(noun: Token) -> Category | None:
    """What a noun counts, if it is a toll: "death toll", "number of arrests", "toll of injured"."""
    kind = lexicon.inverted("toll_nouns").get(singular(noun))
    if kind is None:
        return None
    for each in _counted(noun):
        category = noun_category(each) or state(each)
        if category:
            return category
    return Category.KILLED if kind == "toll" else None


def _tolls_near(head: Token, token: Token) -> Iterator[Token]:
    """Nouns that may be tolls: subject and object of the verb, the noun before a preposition."""
    if is_verb(head):
        if head.dep_ in ("acl", "relcl"):
            yield head.head  # "the toll, put at 26 by the fire service"
        if token.dep_ not in SUBJECTS:
            yield from _nearest_first(head, token)
    elif head.lower_ in _COUNTING_PREPOSITIONS:
        yield head.head
    elif token.dep_ in ("appos", "nummod", "attr"):
        yield head


def _nearest_first(verb: Token, token: Token) -> Iterator[Token]:
    """Subject and object of a verb with what is listed beside them, those just before first.

    Of "puts the dead at 190 and the injured at 6,500" the second number is of the injured.
    """
    nouns = [
        each
        for each in children(verb)
        if each.i != token.i and each.dep_ in (*SUBJECTS, *OBJECTS, "attr")
    ]
    listed = [each for noun in nouns for each in children(noun) if each.dep_ == "conj"]
    yield from sorted((*nouns, *listed), key=lambda each: (each.i > token.i, abs(each.i - token.i)))


def _counted(noun: Token) -> Iterator[Token]:
    """What a toll is a toll of: its compound, and the noun after "of" with its participles."""
    for each in children(noun):
        if each.dep_ in ("compound", "amod", "nmod", "poss", "acl"):
            yield each
        elif each.dep_ == "prep" and each.lower_ in ("of", "among"):
            for inner in children(each):
                yield inner
                yield from children(inner)
