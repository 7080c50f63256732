"""Which language an article is in, and whether there is a detector for it."""

from annotations.language.detectable import DETECTABLE, has_detector, no_detector
from annotations.language.guessing import guessed
from annotations.language.names import code_of, name_of
from annotations.language.telling import language_of

__all__ = [
    "DETECTABLE",
    "code_of",
    "guessed",
    "has_detector",
    "language_of",
    "name_of",
    "no_detector",
]
