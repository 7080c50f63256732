"""Numbers that count no people although people may stand near them."""

import re

from spacy.tokens import Doc

from annotations.detect import lexicon
from annotations.detect.casualties.numbers import Number, Precision

_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember"
    r"|tember|ober)?\.?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_BEFORE_YEARS = frozenset({"in", "since", "of", "until", "by", "from", ","})
_FRACTIONS = frozenset({"third", "quarter", "fifth", "half", "thirds", "quarters", "majority"})


def is_no_count(doc: Doc, number: Number, *, first: int, last: int) -> bool:
    """Whether a number is an age, a date, a name, a measure, a population or a fraction.

    Args:
        doc: The article.
        number: The number.
        first: Index of the token it begins in.
        last: Index of the token it ends in.
    """
    if number.precision is Precision.NONE:
        return False
    before = doc[first - 1].lower_ if first else ""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    return (
        before in lexicon.words("numbered_nouns")
        or after in lexicon.words("units")
        or _MONTH.match(before) is not None
        or (_MONTH.match(after) is not None and after != "may")
        or (_is_year(doc, first, last) and not after.isalpha())
        or (_is_year(doc, first, last) and before in _BEFORE_YEARS)
        or _is_age(doc, first, last)
        or _is_ratio(doc, first, last)
        or _belongs_to_a_whole(doc, first)
    )


def _is_year(doc: Doc, first: int, last: int) -> bool:
    return first == last and _YEAR.match(doc[first].text) is not None


def _is_age(doc: Doc, first: int, last: int) -> bool:
    """Read "Jeffery Webb, 47, later died": commas on both sides, after a name or a noun."""
    if first < 2 or last - first > 1:
        return False
    if doc[first - 1].lower_ == "now":
        return True
    if doc[first - 1].text not in (",", "("):
        return False
    follows = doc[last + 1].text if last + 1 < len(doc) else "."
    if follows not in (",", ".", ")", ";"):
        return False
    return doc[first - 2].pos_ in ("PROPN", "NOUN")


def _is_ratio(doc: Doc, first: int, last: int) -> bool:
    """Read "1 in 4"."""
    around = doc[last + 1 : last + 3], doc[max(0, first - 2) : first]
    return any(
        len(pair) == 2
        and any(each.lower_ == "in" for each in pair)
        and any(each.like_num and not _YEAR.match(each.text) for each in pair)
        and not any(each.is_punct for each in pair)
        for pair in around
    )


def _belongs_to_a_whole(doc: Doc, first: int) -> bool:
    """Read "a third of the town's 9,000 residents", "a town of 19,000 people", "father of 5"."""
    window = [token.lower_ for token in doc[max(0, first - 5) : first]]
    if "of" not in window and "to" not in window:
        return False
    joint = max(index for index, word in enumerate(window) if word in ("of", "to"))
    whole = window[joint - 1] if joint else ""
    is_population = whole in lexicon.words("homes") and joint == len(window) - 1
    return whole in _FRACTIONS or is_population
