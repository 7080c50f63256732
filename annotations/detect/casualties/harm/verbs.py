"""What the verbs above a number say has happened to the people who are subject or object there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.frames import Frame, frame_of, is_only_transitive
from annotations.detect.casualties.harm.outcome import Harm, joint, state
from annotations.detect.casualties.people.nouns import noun_category, singular
from annotations.detect.tree import COMPLEMENTS, OBJECTS, SUBJECTS, child, children, is_verb
from annotations.model import Category

_MOST_PREDICATES = 6
"""Verbs that are looked at for one subject; longer chains are lists or noise."""
_COMPANY = frozenset({"with", "along", "alongside", "together", "besides"})
"""Prepositions after which people are named who share somebody's fate."""
_ADJACENT = 4
"""Words from one verb to the next that is said in the same breath: "killed or badly wounded"."""


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A verb and what the people are to it, "object" or "subject"."""

    verb: Token
    role: str


def by_verb(verb: Token, people: Token) -> Harm | None:
    """What a verb, and those that share its subject or object, says of the people.

    Args:
        verb: The verb.
        people: Its subject, object or other dependent, the noun or number for the people.
    """
    found = _by_complement(verb, people) or _by_identity(verb, people)
    role = role_of(people, verb)
    if found is None and role is not None:
        found = _by_frames(verb, role, people)
    if found is None and role == "subject" and _may_be_bare_passive(verb):
        found = _by_frames(verb, "object", people)
    return found or _by_progressive(verb, role)


def by_company(verb: Token, preposition: Token) -> Harm | None:
    """Read "detained along with 150 refugees": those in company share what is said of the first.

    Args:
        verb: The verb.
        preposition: The word between it and the people.
    """
    if preposition.lower_ not in _COMPANY:
        return None
    first = child(verb, "nsubjpass", "nsubj")
    role = role_of(first, verb) if first is not None else None
    found = _by_frames(verb, role, first) if first is not None and role is not None else None
    return replace(found, rule="company") if found is not None and not acts(verb) else None


def _by_progressive(verb: Token, role: str | None) -> Harm | None:
    """Read "15,000 people were missing", which has a verb for the parser."""
    category = state(verb) if role == "subject" and verb.tag_ == "VBG" else None
    if category is None or acts(verb):
        return None
    return Harm(category=category, trigger=verb, rule="complement")


def role_of(people: Token, verb: Token) -> str | None:
    """What the people are to a verb: "object", also of a passive, "subject", or neither."""
    if people.dep_ in OBJECTS or people.dep_ == "nsubjpass" or _is_bare_passive(verb, people):
        return "object"
    if people.dep_ in SUBJECTS:
        return "subject"
    return "object" if _is_qualified_object(people, verb) else None


def _is_qualified_object(people: Token, verb: Token) -> bool:
    """Read "sickened close to 2,600": the parser takes the qualifier for an adverb."""
    is_beside = people.dep_ in ("advmod", "amod") and people.i == verb.i + 1
    return is_beside and people.right_edge.like_num and child(verb, *OBJECTS) is None


def is_passive(verb: Token) -> bool:
    """Whether a verb form has its object for its subject."""
    return child(verb, "auxpass", "nsubjpass") is not None


def acts(verb: Token) -> bool:
    """Whether a verb is active and has an object: "12 gunmen killed the guard"."""
    thing = child(verb, *OBJECTS)
    if not is_verb(verb) or is_passive(verb) or thing is None:
        return False
    if any(each.text == ":" for each in verb.doc[verb.i : thing.left_edge.i]):
        return False  # "33 are missing: 24 employees and nine patients"
    return verb.dep_ != "acl" or verb.tag_ != "VBN"  # "two clerks taken hostage"


def _is_bare_passive(verb: Token, people: Token) -> bool:
    """A passive without its auxiliary: "12 killed, 30 wounded"."""
    return people.dep_ == "nsubj" and verb.tag_ == "VBN" and _may_be_bare_passive(verb)


def _may_be_bare_passive(verb: Token) -> bool:
    """Whether a past form has neither object nor "have": "Twelve held in dawn raids"."""
    if verb.tag_ not in ("VBN", "VBD") or child(verb, *OBJECTS) is not None or _aims(verb):
        return False
    return not any(each.dep_ == "aux" and each.lemma_ == "have" for each in children(verb))


def _aims(verb: Token) -> bool:
    """Read "two men shot at the guards"."""
    return any(each.dep_ == "prep" and each.lower_ == "at" for each in children(verb))


def _by_frames(verb: Token, role: str, people: Token) -> Harm | None:
    found = [
        (frame, predicate)
        for predicate in _predicates(verb, role, people)
        if (frame := frame_of(predicate.verb, role=predicate.role, people=people))
    ]
    # "shot and killed": what is open is settled by any other verb.
    settled = [each for each in found if not each[0].is_open] or found
    if not settled:
        return None
    (frame, predicate), *others = settled
    category = _joint_category(frame, predicate, others)
    return Harm(category=category, trigger=predicate.verb, rule=_rule(predicate, people))


def _joint_category(
    frame: Frame, predicate: _Predicate, others: list[tuple[Frame, _Predicate]]
) -> Category:
    for other, second in others:
        if abs(second.verb.i - predicate.verb.i) <= _ADJACENT:
            return joint(frame.category, other.category)
    return frame.category


def _rule(predicate: _Predicate, people: Token) -> str:
    if predicate.role == "subject":
        return "subject"
    return "object" if people.dep_ in OBJECTS else "passive"


def _predicates(verb: Token, role: str, people: Token) -> list[_Predicate]:
    """The verb, the infinitives and participles it leads to, and those coordinated with it."""
    found: list[_Predicate] = []
    waiting = [_Predicate(verb, role)]
    while waiting and len(found) < _MOST_PREDICATES:
        predicate = waiting.pop(0)
        found.append(predicate)
        waiting += _followers(predicate)
    if role == "object" and verb.dep_ == "conj" and child(verb, *SUBJECTS) is None:
        earlier = child(verb.head, *OBJECTS)
        if earlier is None or earlier.i > people.i:
            found.append(_Predicate(verb.head, role))  # "killed and wounded scores"
    return found


def _followers(predicate: _Predicate) -> Iterator[_Predicate]:
    verb = predicate.verb
    for each in children(verb):
        if each.dep_ == "xcomp" and _raises(verb) and is_verb(each):
            yield _Predicate(each, _role_of_shared_subject(each))
        elif each.dep_ == "conj" and is_verb(each) and child(each, *SUBJECTS) is None:
            if is_passive(verb) or predicate.role == "subject":
                yield _Predicate(each, _role_of_shared_subject(each))
            elif child(each, *OBJECTS) is None and predicate.role == "object":
                yield _Predicate(each, "object")


def _raises(verb: Token) -> bool:
    """Whether a verb leaves its subject to the verb after it: "are feared to have drowned"."""
    lemma = verb.lemma_.lower()
    return lemma in lexicon.words("state_verbs") or lemma in lexicon.words("raising_verbs")


def _role_of_shared_subject(verb: Token) -> str:
    is_participle = verb.tag_ == "VBN" and not any(each.dep_ == "aux" for each in children(verb))
    return "object" if is_passive(verb) or is_participle else "subject"


def _by_complement(verb: Token, people: Token) -> Harm | None:
    """Read "left eight policemen dead", "are feared drowned", "were found alive"."""
    if verb.lemma_.lower() not in lexicon.words("state_verbs"):
        return None
    for each in children(verb):
        if each.i == people.i or each.dep_ not in (*COMPLEMENTS, "advmod", "advcl", "conj"):
            continue
        is_clause = each.dep_ in ("ccomp", "advcl", "conj")
        if is_clause and (each.i < verb.i or child(each, *SUBJECTS) is not None):
            continue  # says something of others
        category = _said_by(each)
        if category and not acts(each):
            return Harm(category=_coordinated(each, category), trigger=each, rule="complement")
    return _by_label(verb)


def _said_by(complement: Token) -> Category | None:
    """What an adjective or participle says, with what hangs on it: "shot to death"."""
    category = state(complement)
    if complement.tag_ != "VBN" and not is_only_transitive(complement):
        return category  # some participles, "neutralised", are adjectives to the tagger
    frame = frame_of(complement, role="object", people=complement)
    return frame.category if frame is not None else category


def _by_label(verb: Token) -> Harm | None:
    """Read "five are listed as missing"."""
    for link in children(verb):
        if link.dep_ == "prep" and link.lower_ == "as":
            for each in children(link):
                if category := state(each):
                    return Harm(category=category, trigger=each, rule="complement")
    return None


def _coordinated(word: Token, category: Category) -> Category:
    """The category of "dead or wounded"."""
    for each in children(word):
        if each.dep_ == "conj" and each.i - word.i <= _ADJACENT and (other := state(each)):
            return joint(category, other)
    return category


def _by_identity(verb: Token, people: Token) -> Harm | None:
    """Read "the victims were four children", "among the dead were three children"."""
    if verb.lemma_ not in ("be", "include") and not _is_counted(verb, people):
        return None
    for each in children(verb):
        if each.i == people.i:
            continue
        noun, is_part = None, True
        if each.dep_ in SUBJECTS and people.dep_ in ("attr", "acomp", "dobj"):
            noun, is_part = each, verb.lemma_ == "include"
        elif each.lower_ == "among":
            noun = child(each, "pobj")
        elif _is_counted(verb, people):
            noun = _listed_among(people)
        category = _named_victims(noun) if noun is not None else None
        if noun is not None and category is not None:
            return Harm(category=category, trigger=noun, rule="identity", is_part=is_part)
    return None


def _listed_among(people: Token) -> Token | None:
    """The dead of "counts 14 nurses and four guards among the dead", which hangs on the guards."""
    last = people
    for _ in range(_MOST_PREDICATES):
        among = next((each for each in children(last) if each.lower_ == "among"), None)
        following = child(last, "conj")
        if among is not None or following is None:
            return child(among, "pobj") if among is not None else None
        last = following
    return None


def _is_counted(verb: Token, people: Token) -> bool:
    """Read "counts 14 of its staff among the dead"."""
    return people.dep_ in OBJECTS and verb.lemma_.lower() in lexicon.words("counting_verbs")


def _named_victims(noun: Token) -> Category | None:
    """The category of "the dead", "the wounded", "those killed", "the victims"."""
    modified = next((found for each in children(noun) if (found := _said_by(each))), None)
    if modified or singular(noun) != "victim":
        return modified or noun_category(noun) or state(noun)
    return Category.KILLED
