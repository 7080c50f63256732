"""Days, months, years and decades, whichever there is room for. Pure.

A period goes by the beginning of its dates: "2016-10-28", "2016-10", "2016", "201".
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum


class Unit(Enum):
    """How long a period is; the value is how many characters of a date tell it."""

    DAY = 10
    MONTH = 7
    YEAR = 4
    DECADE = 3

    @property
    def word(self) -> str:
        """What it is called."""
        return self.name.lower()


def period_of(day: str, unit: Unit) -> str | None:
    """The period that an ISO 8601 date lies in; null if it is not known that exactly."""
    return day[: unit.value] if _date(day) and len(day) >= unit.value else None


def spanned(days: Iterable[str], *, room: int) -> tuple[Unit, list[str]]:
    """All periods from the first day to the last, of the shortest unit of which so many fit.

    Args:
        days: ISO 8601 dates; of one that is only a month or a year no shorter unit is told. What
            is no date is left out.
        room: How many periods there may be.

    Returns:
        The unit and its periods, in order; no periods if there is no date.
    """
    known = [day for day in days if _date(day)]
    if not known:
        return Unit.DAY, []
    coarsest = min(map(len, known))
    for unit in Unit:
        first, last = _number(min(known), unit), _number(max(known), unit)
        if unit.value <= coarsest and last - first < room:
            break
    return unit, [_key(number, unit) for number in range(first, last + 1)]


def shown(period: str) -> str:
    """A period as people call it: "2016-10", "2010s"."""
    return f"{period}0s" if len(period) == Unit.DECADE.value else period


def _date(day: str) -> date | None:
    """The first day that a date, a month or a year can mean."""
    if len(day) not in (Unit.YEAR.value, Unit.MONTH.value) and len(day) < Unit.DAY.value:
        return None
    whole = day[:10] + "0001-01-01"[len(day) :]
    try:
        return date.fromisoformat(whole)
    except ValueError:
        return None


def _number(day: str, unit: Unit) -> int:
    """A number for the period of a date; that of the next period is one more."""
    known = _date(day) or date.min
    match unit:
        case Unit.DAY:
            return known.toordinal()
        case Unit.MONTH:
            return known.year * 12 + known.month - 1
        case Unit.YEAR:
            return known.year
    return known.year // 10


def _key(number: int, unit: Unit) -> str:
    match unit:
        case Unit.DAY:
            return date.fromordinal(number).isoformat()
        case Unit.MONTH:
            return f"{number // 12:04}-{number % 12 + 1:02}"
        case Unit.YEAR:
            return f"{number:04}"
    return f"{number:03}"
