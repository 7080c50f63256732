"""A figure on its way from the number to the annotation."""

from dataclasses import dataclass

from annotations.detect.casualties.harm.outcome import Harm
from annotations.detect.casualties.people.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase, and what happened to its people."""

    phrase: Phrase
    harm: Harm
    is_implicit: bool = False
    """Whether the text names the people without counting them."""
