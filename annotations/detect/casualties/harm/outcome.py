"""What happened to the people of a figure, and how that was found."""

from dataclasses import dataclass

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.model import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What happened, and the word that says so."""

    category: Category
    trigger: Token
    rule: str
    """Id of the rule that found it, one of `rules.rules()`."""
    is_total: bool = False
    """Whether the number is a running toll."""
    is_part: bool = False
    """Whether the number is a part of the figure before it."""


def state(token: Token) -> Category | None:
    """The category of an adjective or participle such as "dead" or "wounded"."""
    known = lexicon.inverted("harm_states").get(token.lower_)
    if known is None or (token.tag_ == "NN" and token.i > 0 and token.nbor(-1).lower_ == "one"):
        return None  # "our one shot at it"
    return Category(known)


def joint(first: Category, second: Category) -> Category:
    """The category of people of whom two things are said: "killed and wounded scores".

    Dead and wounded together are `casualties`; those held stay held whatever else befell them
    ("arrested and beaten"), unless they were killed; in anything else the first word stands.
    """
    both = {first, second}
    if both == {Category.KILLED, Category.INJURED}:
        return Category.CASUALTIES
    for stronger in (Category.KILLED, Category.ABDUCTED, Category.DETAINED):
        if stronger in both:
            return stronger
    return first
