"""Words that say that nobody was counted: "no", "none", "without hurting anyone". Free of spaCy."""

from functools import cache

from annotations.detect import lexicon
from annotations.detect.casualties.numbers.expressions import Expression, exactly
from annotations.detect.casualties.numbers.numerals import is_numeral
from annotations.detect.casualties.numbers.wordings import Wordings
from annotations.detect.casualties.numbers.words import APOSTROPHE, Words

_REACH = 4
"""Words from a negation to the "anyone" that it makes none."""


@cache
def none_words() -> Wordings:
    """The words for nobody, by whether they need a negation before them."""
    table = lexicon.table("none_words")
    return Wordings({name: table[name] for name in ("none", "any")})


def read_nothing(words: Words, index: int) -> Expression | None:
    """Read "no", "none", "nobody", and "anyone" after a negation."""
    match = none_words().at(words, index)
    if match is None or is_numeral(words.at(match.end)):  # "No 10"
        return None
    if match.name == "any" and not _is_negated(words, index):
        return None
    return exactly(0, match.end)


def _is_negated(words: Words, index: int) -> bool:
    """Whether one of the few words before says no: "did not kill anyone"."""
    table = lexicon.table("none_words")
    passed, at = 0, index - 1
    while at >= 0 and passed < _REACH:
        word = words.lower[at]
        if word in table["barrier"] or not word.strip():
            return False
        if word in table["negation"] or _is_contracted_not(words, at):
            return True
        passed += word.isalnum()
        at -= 1
    return False


def _is_contracted_not(words: Words, index: int) -> bool:
    """Whether a word is the "t" of "didn't"."""
    return words.at(index) == "t" and words.touches(index) and words.at(index - 1) == APOSTROPHE
