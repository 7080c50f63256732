"""Numbers that count no people although people may stand near them."""

import re

from spacy.tokens import Doc

from annotations.detect.casualties.numbers import Number, Precision

_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember"
    r"|tember|ober)?\.?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NUMBERED = frozenset(
    "flight route highway interstate channel room phase region district area block page chapter "
    "article section number no. unit battalion brigade division resolution covid group camp gate "
    "road street terminal zone kilometre kilometer km aged age chapter day week year level "
    "platform line bus train route version group verse".split()  # noqa: SIM905
)
"""Nouns that a number after them names rather than counts."""
_UNITS_AFTER = frozenset(
    "year years year-old month months week weeks day days hour hours minute minutes second seconds "
    "km kilometre kilometres kilometer kilometers mile miles metre metres meter meters feet foot "
    "inch inches acres acre hectares kg kilos tonnes tons pounds dollars euros a.m. p.m. am pm "
    "block degrees years-old times".split()  # noqa: SIM905
)
_FRACTIONS = frozenset({"third", "quarter", "fifth", "half", "thirds", "quarters", "majority"})
_HOMES = frozenset(
    {
        "town",
        "city",
        "village",
        "population",
        "community",
        "country",
        "father",
        "mother",
        "home",
        "parent",
        "dad",
        "mum",
    }
)


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
        before in _NUMBERED
        or after in _UNITS_AFTER
        or _MONTH.match(before) is not None
        or (_MONTH.match(after) is not None and after != "may")
        or (_is_year(doc, number) and not after.isalpha())
        or _is_year_after_preposition(doc, number, before)
        or _is_age(doc, first, last)
        or _belongs_to_a_whole(doc, first)
    )


def _is_year(doc: Doc, number: Number) -> bool:
    return _YEAR.match(doc.text[number.start : number.end]) is not None


def _is_year_after_preposition(doc: Doc, number: Number, before: str) -> bool:
    return _is_year(doc, number) and before in ("in", "since", "of", "until", "by", "from")


def _is_age(doc: Doc, first: int, last: int) -> bool:
    """Read "Jeffery Webb, 47, later died": commas on both sides, after a name or a noun."""
    if first < 2 or last - first > 1 or doc[first - 1].text not in (",", "("):
        return False
    follows = doc[last + 1].text if last + 1 < len(doc) else "."
    return follows in (",", ".", ")", ";") and doc[first - 2].pos_ in ("PROPN", "NOUN")


def _belongs_to_a_whole(doc: Doc, first: int) -> bool:
    """Read "a third of the town's 9,000 residents", "a town of 19,000 people", "father of 5"."""
    window = [token.lower_ for token in doc[max(0, first - 5) : first]]
    if "of" not in window and "to" not in window:
        return False
    joint = max(index for index, word in enumerate(window) if word in ("of", "to"))
    whole = window[joint - 1] if joint else ""
    is_population = whole in _HOMES and joint == len(window) - 1
    return whole in _FRACTIONS or is_population
