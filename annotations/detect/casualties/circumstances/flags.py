"""What the words around a figure say about it: denied, possible, an addition, a running total."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.circumstances.moments import Moment
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.harm.outcome import Harm
from annotations.detect.casualties.numbers import Precision
from annotations.detect.casualties.people.nouns import singular
from annotations.detect.tree import (
    COMPLEMENTS,
    OBJECTS,
    SUBJECTS,
    ancestors,
    child,
    children,
    is_parted,
    is_verb,
)
from annotations.model import Category

_FAR = 5
"""Governors up from the harm that can make it unreal."""


def qualifier_by_verb(harm: Harm) -> str | None:
    """Read "The toll has passed 5,000": the verb sets the bound."""
    exceeding = lexicon.table("change_verbs")["exceeding"]
    verb = harm.trigger.head
    return "more_than" if harm.is_total and verb.lemma_ in exceeding else None


def is_negated(found: Found) -> bool:
    """Read "no casualties", "without killing 40 people", "did not kill 12"."""
    trigger = found.harm.trigger
    if found.harm.category is Category.MISSING and is_verb(trigger):
        return found.phrase.number.precision is Precision.NONE  # "20 have not been found"
    return (
        found.phrase.number.precision is Precision.NONE
        or child(trigger, "neg") is not None
        or trigger.head.lower_ == "without"
    )


def is_hypothetical(found: Found) -> bool:
    """Whether the harm is feared, planned, possible or denied rather than stated."""
    harm, doubts = found.harm, lexicon.table("doubts")["of-numbers"]
    if any(each.lower_ in doubts for each in children(found.phrase.root)):
        return True
    unreal = lexicon.words("unreal_verbs")
    for token in _governors(harm.trigger):
        if any(_is_doubt(each) for each in children(token)):
            return True
        if token.i != harm.trigger.i and is_verb(token) and token.lemma_.lower() in unreal:
            return True
    return False


def is_incremental(found: Found) -> bool:
    """Whether the figure adds to a toll: "another three soldiers", "three more bodies"."""
    head = found.phrase.head
    if head is None or head.lower_ == "more":
        return False
    root, doc = found.phrase.root, head.doc
    between = {each.lower_ for each in doc[root.i + 1 : head.i]}
    additions = lexicon.table("beside_numbers")["additions"]
    return "another" in found.phrase.number.qualifiers or not between.isdisjoint(additions)


def is_cumulative(found: Found, moment: Moment | None, *, is_one_of_several: bool) -> bool:
    """Whether a figure is a running total: a toll that rose, "so far", "since", a war's dead.

    Args:
        found: The figure.
        moment: When it was.
        is_one_of_several: Whether its sentence has another toll of the same kind.
    """
    trigger = found.harm.trigger
    if found.harm.is_total and (is_one_of_several or _runs(found)):
        return True
    if _is_reached(found.phrase.root) or any(_is_so_far(each) for each in (trigger, trigger.head)):
        return True
    if moment is not None and moment.words.lower().startswith("since"):
        return True
    verbs = (trigger, trigger.head) if trigger.dep_ == "conj" else (trigger,)
    if not any(
        each.dep_ == "aux" and each.lemma_ == "have" for verb in verbs for each in children(verb)
    ):
        return False
    return any(_has_since_clause(verb) or _kills_on(verb) for verb in verbs)


def _runs(found: Found) -> bool:
    """Whether the verb of a toll says that it has changed or stands: "rose to", "is now"."""
    words = lexicon.table("change_verbs")
    trigger = found.harm.trigger
    for verb in (trigger.head, *ancestors(found.phrase.root, limit=_FAR)):
        if any(each.lower_ in ("now", "already") for each in children(verb)):
            return True
        if verb.lemma_ in words["running"] or verb.lemma_ in words["exceeding"]:
            return all(each.lower_ != "down" for each in children(verb))
    return found.harm.rule == "nearby"


def _is_reached(number: Token) -> bool:
    """Read "the count stood at 171 dead and 139 missing", "raised that to 20 dead"."""
    for link in ancestors(number, limit=_FAR):
        if link.dep_ == "prep" and link.lower_ in ("to", "at") and is_verb(link.head):
            if link.head.lemma_ not in lexicon.table("change_verbs")["running"]:
                return False
            return any(_is_a_count(each) for each in children(link.head))
    return False


def _is_a_count(noun: Token) -> bool:
    is_pronoun = noun.lower_ in ("it", "that", "this") and noun.dep_ in (*SUBJECTS, *OBJECTS)
    return is_pronoun or singular(noun) in lexicon.inverted("toll_nouns")


def _is_so_far(verb: Token) -> bool:
    return any(
        each.lower_ == "far" and each.dep_ == "advmod" and each.nbor(-1).lower_ == "so"
        for each in children(verb)
    )


def _kills_on(verb: Token) -> bool:
    """Read "the war has killed"."""
    subject = child(verb, *SUBJECTS)
    return subject is not None and subject.lower_ in lexicon.words("lasting_events")


def _has_since_clause(verb: Token) -> bool:
    """Read "have been killed since the uprising began"."""
    for each in children(verb):
        if each.dep_ == "advcl" and any(mark.lower_ == "since" for mark in children(each)):
            return True
        if each.dep_ == "prep" and each.lower_ == "since":
            return True
    return False


def _governors(trigger: Token) -> Iterator[Token]:
    """The word itself and what governs it, through verbs and the nouns of threats and reports."""
    yield trigger
    if trigger.dep_ == "relcl":
        return  # whatever is said of its noun, the clause itself is stated
    for token in ancestors(trigger, limit=_FAR):
        if is_parted(token, trigger):
            return
        yield token
        if token.dep_ == "relcl":
            return  # whatever is said of the noun, its clause is stated
        if not is_verb(token) and token.pos_ not in ("ADP", "SCONJ", "PART", "NOUN", "ADJ"):
            return


def _is_doubt(token: Token) -> bool:
    doubts = lexicon.table("doubts")
    word = token.lower_
    return (
        (token.dep_ == "aux" and word in doubts["modals"])
        or (token.dep_ == "advmod" and word in doubts["adverbs"])
        or (token.dep_ == "mark" and word in doubts["conditions"])
        or (token.dep_ in COMPLEMENTS and word in doubts["refutations"])
    )
