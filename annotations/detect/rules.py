"""The rules that annotations are found by, as `closeread doctor --rules` lists them.

What a rule does is code, in the layers' packages; here is what it is called, how far it can be
trusted, and a text that it reads. Nothing here imports spaCy.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from annotations.detect import lexicon
from annotations.model import Confidence


class RuleSet(StrEnum):
    """Rules that are tried for one question; the value is the name of their lexicon file."""

    ENTITIES = "entity_rules"
    """What is a name."""
    QUOTES = "quote_rules"
    """What is said, and with which words."""
    SPEAKERS = "speaker_rules"
    """Whom a speaker's noun phrase names."""
    CASUALTIES = "casualty_rules"
    """What happened to the people that a number counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A way of telling one thing from a text."""

    id: str
    gloss: str
    """What it reads, in a few words."""
    confidence: Confidence
    """How far what it finds can be trusted, unless there is something against it."""
    example: str
    """A text that it reads."""
    found: str
    """The stretch of the example that it is about."""
    kind: str
    """What it tells there: a name's label, a quote's type, a speaker's name, a figure's
    category."""


@cache
def rules(of: RuleSet) -> dict[str, Rule]:
    """The rules of a set by their ids, in the order they are tried."""
    return {
        name: Rule(
            id=name,
            gloss=entry["gloss"],
            confidence=Confidence(entry["confidence"]),
            example=entry["example"],
            found=entry["found"],
            kind=entry["kind"],
        )
        for name, entry in lexicon.sections(of).items()
    }


def confidence_of(rule: str, *, of: RuleSet) -> Confidence:
    """How far what a rule finds can be trusted.

    Raises:
        KeyError: If there is no such rule in the set.
    """
    return rules(of)[rule].confidence
