"""The rules that a casualty figure can be found by, as `closeread doctor --rules` lists them.

What a rule does is code, in the modules named in this package's docstring; here is what it is
called, how far it can be trusted, and a sentence that it reads.
"""

from dataclasses import dataclass
from functools import cache

from annotations.detect import lexicon
from annotations.model import Category, Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A way of telling what happened to the people that a number counts."""

    id: str
    gloss: str
    """What it reads, in a few words."""
    confidence: Confidence
    """What its figures are given, unless their number is bare or vague."""
    example: str
    """A sentence that it reads."""
    figure: str
    """The figure it finds there."""
    category: Category


@cache
def rules() -> dict[str, Rule]:
    """All rules by their ids, in the order they are tried."""
    return {
        name: Rule(
            id=name,
            gloss=entry["gloss"],
            confidence=Confidence(entry["confidence"]),
            example=entry["example"],
            figure=entry["figure"],
            category=Category(entry["category"]),
        )
        for name, entry in lexicon.sections("casualty_rules").items()
    }


def confidence_of(rule: str) -> Confidence:
    """How far the figures of a rule can be trusted.

    Raises:
        KeyError: If there is no such rule.
    """
    return rules()[rule].confidence
