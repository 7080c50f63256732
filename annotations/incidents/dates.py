"""When an incident was, and how exactly that is known."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum


class DatePrecision(IntEnum):
    """How exactly a date is stated, in UCDP's terms (`date_prec`)."""

    DAY = 1
    FEW_DAYS = 2
    """Two to six days."""
    WEEK = 3
    MONTH = 4
    YEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The first and the last day, as ISO 8601 dates; the last is null where it is left open."""

    start: str
    end: str | None
    precision: DatePrecision | None
    """Null where it is left open."""


def period_of(stated: str) -> Period | None:
    """The days of a date, month, year or interval in ISO 8601; null if it is none of them."""
    first, slash, last = stated.partition("/")
    start = _first_day(first)
    if start is None:
        return None
    if slash and not last.strip("."):
        return Period(start=start.isoformat(), end=None, precision=None)
    end = _last_day(last or first)
    if end is None or end < start:
        return None
    return Period(
        start=start.isoformat(), end=end.isoformat(), precision=_precision((end - start).days + 1)
    )


def _precision(days: int) -> DatePrecision:
    limits = ((1, DatePrecision.DAY), (6, DatePrecision.FEW_DAYS), (7, DatePrecision.WEEK))
    found = next((precision for limit, precision in limits if days <= limit), None)
    return found or (DatePrecision.MONTH if days <= 31 else DatePrecision.YEAR)


def _first_day(stated: str) -> date | None:
    year, month, day = (*stated[:10].split("-"), "1", "1")[:3]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _last_day(stated: str) -> date | None:
    first, parts = _first_day(stated), stated.count("-")
    if first is None or parts >= 2:
        return first
    month = first.month if parts else 12
    return date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
