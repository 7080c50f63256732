"""Whether a figure belongs to an earlier event than the one its article is about."""

import re
from datetime import date, timedelta

from annotations.detect.casualties.circumstances.moments import Moment

_RECENT = timedelta(days=90)
"""How long before the article an event can be its own; news analysis looks back a season."""
_LONG_AGO = re.compile(
    r"\b(?:years?|decades?|century|centuries|months) (?:ago|earlier|before)\b", re.I
)
_OPEN = re.compile(r"(?:since|until|by|up to)\b", re.I)
"""What began before, or went on until some day, is no other event."""
_BARE_YEAR = re.compile(r"(?:(?:in|during|by|of|late|early|back) )*(?:1[5-9]|20)\d\ds?$", re.I)


def is_historical(moment: Moment | None, *, published: date | None) -> bool:
    """Whether a date lies clearly before its article.

    Where the article's own day is not known, a bare year ("in 2004") and "years ago" are taken
    for the past, a full date for the article's own event.
    """
    if moment is None:
        return False
    if _OPEN.match(moment.words):
        return False
    if _LONG_AGO.search(moment.words):
        return True
    if published is None:
        return _BARE_YEAR.match(moment.words) is not None
    end = _last_day(moment.iso)
    return end is not None and end < published - _RECENT


def _last_day(iso: str | None) -> date | None:
    """The last day of an ISO 8601 date, month, year or interval; null if it is open.

    For a month or a year it is the 28th of the last month, close enough for a season.
    """
    last = (iso or "..").rpartition("/")[2]
    if last == "..":
        return None
    year, month, day = (*map(int, last.split("-")), *(12, 28)[last.count("-") :])
    return date(year, month, day)
