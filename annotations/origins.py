"""Whose report an article is, among the names in it: that tells nothing of its subject. Pure."""

import re

from annotations.filters.values import folded

OPENING = 300
"""Characters at the beginning of a text in which a dateline ends."""
_BEHIND_CREDIT = re.compile(r"[^()\n]{0,20}\)\s?[–—-]{1,2}\s")


def is_of_source(name: str, source: str | None) -> bool:
    """Whether a name is that of the source, or all words of it stand in that.

    >>> is_of_source("Reuters", "Reuters Africa"), is_of_source("Reuters Africa", "Reuters")
    (True, False)
    """
    words = re.escape(folded(name))
    return source is not None and re.search(rf"(?<!\w){words}(?!\w)", folded(source)) is not None


def is_credit(opening: str, start: int, end: int) -> bool:
    """Whether a dateline names the agency here: "ADEN (Reuters) - ".

    >>> is_credit("ADEN (Reuters) - A ship sank.", 6, 13)
    True
    >>> is_credit("The alliance (Nato) met.", 14, 18)
    False

    Args:
        opening: The first `OPENING` characters of the text.
        start: Where the name begins.
        end: Where it ends.
    """
    _, bracket, inside = opening[:start].rpartition("\n")[2].rpartition("(")
    is_inside = bool(bracket) and ")" not in inside
    return is_inside and _BEHIND_CREDIT.match(opening, end) is not None
