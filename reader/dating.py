"""When an article was published and when something was done, as people write it. Pure."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from annotations.errors import UsageError

_DAYS = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


class NoSuchDay(UsageError):
    """What was typed is no day."""

    def __init__(self, typed: str) -> None:
        """Args:
        typed: What it is.
        """
        super().__init__(
            f"{typed!r} is no day.",
            hint="Say today, yesterday, a day such as 2026-03-01, or a month such as 2026-03.",
        )


def day(published: str | None) -> str:
    """The day alone; empty if none is known."""
    return (published or "")[:10]


def moment(published: str | None) -> str:
    """The day, and the time if one is given: `2021-05-12 15:00`; empty if none is known.

    A zone other than UTC is named: `2021-05-12 15:00 +02:00`. Midnight counts as no time, because
    that is what feeds write where they know only the day.

    Args:
        published: An ISO 8601 date, with or without time and zone; anything else stays as it is.
    """
    try:
        when = datetime.fromisoformat(published or "")
    except ValueError:
        return published or ""
    if when.time() == time.min:
        return f"{when:%Y-%m-%d}"
    zone = when.isoformat()[-len("+00:00") :] if when.utcoffset() else ""
    return f"{when:%Y-%m-%d %H:%M} {zone}".rstrip()


def told(at: str, *, today: date, zone: tzinfo | None = None) -> str:
    """When something was done, as people tell it: `today 14:02`, `2026-03-01 17:45`.

    Args:
        at: A moment in UTC, ISO 8601.
        today: The day that it is.
        zone: The time of where a person is; null for that of this machine.
    """
    when = datetime.fromisoformat(at).astimezone(zone)
    names = {today: "today", today - timedelta(days=1): "yesterday"}
    return f"{names.get(when.date()) or when.date().isoformat()} {when:%H:%M}"


def local_day(at: str, *, zone: tzinfo | None = None) -> str:
    """The day of a moment in UTC where a person is, both as ISO 8601 has them."""
    return datetime.fromisoformat(at).astimezone(zone).date().isoformat()


def days_meant(words: str, *, today: date, zone: tzinfo | None = None) -> tuple[str, str]:
    """The first moment of the days that somebody means, and the first behind them.

    Args:
        words: today, yesterday, a day such as `2026-03-01`, a month or a year such as `2026-03`.
        today: The day that it is.
        zone: As for `told`.

    Returns:
        Two moments in UTC, ISO 8601.

    Raises:
        NoSuchDay: If it is none of these.
    """
    first, behind = _days(words.strip().lower(), today, words)
    return _begin(first, zone), _begin(behind, zone)


def _days(words: str, today: date, typed: str) -> tuple[date, date]:
    one = timedelta(days=1)
    named = {"today": today, "yesterday": today - one}
    try:
        if (day := named.get(words)) is not None:
            return day, day + one
        if (found := _DAYS.fullmatch(words)) is not None:
            year, month, of_month = (int(each or 0) for each in found.groups())
            first = date(year, month or 1, of_month or 1)
            if of_month:
                return first, first + one
            return first, date(year + (month in (0, 12)), (month or 12) % 12 + 1, 1)
    except (ValueError, OverflowError):
        pass
    raise NoSuchDay(typed)


def _begin(day: date, zone: tzinfo | None) -> str:
    try:
        begin = datetime.combine(day, time.min, tzinfo=zone)
        return begin.astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:
        raise NoSuchDay(day.isoformat()) from None
