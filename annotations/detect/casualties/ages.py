"""Ages, which stand beside people and count none."""

from spacy.tokens import Doc

from annotations.detect.casualties.people.nouns import victim_type

_OLDEST = 120
"""Years."""
_NEAR = 4
"""Words between "aged" and the number."""
_LONGEST_SERIES = 12
"""Ages on either side of one that are taken to stand in a row with it; more are a table."""
_AGED = frozenset({"aged", "age", "ages"})
_ENDS = frozenset({",", ".", ")", ";", "-", "–", "—", "--"})


def is_age(doc: Doc, value: int | None, *, first: int, last: int) -> bool:
    """Whether a number says how old somebody is.

    Args:
        doc: The article.
        value: The number, null for a word that sets none.
        first: Index of the token it begins in.
        last: Index of the token it ends in.
    """
    if value is None or value > _OLDEST:
        return False
    if any(each.lower_ in _AGED for each in doc[max(0, first - _NEAR) : first]):
        return True  # "ranging in age from 18 to 37"
    return _is_apposed(doc, first, last) or _is_bound(doc, first) or _is_at_death(doc, first, last)


def _is_apposed(doc: Doc, first: int, last: int) -> bool:
    """Read "Jeffery Webb, 47, later died", "two sons, 6 and 9, were", "sisters aged 17 and 20"."""
    start, end = _series(doc, first, last)
    before = doc[start - 1].lower_ if start else ""
    if before == "now":
        start -= 1  # "Webb, now 47,"
        before = doc[start - 1].lower_ if start else ""
    if before in _AGED:
        return True
    if before not in (",", "(") or start < 2:
        return False
    follows = doc[end + 1].text if end + 1 < len(doc) else "."
    return (follows in _ENDS or "\n" in follows) and doc[start - 2].pos_ in ("PROPN", "NOUN")


def _series(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The first and last token of the numbers that a number stands among: "6, 9 and 12"."""
    return _end_of_series(doc, first, step=-1), _end_of_series(doc, last, step=1)


def _end_of_series(doc: Doc, index: int, *, step: int) -> int:
    """Index of the last number that commas and "and" join to the one at an index.

    Args:
        doc: The article.
        index: Where the number stands.
        step: 1 to look behind it, -1 to look before it.
    """
    for _ in range(_LONGEST_SERIES):
        beyond = index + 2 * step
        if not 0 <= beyond < len(doc) or doc[index + step].lower_ not in ("and", ","):
            break
        if not doc[beyond].like_num:
            break
        index = beyond
    return index


def _is_bound(doc: Doc, first: int) -> bool:
    """Read "were under 16", "children over 12"."""
    if first < 2 or doc[first - 1].lower_ not in ("under", "over"):
        return False
    return doc[first - 2].lemma_ == "be" or bool(victim_type(doc[first - 2]))


def _is_at_death(doc: Doc, first: int, last: int) -> bool:
    """Read "he died at 43"."""
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if first < 2 or doc[first - 1].lower_ != "at":
        return False
    return doc[first - 2].lemma_ == "die" and (follows is None or follows.is_punct)
