"""What one date means to an article: "Tuesday", "25 October", "last week", "three years ago".

Free of spaCy. `dates` tells by which habits, and reads what opens a date or joins two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from annotations.detect.dates.periods import (
    Period,
    Recurring,
    Unit,
    day_of_month,
    day_of_year,
    months_of_year,
    moved,
    weekday,
    weekend,
)
from annotations.detect.dates.words import (
    Amount,
    Atom,
    Days,
    Decade,
    Holiday,
    Length,
    Month,
    Number,
    Ordinal,
    Plural,
    Rank,
    Role,
    Weekday,
    Year,
    YearPart,
)

Words = Sequence[Atom]
"""The words of a date."""

_DAY = timedelta(days=1)
_UNITS = {
    Length.HOUR: (Unit.DAY, Fraction(1, 24)),
    Length.DAY: (Unit.DAY, Fraction(1)),
    Length.WEEK: (Unit.WEEK, Fraction(1)),
    Length.FORTNIGHT: (Unit.WEEK, Fraction(2)),
    Length.MONTH: (Unit.MONTH, Fraction(1)),
    Length.YEAR: (Unit.YEAR, Fraction(1)),
    Length.DECADE: (Unit.YEAR, Fraction(10)),
}
"""Every length of time in units of the calendar."""
_CALENDAR = {Length.WEEK: Unit.WEEK, Length.MONTH: Unit.MONTH, Length.YEAR: Unit.YEAR}
"""What "this", "last" and "next" name; "this day" and "the next day" are any day."""
_OFFSETS = {Role.LAST: -1, Role.THIS: 0, Role.NEXT: 1}
_CHOOSERS = frozenset({*_OFFSETS, Role.PAST})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads single dates."""

    published: date | None
    """The day of the article."""
    latest: date | None
    """The day by which what recurs has to have begun."""

    def read(self, words: Words) -> Period | None:
        """Read the words of one date; null if they are none, or not clear.

        Raises:
            ValueError, OverflowError: If it lies outside the calendar.
        """
        match words:
            case [Role.THE, Role.NEXT, Length()]:
                return None  # after whatever the article tells of, not after its own day
            case [Role.THE, Role.LAST, Length(length)] | [Role.PAST, Length(length)]:
                return self._rolling(length, -1)
            case [Role.THE, *rest]:
                return self.read(rest)
            case [Role.LAST | Role.PAST, Amount(number), Length(length) | Plural(length)]:
                return self._rolling(length, -number)
            case [Role.NEXT, Amount(number), Length(length) | Plural(length)]:
                return self._rolling(length, number)
            case [Role.A, Length(length), Role.AGO]:
                return self._ago(length, 1)
            case [Amount(number), Length(length) | Plural(length), Role.AGO]:
                return self._ago(length, number)
            case [Role() as which, Length(length)] if which in _OFFSETS:
                return self._calendar(length, _OFFSETS[which])
            case [Length(length), Role.END]:
                return self._calendar(length, 0)
            case [Role.START | Role.END, *rest]:
                return self._whole(rest)
            case _:
                return self._named(words)

    def _whole(self, words: Words) -> Period | None:
        """Read what a part is of: there "the year" is the article's own."""
        match words:
            case [Role.THE, Length(length)]:
                return self._calendar(length, 0)
            case _:
                return self.read(words)

    def _named(self, words: Words) -> Period | None:
        """Read a date that has a name or a number of its own."""
        match words:
            case [Year(year)]:
                return Period.unit(Unit.YEAR, date(year, 1, 1))
            case [Decade(year)]:
                return Period(date(year, 1, 1), date(year + 9, 12, 31))
            case [Days(first, last)] if self.published:
                return Period(self.published + first * _DAY, self.published + last * _DAY)
            case [Role() as which, *rest] if which in _CHOOSERS:
                return self._chosen(which, _recurring(rest))
            case _:
                return self._recurrence(words)

    def _rolling(self, length: Length, count: int) -> Period | None:
        """So many lengths of time before or after the day of the article, that day included."""
        if self.published is None:
            return None
        unit, multiple = _UNITS[length]
        far = ceil(abs(count) * multiple)
        other = moved(self.published, unit, far if count > 0 else -far)
        return Period(min(other, self.published), max(other, self.published))

    def _ago(self, length: Length, count: int) -> Period | None:
        """The day, week, month or year that lies so far back."""
        unit, multiple = _UNITS[length]
        distance = count * multiple
        if self.published is None or distance.denominator != 1:
            return None
        return Period.unit(unit, moved(self.published, unit, -int(distance)))

    def _calendar(self, length: Length, offset: int) -> Period | None:
        """The week, month or year of the article, or one before or after it."""
        unit = _CALENDAR.get(length)
        if self.published is None or unit is None:
            return None
        return Period.unit(unit, moved(self.published, unit, offset))

    def _chosen(self, which: Role, recurring: Recurring | None) -> Period | None:
        """The one that "this", "last" or "next" chooses of what recurs."""
        if self.published is None or recurring is None:
            return None
        match which:
            case Role.THIS:
                return recurring.within(Period.unit(recurring.unit, self.published))
            case Role.NEXT:
                return recurring.after(self.published)
            case _:
                return recurring.over_before(self.published)

    def _recurrence(self, words: Words) -> Period | None:
        """Read what recurs, alone or with the week, month, year or date that it is in."""
        for length in range(min(3, len(words)), 0, -1):
            recurring = _recurring(words[:length])
            if recurring is None:
                continue
            if length == len(words):
                return recurring.begun_by(self.latest) if self.latest else None
            whole = self._whole(words[length:])
            return recurring.within(whole) if whole else None
        return None


def _recurring(words: Words) -> Recurring | None:
    """Read what comes once a week, month or year."""
    match words:
        case [Weekday(number)]:
            return weekday(number)
        case [Role.WEEKEND]:
            return weekend()
        case [Ordinal(day)]:
            return day_of_month(day)
        case [Month(month)]:
            return months_of_year(month, month)
        case [Month(month), Number(day)] | [Number(day), Month(month)]:
            return day_of_year(month, day)
        case [Holiday(month, day)]:
            return day_of_year(month, day)
        case [Rank(rank), YearPart(parts)] if rank <= parts:
            months = 12 // parts
            return months_of_year((rank - 1) * months + 1, rank * months)
        case [Rank(1), Amount(count), Plural(Length.MONTH)] if count <= 12:
            return months_of_year(1, count)
        case _:
            return None
