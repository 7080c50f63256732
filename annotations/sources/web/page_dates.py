"""When an article was published and updated, as its page says, with the time if it says that.

A page gives the same moment several times, in some places by the day only. The first place that
gives a date decides on the day, and another adds the time. What no place says stays unknown: a
date that is guessed from the text may be that of the event, or of the page's copyright line.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from annotations.sources.dates import iso_date

_SCRIPTED = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC)([+-]\d{4})?.*"
)
"""As JavaScript prints it: "Mon May 13 2024 08:30:00 GMT+0000 (Coordinated Universal Time)"."""
_FRACTION = re.compile(r"\.\d+")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_LOOSE_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*"
    r"(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?"
)
_SHORT = 90
"""Characters of a line that says when; a date in a longer one is of something else."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?"
    r"|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"{_WRITTEN.pattern}\s*(?:[-–—]|to|until)\s*{_WRITTEN.pattern}", re.IGNORECASE
)
"""From one day to another: when something happened."""
_CHANGED = re.compile(r"\b(?:updated|modified|edited|revised|corrected|last)\b", re.IGNORECASE)
_CLOCK_WORDS = re.compile(
    r"\b(?:first |last )?(?:published|posted|updated|modified|on|at|issued|date"
    r"|a\.?m\.?|p\.?m\.?|gmt|utc|bst|cet|cest"
    r"|e[sd]?t|eest|msk|ist|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b\.?",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\b(?:published|posted|created|issued|released|filed|dated)\W+(?:on\W+)?(?:\w+day\W+)?$",
    re.IGNORECASE,
)
_IN_PATH = re.compile(
    r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)"
    r"|/((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    re.IGNORECASE,
)


def moment(value: object) -> str | None:
    """A date as pages write it for machines, in ISO 8601; null if it is none."""
    if isinstance(value, int) or (isinstance(value, str) and _EPOCH.fullmatch(value)):
        return _since_epoch(int(value))
    if not isinstance(value, str):
        return None
    written = " ".join(value.split())
    if match := _LOOSE_ISO.fullmatch(written):
        written = _put_right(match)
    elif match := _SCRIPTED.fullmatch(written):
        written = f"Xxx, {match[2]} {match[1]} {match[3]} {match[4]} {match[5] or '+0000'}"
    date = iso_date(written)
    return date and _FRACTION.sub("", date)


def best(found: Iterable[str | None]) -> str | None:
    """The first date, with time and zone of the first that gives more of the same moment."""
    dates = [date for date in found if date is not None]
    if not dates:
        return None
    return next((date for date in dates if _refines(date, dates[0])), dates[0])


def written_dates(lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Yield the dates that short lines give for people to read.

    Yields:
        Whether it is when the article was changed, and the date.
    """
    for line in lines:
        begin = 0
        if _PERIOD.search(line):
            continue
        for match in _WRITTEN.finditer(line):
            before = line[begin : match.start()]
            date = iso_date(match[0])
            if date is not None and (len(line) <= _SHORT or _POSTED.search(before)):
                yield bool(_CHANGED.search(before)), date
            begin = match.end()


def date_in_address(address: str | None) -> str | None:
    """The day in a path such as "/2024/05/13/" or "/20240513-"; null if there is none."""
    match = _IN_PATH.search(address or "")
    if match is None:
        return None
    year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
    if month.isdigit():
        return iso_date(f"{year}-{int(month):02}-{int(day):02}")
    return iso_date(f"{int(day)} {month} {year}")


def _since_epoch(count: int) -> str | None:
    seconds = count / 1000 if count >= 10**12 else count
    if not 10**9 <= seconds < 2 * 10**9:
        return None
    return datetime.fromtimestamp(int(seconds), tz=UTC).isoformat()


def _put_right(match: re.Match[str]) -> str:
    """ISO 8601 as Python reads it: "2024-05-13 8:30 UTC" is "2024-05-13T08:30+00:00"."""
    day, clock, zone = match.groups()
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone:
        digits = zone[1:].replace(":", "")
        digits = f"{digits:0>4}" if len(digits) > 2 else f"{digits}00"
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return f"{day}T{clock:0>{5 if clock.count(':') == 1 else 8}}{zone or ''}"


def _refines(date: str, first: str) -> bool:
    """Whether a date says more of the same moment than another, or as much.

    The day may be another where a zone has been left out.
    """
    if _precision(date) <= _precision(first):
        return False
    apart = datetime.fromisoformat(date[:19]) - datetime.fromisoformat(first[:19])
    return abs(apart) < timedelta(days=1, hours=14)


def _precision(date: str) -> int:
    if len(date) == 10:
        return 0
    return 2 if datetime.fromisoformat(date).tzinfo is not None else 1


def has_date(line: str) -> bool:
    """Whether there is a whole date in a line."""
    return bool(_WRITTEN.search(line))


def is_date_line(line: str) -> bool:
    """Whether a line says when, and nothing else: "Published 13 May 2024, 08:30 GMT"."""
    if not _WRITTEN.search(line):
        return False
    rest = _CLOCK_WORDS.sub("", _WRITTEN.sub("", line))
    return not any(map(str.isalpha, rest))
