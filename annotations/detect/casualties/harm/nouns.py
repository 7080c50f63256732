"""What nouns say happened: the one that a number counts, or one above it ("the deaths of 17")."""

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.outcome import Harm, state
from annotations.detect.casualties.people.nouns import noun_category, singular, victim_type
from annotations.detect.casualties.people.phrases import Phrase
from annotations.detect.tree import is_noun
from annotations.model import Category

_WANTED = frozenset({"militant", "detainee"})
"""Types of people who are searched for because of what they did."""


def by_noun(phrase: Phrase) -> Harm | None:
    """Read "12 deaths", "nine bodies", "17 casualties", "140 lives"."""
    head = phrase.head
    if head is None or singular(head) in lexicon.inverted("fates"):
        return None
    if singular(head) == "life" and _takes_lives(head.head):
        return Harm(category=Category.KILLED, trigger=head, rule="lives")
    category = noun_category(head)
    return Harm(category=category, trigger=head, rule="noun") if category else None


def by_fate(phrase: Phrase) -> Harm | None:
    """Read "the twelve hostages", "14 survivors", where nothing else is said of them."""
    head = phrase.head
    if head is None:
        return None
    if category := state(head):
        return Harm(category=category, trigger=head, rule="state-before")  # "two of the injured"
    known = lexicon.inverted("fates").get(singular(head))
    return Harm(category=Category(known), trigger=head, rule="fate") if known else None


def by_preposition(prep: Token, people: Token) -> Harm | None:
    """Read "the deaths of 17 migrants", "a search for 40 more"."""
    noun = prep.head
    if prep.lower_ == "for" and noun.lemma_.lower() in lexicon.table("harm_idioms")["searches"]:
        if victim_type(people) in _WANTED:
            return None  # the police search for them
        return Harm(category=Category.MISSING, trigger=noun, rule="search")
    if not is_noun(noun) or prep.lower_ not in ("of", "among"):
        return None
    if singular(noun) == "life" and _takes_lives(noun.head):
        return Harm(category=Category.KILLED, trigger=noun.head, rule="lives")
    event = lexicon.inverted("harm_events").get(singular(noun))
    category = noun_category(noun) or (Category(event) if event else None)
    return Harm(category=category, trigger=noun, rule="noun-of") if category else None


def _takes_lives(verb: Token) -> bool:
    return verb.lemma_ in lexicon.table("harm_idioms")["life-takers"]
