"""Dates as articles carry them, made ISO dates where only one reading is possible."""

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")
_INTERNET = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}.*")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})")
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\b.*)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_IN_WORDS = tuple(
    re.compile(_WEEKDAY + order + r",?\s+(?P<year>\d{4})" + _CLOCK, re.IGNORECASE)
    for order in (_DAY + r"\s+(?P<month>[a-z]+)\.?", r"(?P<month>[a-z]+)\.?\s+" + _DAY)
)


def iso_date(value: object) -> str | None:
    """An ISO 8601 date, with time and zone if they are given in ISO 8601 or RFC 5322.

    Null for what is no date, for a year or month alone, and for a date that can be read in two
    ways ("10/11/2016").
    """
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    for parse in (_iso, _internet, _in_words, _in_numbers):
        try:
            if parsed := parse(text):
                return parsed.isoformat()
        except (ValueError, OverflowError):  # the thirtieth of February, an hour of 25
            continue
    return None


def _iso(text: str) -> date | None:
    if not _ISO.fullmatch(text):
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _internet(text: str) -> date | None:
    """As in mail and feeds: "Thu, 20 Oct 2016 08:00:00 +0200"."""
    if not _INTERNET.fullmatch(text):
        return None
    from email.utils import parsedate_to_datetime  # costs more to import than all else here

    return parsedate_to_datetime(text)


def _in_words(text: str) -> date | None:
    """With the month's English name: "20 October 2016", "Oct. 20, 2016"."""
    for pattern in _IN_WORDS:
        match = pattern.fullmatch(text)
        if match and match["month"].lower() in _MONTHS:
            month = _MONTHS[match["month"].lower()]
            return date(int(match["year"]), month, int(match["day"]))
    return None


def _in_numbers(text: str) -> date | None:
    """In figures, if the day cannot be the month: "2016/10/20", "20.10.2016", "10/20/2016"."""
    if match := _YEAR_FIRST.fullmatch(text):
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return None
    month, day = sorted((int(match["first"]), int(match["second"])))
    return date(int(match["year"]), month, day) if month == day or day > 12 else None
