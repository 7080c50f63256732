"""Whether a figure belongs to an earlier event than the one its article is about."""

import re
from datetime import date, timedelta

from annotations.detect.casualties.circumstances.moments import Moment

_RECENT = timedelta(days=90)
"""How long before the article an event can be its own; news analysis looks back a season."""
_LONG_AGO = re.compile(
    r"\b(?:years?|decades?|century|centuries|months) (?:ago|earlier|before)\b", re.I
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BARE_YEAR = re.compile(r"(?:(?:in|during|by|of|late|early|back) )*(?:1[5-9]|20)\d\ds?$", re.I)


def is_historical(moment: Moment | None, *, published: date | None) -> bool:
    """Whether a date lies clearly before its article.

    Where the article's own day is not known, a bare year ("in 2004") and "years ago" are taken
    for the past, a full date for the article's own event.
    """
    if moment is None:
        return False
    if _LONG_AGO.search(moment.words):
        return True
    if published is None:
        return _BARE_YEAR.match(moment.words) is not None
    end = _last_day(moment.iso)
    return end is not None and end < published - _RECENT


def _last_day(iso: str | None) -> date | None:
    """The last day of an ISO 8601 date, month, year or interval; null if it is open."""
    if iso is None:
        return None
    last = iso.rpartition("/")[2]
    parts = last.split("-")
    try:
        year, month, day = (*map(int, parts), 12, 31)[:3] if len(parts) == 1 else _filled(parts)
        return date(year, month, day)
    except ValueError:
        return None


def _filled(parts: list[str]) -> tuple[int, int, int]:
    """Year, month and day, with the 28th for a month's last day: close enough for a season."""
    numbers = [int(part) for part in parts]
    return (numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 28)
