"""Who decided how much on which day, and how fast. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from annotations.store.overview import Work

PAUSE = 120.0
"""Seconds from which on somebody was away, rather than at work on one decision."""
_LEAST_TIMED = 3
"""Decisions from which on there is a pace to speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDay:
    """What one person decided on one day."""

    day: str
    """Where the person is, ISO 8601."""
    annotator: str
    decided: int = 0
    """How many annotations, one article at a time."""
    together: int = 0
    """How many in edits of several articles at once, which say nothing of the pace."""
    timed: int = 0
    """How many of those decided followed upon another one without a pause."""
    seconds: float = 0
    """How long these took."""

    @property
    def an_hour(self) -> float | None:
        """Decisions in an hour; null if too few were made one after the other."""
        return pace([self])


def pace(days: Iterable[WorkingDay]) -> float | None:
    """Decisions in an hour over some days; null if too few were made one after the other."""
    there = list(days)
    timed, seconds = sum(each.timed for each in there), sum(each.seconds for each in there)
    return 3600 * timed / seconds if timed >= _LEAST_TIMED and seconds else None


def working_days(work: Iterable[Work], *, zone: tzinfo | None = None) -> list[WorkingDay]:
    """What each person decided on each day, the latest day first.

    Args:
        work: Edits in the order of time.
        zone: The time of where the person is; null for that of this machine.
    """
    days: dict[tuple[str, str], WorkingDay] = {}
    last: dict[str, datetime] = {}
    for each in work:
        at = datetime.fromisoformat(each.at).astimezone(zone)
        key = at.date().isoformat(), each.annotator
        day = days.get(key) or WorkingDay(day=key[0], annotator=each.annotator)
        before = last.get(each.annotator)
        took = PAUSE if before is None else (at - before).total_seconds()
        days[key] = _with(day, each, took)
        last[each.annotator] = at
    return sorted(days.values(), key=lambda day: (day.day, day.decided), reverse=True)


def latest(days: Sequence[WorkingDay], number: int) -> list[WorkingDay]:
    """Those of the latest days, as many as are asked for, of everybody."""
    wanted = set(list(dict.fromkeys(day.day for day in days))[:number])
    return [day for day in days if day.day in wanted]


def _with(day: WorkingDay, work: Work, took: float) -> WorkingDay:
    if work.articles > 1:
        return replace(day, together=day.together + work.changes)
    decided = day.decided + work.changes
    if took >= PAUSE:
        return replace(day, decided=decided)
    return replace(day, decided=decided, timed=day.timed + work.changes, seconds=day.seconds + took)
