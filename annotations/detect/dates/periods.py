"""Stretches of days, and what comes again every week, month or year; ISO 8601 for both.

Free of spaCy.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

_DAY = timedelta(days=1)
_SEARCHED = 12
"""Weeks, months or years in which to look for a day that not all of them have: 29 February."""


class Unit(StrEnum):
    """A unit of the calendar. Weeks begin on Monday, as in ISO 8601."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last one, both included.

    A period without a beginning begins with `date.min`, one without an end ends with `date.max`.
    """

    first: date
    last: date

    @classmethod
    def unit(cls, unit: Unit, day: date) -> Self:
        """The unit of the calendar that a day is in."""
        match unit:
            case Unit.DAY:
                return cls(day, day)
            case Unit.WEEK:
                monday = day - day.weekday() * _DAY
                return cls(monday, monday + 6 * _DAY)
            case Unit.MONTH:
                return cls.months(day.year, day.month, day.month)
            case Unit.YEAR:
                return cls.months(day.year, 1, 12)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Self:
        """Whole months of a year, numbered from 1, both included."""
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @property
    def iso(self) -> str:
        """As a day, month or year if it is just one of them, else as its first and last day.

        An end that is open is written as in ISO 8601-2: "2016-10-25/..".
        """
        for unit, length in ((Unit.DAY, 10), (Unit.MONTH, 7), (Unit.YEAR, 4)):
            if self == Period.unit(unit, self.first):
                return self.first.isoformat()[:length]
        first = ".." if self.first == date.min else self.first.isoformat()
        last = ".." if self.last == date.max else self.last.isoformat()
        return f"{first}/{last}"


def moved(day: date, unit: Unit, count: int) -> date:
    """The same day some units later, or earlier if the count is negative.

    A month that is too short for it gives its last day.

    Raises:
        ValueError, OverflowError: If it lies outside the calendar.
    """
    if unit in (Unit.DAY, Unit.WEEK):
        return day + count * (7 if unit is Unit.WEEK else 1) * _DAY
    months = count * (12 if unit is Unit.YEAR else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes once in every week, month or year: Tuesday, the 25th, October."""

    unit: Unit
    part: Callable[[date], Period | None]
    """From the first day of a unit to the part of it; null if this one has none."""

    def within(self, period: Period) -> Period | None:
        """The one of a whole week, month or year, or that of a day if it is just that day."""
        whole = Period.unit(self.unit, period.first)
        found = self.part(whole.first)
        return found if period in (whole, found) else None

    def begun_by(self, day: date) -> Period | None:
        """The latest one that had begun by a day."""
        return next((each for each in self._from(day, step=-1) if each.first <= day), None)

    def over_before(self, day: date) -> Period | None:
        """The latest one that was over before a day."""
        return next((each for each in self._from(day, step=-1) if each.last < day), None)

    def after(self, day: date) -> Period | None:
        """The earliest one that begins after a day."""
        return next((each for each in self._from(day, step=1) if each.first > day), None)

    def _from(self, day: date, *, step: int) -> Iterator[Period]:
        """From that of the unit that a day is in, on into the future or the past."""
        for number in range(_SEARCHED):
            whole = Period.unit(self.unit, moved(day, self.unit, step * number))
            found = self.part(whole.first)
            if found is not None:
                yield found


def weekday(number: int) -> Recurring:
    """A day of the week, Monday being 0."""
    return Recurring(Unit.WEEK, lambda monday: _days(monday, number, number))


def weekend() -> Recurring:
    """Saturday and Sunday."""
    return Recurring(Unit.WEEK, lambda monday: _days(monday, 5, 6))


def months_of_year(first: int, last: int) -> Recurring:
    """Whole months of every year, numbered from 1, both included."""
    return Recurring(Unit.YEAR, lambda day: Period.months(day.year, first, last))


def day_of_year(month: int, day: int) -> Recurring:
    """A date without its year."""
    return Recurring(Unit.YEAR, lambda first: _date(first.year, month, day))


def day_of_month(day: int) -> Recurring:
    """A date without its month."""
    return Recurring(Unit.MONTH, lambda first: _date(first.year, first.month, day))


def _days(start: date, first: int, last: int) -> Period:
    return Period(start + first * _DAY, start + last * _DAY)


def _date(year: int, month: int, day: int) -> Period | None:
    """A day as a period; null if there is no such day."""
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Period.unit(Unit.DAY, date(year, month, day))
