"""Numbers that count no people although people may stand near them."""

import re
from functools import cache

from spacy.tokens import Doc

from annotations.detect import lexicon
from annotations.detect.casualties.ages import is_age
from annotations.detect.casualties.harm.frames import open_frame
from annotations.detect.casualties.harm.inflection import lemma_of
from annotations.detect.casualties.numbers import Number, Precision
from annotations.detect.casualties.people.nouns import victim_type
from annotations.detect.casualties.people.phrases import first_qualifier
from annotations.detect.tree import is_noun

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LONGEST_PERIOD = 60
"""Years; a span of numbers that all look like years and lie closer counts no people."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_BEFORE_YEARS = frozenset({"in", "since", "of", "until", "by", "from", ","})
_DASHES = frozenset("-–")


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
    return (
        _is_beside_a_measure(doc, first, last)
        or _is_date(doc, first, last)
        or _is_span_of_years(number)
        or is_age(doc, number.count.best, first=first, last=last)
        or _is_score(doc, number, first, last)
        or (first > 0 and _is_name(doc, first, last))
        or _is_difference(doc, last)
        or _is_ratio(doc, first, last)
        or _belongs_to_a_whole(doc, first_qualifier(doc, number, first))
    )


def _before(doc: Doc, index: int) -> str:
    return doc[index - 1].lower_ if index else ""


def _after(doc: Doc, index: int) -> str:
    return doc[index + 1].lower_ if index + 1 < len(doc) else ""


def _is_beside_a_measure(doc: Doc, first: int, last: int) -> bool:
    """Read "flight 302", "40 hectares", "3m under a car park"; and the rest of "N$2 000"."""
    return (
        _is_numbered(doc, first, last)
        or _after(doc, last) in lexicon.words("units")
        or _is_height(doc, first, last)
        or re.match(r"0\d", doc[first].text) is not None
    )


def _is_numbered(doc: Doc, first: int, last: int) -> bool:
    """Read "Flight 302", "a class 12 girl"; but not "last week 14 miners died"."""
    if _before(doc, first) not in lexicon.words("numbered_nouns"):
        return False
    counts = last + 1 < len(doc) and doc[last + 1].tag_ in ("NNS", "NNPS", "JJ")
    return doc[first - 1].is_title or not counts


def _is_date(doc: Doc, first: int, last: int) -> bool:
    """Read "3 May", "Oct. 25", "in 2011"; "12 may" is a number of people and a verb."""
    before, after = _before(doc, first), _after(doc, last)
    if _is_month(before) or (_is_month(after) and after != "may"):
        return True
    is_year = first == last and _YEAR.match(doc[first].text) is not None
    return is_year and (before in _BEFORE_YEARS or not _is_described(doc, last + 1))


def _is_month(word: str) -> bool:
    return word.removesuffix(".") in _months()


@cache
def _months() -> frozenset[str]:
    """The names of the months and their short forms, in lower case."""
    months: dict[str, list[str]] = lexicon.sections("date_words")["months"]
    return frozenset(months).union(*months.values())


def _is_described(doc: Doc, index: int) -> bool:
    """Whether a noun, or a word that leads to one, follows: "1950 men", not "2022 released"."""
    return index < len(doc) and doc[index].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def _is_span_of_years(number: Number) -> bool:
    """Read "between 2017 and 2019"."""
    low, high = number.count.low, number.count.high
    return (
        number.precision is Precision.RANGE
        and low is not None
        and high is not None
        and (_FIRST_YEAR <= low < high <= _LAST_YEAR and high - low < _LONGEST_PERIOD)
    )


def _is_name(doc: Doc, first: int, last: int) -> bool:
    """Read "Sector 4", "Apollo 13": a number after the name that it belongs to."""
    noun = doc[first - 1]
    follows = doc[last + 1] if last + 1 < len(doc) else None
    is_counting = follows is not None and (
        is_noun(follows) or follows.pos_ in ("ADJ", "VERB", "ADP")
    )
    if (
        not doc[first].text[:1].isdigit()
        or noun.pos_ != "PROPN"
        or noun.is_sent_start
        or noun.ent_type_ in ("GPE", "LOC")
    ):
        return False
    if victim_type(noun) is not None or (is_counting and noun.i != doc[first].head.i):
        return False
    return open_frame(lemma_of(noun.lower_)) is None  # a headline's "Kills 9"


def _is_difference(doc: Doc, last: int) -> bool:
    """Read "58 fewer than a year ago"."""
    following = [token.lower_ for token in doc[last + 1 : last + 3]]
    return following[:1] in (["fewer"], ["less"]) or following == ["more", "than"]


def _is_score(doc: Doc, number: Number, first: int, last: int) -> bool:
    """Read "6 - 2", "a two-over-par 73"; and "all but a handful", who are spared."""
    before = [token.lower_ for token in doc[max(0, first - 2) : first]]
    after = doc[last + 1 : last + 3]
    if before == ["all", "but"]:
        return True
    if len(after) == 2 and after[0].text in _DASHES and after[1].like_num:
        return True
    if len(before) == 2 and before[1] in _DASHES and doc[first - 2].like_num:
        return True
    has_article = any(
        each.dep_ == "det" and each.lower_ in ("a", "an") for each in doc[first].lefts
    )
    return has_article and doc[first].text.isdigit() and number.precision is Precision.EXACT


def _is_height(doc: Doc, first: int, last: int) -> bool:
    """Read "buried 3m under a car park": metres, not millions."""
    follows = _after(doc, last)
    return doc[last].lower_.endswith("m") and follows in lexicon.table("beside_numbers")["heights"]


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
    return whole in lexicon.table("beside_numbers")["fractions"] or is_population
