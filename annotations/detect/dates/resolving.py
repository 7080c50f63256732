"""What the words of a date mean in an article of a known day: "on Tuesday", "since May", "2014-15".

Free of spaCy. The habits are those of newspapers, where a date without a year or a week looks
back:

- A weekday, month or date is the latest one that had begun by the day of the article. "Last
  Tuesday" and "last October" are the latest that were over by then: stylebooks call the "last"
  of "last Tuesday" redundant, and only where Tuesday is today does it change what is meant.
  "Next" is the first to come, "this" that of the same week or year.
- "Last week" is the calendar's, Monday to Sunday, and so is "two weeks ago"; "the last week" and
  "the past 24 hours" are as many days back from the day of the article, that day included.
- "Overnight" is two days, the night between them; "last night" and "Tuesday night" are the day on
  which the night began.
- "Early", "late", "mid-" and "the end of" leave the whole month or year.

What has no certain meaning has none here: seasons, movable feasts, "recent days", "two days
later", dates that do not exist, weekdays that are not those of their date.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from annotations.detect.dates.periods import Period
from annotations.detect.dates.single_dates import Reader, Words
from annotations.detect.dates.words import Amount, Month, Number, Role, atoms

_DAY = timedelta(days=1)
_OPENERS = frozenset({Role.SINCE, Role.AFTER, Role.BEFORE, Role.BY, Role.TO})


def resolve(words: str, *, published: date | None) -> str | None:
    """The ISO 8601 meaning of the words of a date; null for what has no certain one.

    A day is "2016-10-25", a month "2016-10", a year "2016", any other stretch its first and last
    day, "2016-10-17/2016-10-23". One that is open is written as in ISO 8601-2: "2016-10-25/.."
    since that day, "../2016-10-25" until it.

    Args:
        words: As the article has them, with or without their preposition.
        published: The day of the article; without it only dates with a year have a meaning.
    """
    period = read(words, published=published)
    return None if period is None else period.iso


def read(words: str, *, published: date | None) -> Period | None:
    """The days that `resolve` writes in ISO 8601."""
    try:
        return _phrase(atoms(words), Reader(published, published))
    except (ValueError, OverflowError):  # "three thousand years ago"
        return None


def published_day(published: str | None) -> date | None:
    """The day of an article by its `published`, where it was written; null if it is malformed."""
    try:
        return None if published is None else datetime.fromisoformat(published).date()
    except ValueError:
        return None


def _phrase(words: Words, reader: Reader) -> Period | None:
    """Read a date with what opens it, or an interval."""
    match words:
        case [Role.BETWEEN, *rest]:
            return _interval(rest, Role.AND if Role.AND in rest else Role.TO, reader)
        case [Role.SINCE, *rest] if Role.TO in rest:
            return _interval(rest, Role.TO, reader)
        case [Role.SINCE, Role.END, *rest]:
            return _open(Role.AFTER, rest, reader)
        case [Role.BEFORE, Role.END, *rest]:
            return _open(Role.BY, rest, reader)
        case [Role() as opener, *rest] if opener in _OPENERS:
            return _open(opener, rest, reader)
        case _ if Role.TO in words:
            return _interval(words, Role.TO, reader)
        case _ if Role.AND in words:
            return _interval(words, Role.AND, reader, adjacent=True)
        case _:
            return reader.read(words)


def _open(opener: Role, words: Words, reader: Reader) -> Period | None:
    """Read a date that only begins a time, or only ends one."""
    period = reader.read(words)
    if period is None:
        return None
    match opener:
        case Role.SINCE:
            return Period(period.first, date.max)
        case Role.AFTER:
            return Period(period.last + _DAY, date.max)
        case Role.BEFORE:
            return Period(date.min, period.first - _DAY)
        case _:
            return Period(date.min, period.last)


def _interval(
    words: Words, joint: Role, reader: Reader, *, adjacent: bool = False
) -> Period | None:
    """Read two dates and what joins them, the first as the latest before the second.

    With `adjacent`, only if nothing lies between them: "Monday and Thursday" are two days.
    """
    if joint not in words:
        return None
    at = words.index(joint)
    left, right = _completed(words[:at], words[at + 1 :])
    end = reader.read(right)
    begin = replace(reader, latest=end.last).read(left) if end else None
    if end is None or begin is None or begin.first > end.last:
        return None
    if adjacent and begin.last + _DAY < end.first:
        return None
    return Period(begin.first, end.last)


def _completed(left: Words, right: Words) -> tuple[Words, Words]:
    """Give both ends of an interval the month and year that only one of them has."""
    match left, right:
        case [Month() as month, Number() as day], [Number() as other, *year]:
            return [month, day, *year], [month, other, *year]
        case [Amount() as day], [Number(), Month() as month, *year]:
            return [day, month, *year], right
        case _:
            return left, right
