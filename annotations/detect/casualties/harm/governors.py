"""What is said of people by the words that they hang on, up to the first verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.nouns import by_preposition
from annotations.detect.casualties.harm.outcome import Harm, state
from annotations.detect.casualties.harm.tolls import by_toll
from annotations.detect.casualties.harm.verbs import by_company, by_verb
from annotations.detect.casualties.people.nouns import singular
from annotations.detect.tree import SUBJECTS, is_noun, is_verb

_LONGEST_CLIMB = 6
"""Steps from a number up to the verb that governs it."""


def by_governor(node: Token) -> Harm | None:
    """Climb from the noun to whatever decides its fate."""
    for token, head in _climb(node):
        if found := by_toll(head, token):
            return found
        if is_verb(head) and token.dep_ in ("prep", "agent"):
            return by_company(head, token)
        if is_verb(head):
            return by_verb(head, token)
        if _leads_elsewhere(token, head):
            return by_preposition(token, node)
        if head.dep_ == "prep" or head.pos_ == "ADP":
            if found := by_preposition(head, node):
                return found
        elif found := _state_predicate(head, token):
            return found
    return None


def _leads_elsewhere(token: Token, head: Token) -> bool:
    """Whether a noun with "of" is not the people: "seized control of 12 banks"."""
    if token.dep_ != "prep" or token.lower_ != "of" or not is_noun(head):
        return False
    return singular(head) not in lexicon.words("collectives")


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
    return Harm(category=category, trigger=head, rule="complement") if category else None
