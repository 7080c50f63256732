"""Harm frames: what a verb, with the words around it, says of its object or subject.

The frames are data, `lexicon/harm_frames.toml`; this module finds the one that fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.inflection import lemma_of
from annotations.detect.casualties.people.nouns import singular, victim_type
from annotations.detect.tree import OBJECTS, child, children, is_noun, is_verb, subject_of
from annotations.model import Category

_TELLING = frozenset(
    {"advmod", "acomp", "oprd", "attr", "dobj", "obj", "npadvmod", "xcomp", "ccomp", "conj"}
)
"""Dependents of a verb that change what it says of its subject or object, beside prepositions."""
_ORGANISED = frozenset({"ORG", "GPE", "NORP", "PERSON"})
_LINKS = frozenset({"prep", "agent", "dative", "prt", "neg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What one group of verbs says; the fields are explained at the head of the data file."""

    category: Category
    needs: frozenset[str]
    unless: frozenset[str]
    by: frozenset[str]
    victims: frozenset[str]
    is_open: bool
    only_parsed: bool

    @property
    def is_plain(self) -> bool:
        """Whether the verb alone says it, whoever does it to whomever."""
        wanted = any(not each.startswith("!") for each in self.victims)
        return not (self.needs or self.by or self.only_parsed or wanted)


def frame_of(verb: Token, *, role: str, people: Token) -> Frame | None:
    """The first frame that fits a verb.

    Args:
        verb: The verb.
        role: What the people are to it, "object" (also of a passive) or "subject".
        people: The noun, or number, for the people.
    """
    candidates = _frames_by_verb(role).get(lemma_of(verb.lower_), ())
    if not candidates:
        candidates = _frames_by_verb(role).get(verb.lemma_.lower(), ())
    if not candidates:
        return None
    company = frozenset(_company(verb, people))
    return next((each for each in candidates if _fits(each, verb, company, people)), None)


def _kind(people: Token) -> str:
    """The type of the people; numbers without a noun are "bare" as objects, else of any type."""
    if people.like_num or not is_noun(people):
        return "bare" if people.dep_ in OBJECTS else "any"
    return victim_type(people) or "unknown"


def is_only_transitive(verb: Token) -> bool:
    """Whether a verb of harm befalls its object alone; "die" and "fall" befall their subject."""
    lemma = lemma_of(verb.lower_)
    return lemma in _frames_by_verb("object") and lemma not in _frames_by_verb("subject")


def open_frame(lemma: str) -> Frame | None:
    """The frame of a verb that asks for nothing beside it, for text whose grammar is unknown."""
    frames = (*_frames_by_verb("object").get(lemma, ()), *_frames_by_verb("subject").get(lemma, ()))
    return next((each for each in frames if each.is_plain), None)


def frame_of_state(word: str, preposition: Token | None = None) -> Frame | None:
    """The frame of a state without its verb: "two in custody", "one critical".

    Args:
        word: An adjective in lower case; it is ignored if a preposition is given.
        preposition: One that has its noun below it.
    """
    words = set(_linked(preposition, preposition.lower_)) if preposition is not None else {word}
    candidates = _frames_by_verb("subject")["be"]
    return next((each for each in candidates if not each.needs.isdisjoint(words)), None)


def _fits(frame: Frame, verb: Token, company: frozenset[str], people: Token) -> bool:
    return (
        (not frame.needs or not company.isdisjoint(frame.needs))
        and company.isdisjoint(frame.unless)
        and (not frame.by or not frame.by.isdisjoint(_actor_classes(verb, people)))
        and _suits(frame.victims, _kind(people))
    )


def _suits(victims: frozenset[str], kind: str) -> bool:
    """Whether people of a type can be meant; "bare" is a number without a noun."""
    wanted = {each for each in victims if not each.startswith("!")}
    return (not wanted or kind in wanted) and f"!{kind}" not in victims


@cache
def _frames_by_verb(role: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for entry in lexicon.sections("harm_frames").values():
        frame = Frame(
            category=Category(entry["category"]),
            needs=frozenset(entry.get("with", ())),
            unless=frozenset(entry.get("unless", ())),
            by=frozenset(entry.get("by", ())),
            victims=frozenset(entry.get("victims", ())),
            is_open=entry.get("open", False),
            only_parsed=entry.get("only-parsed", False),
        )
        for verb in entry.get(role, ()):
            found[verb] = (*found.get(verb, ()), frame)
    return found


def _company(verb: Token, people: Token) -> Iterator[str]:
    """The words that hang on a verb, and on the people, in the notation of the data file."""
    for each in children(verb):
        if each.i == people.i or _is_elliptical(each, people):
            continue
        if each.dep_ in _LINKS or each.pos_ == "ADP":
            yield each.lower_
            yield from _linked(each, each.lower_)
        elif (each.dep_ in _TELLING and not is_verb(each)) or each.dep_ in ("xcomp", "ccomp"):
            yield from _dependent(each)
    if verb.i + 1 < len(verb.doc):
        yield verb.nbor().lower_  # "handed over 37": the parser takes "over 37" for a quantity
    for each in children(people):
        if each.dep_ == "prep" and each.i > people.i:
            yield from _linked(each, each.lower_)


def _is_elliptical(token: Token, people: Token) -> bool:
    """Whether an adverb belongs to a number that is a clause: "shot seven, three fatally"."""
    if token.dep_ != "advmod" or token.i == 0:
        return False
    return token.nbor(-1).like_num and token.i - 1 != people.i


def _dependent(token: Token) -> Iterator[str]:
    """An adverb, complement or object, with what is coordinated to it."""
    if any(each.dep_ == "aux" and each.lower_ == "to" for each in children(token)):
        yield f"to {token.lemma_.lower()}"
        return
    yield token.lower_
    yield from _classed(token, "")
    for each in children(token):
        if each.dep_ in ("prep", "prt"):
            yield from _linked(each, each.lower_)
        elif each.dep_ in ("conj", "compound", "amod"):
            yield from _dependent(each)


def _linked(preposition: Token, words: str) -> Iterator[str]:
    """A preposition with its nouns: "to death", "out of home"."""
    for each in children(preposition):
        if each.dep_ in ("pobj", "pcomp", "amod", "advmod", "acomp"):
            yield from _classed(each, f"{words} ")
            if is_noun(each):
                yield from _nested(each, words)
        elif each.dep_ == "prep":
            yield from _linked(each, f"{words} {each.lower_}")


def _nested(noun: Token, words: str) -> Iterator[str]:
    """What stands in and beside the noun: "intensive care", "his hand and leg"."""
    for each in children(noun):
        if each.dep_ in ("compound", "amod", "nmod", "conj", "poss"):
            yield from _classed(each, f"{words} ")
        elif each.dep_ == "prep":
            yield from _linked(each, each.lower_)


def _classed(token: Token, before: str) -> Iterator[str]:
    word = singular(token)
    yield before + word
    yield from (f"{before}@{each}" for each in _classes_of(word))


def _actor_classes(verb: Token, people: Token) -> frozenset[str]:
    """The classes of whoever does what an active or passive verb says."""
    agent = child(verb, "agent")
    is_behind = people.i < verb.i and child(verb, "nsubj") is None
    if agent is None and (is_behind or child(verb, "auxpass") is not None):
        return frozenset({"@none"})
    actor = child(agent, "pobj") if agent is not None else subject_of(verb)
    if actor is None or actor.i == people.i:
        return frozenset({"@none"})
    kind = victim_type(actor) or ("organisation" if actor.ent_type_ in _ORGANISED else "thing")
    return frozenset((*(f"@{each}" for each in _classes_of(singular(actor))), f"@{kind}"))


def _classes_of(word: str) -> tuple[str, ...]:
    return _classes().get(word, ())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, entries in lexicon.table("word_classes").items():
        for word in entries:
            found[word] = (*found.get(word, ()), name)
    return found
