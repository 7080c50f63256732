"""Who decided how much on which day, and how fast."""

from datetime import UTC, timedelta, timezone

from annotations.store.overview import Work
from reader.progress.days import WorkingDay, latest, pace, working_days


def work(at: str, *, by: str = "ana", changes: int = 1, articles: int = 1) -> Work:
    return Work(by, f"2026-03-{at}+00:00", changes, articles)


def test_decisions_that_follow_each_other_tell_the_pace() -> None:
    (day,) = working_days(
        [work("01T10:00:00"), work("01T10:00:10"), work("01T10:00:20", changes=2)], zone=UTC
    )
    assert (day.decided, day.timed, day.seconds) == (4, 3, 20)
    assert day.an_hour == 3600 * 3 / 20


def test_pauses_are_no_work() -> None:
    moments = ("10:00:00", "10:00:10", "10:00:20", "12:00:00", "12:00:10")
    (day,) = working_days([work(f"01T{each}") for each in moments], zone=UTC)
    assert (day.decided, day.timed, day.seconds) == (5, 3, 30)


def test_too_few_tell_nothing() -> None:
    (day,) = working_days([work("01T10:00:00"), work("01T10:00:10")], zone=UTC)
    assert day.an_hour is None


def test_edits_of_many_articles_are_apart() -> None:
    (day,) = working_days([work("01T10:00:00", changes=900, articles=30)], zone=UTC)
    assert (day.decided, day.together) == (0, 900)


def test_each_person_and_day_by_itself_the_latest_first() -> None:
    days = working_days(
        [
            work("01T10:00:00"),
            work("02T10:00:00", by="ben"),
            work("02T10:00:05"),
            work("02T10:00:07", by="ben"),
        ],
        zone=UTC,
    )
    assert [(each.day, each.annotator, each.decided, each.timed) for each in days] == [
        ("2026-03-02", "ben", 2, 1),
        ("2026-03-02", "ana", 1, 0),
        ("2026-03-01", "ana", 1, 0),
    ]


def test_days_are_those_of_where_the_person_is() -> None:
    east = timezone(timedelta(hours=9))
    (day,) = working_days([work("01T20:00:00")], zone=east)
    assert day.day == "2026-03-02"


def test_the_latest_days_of_everybody() -> None:
    days = [
        WorkingDay(day=day, annotator=who)
        for day, who in (("03", "ana"), ("03", "ben"), ("02", "ana"), ("01", "ben"))
    ]
    assert latest(days, 2) == days[:3]


def test_the_pace_of_several_days_is_that_of_all_decisions() -> None:
    slow = WorkingDay(day="01", annotator="ana", timed=10, seconds=1000)
    fast = WorkingDay(day="02", annotator="ana", timed=90, seconds=800)
    assert pace([slow, fast]) == 3600 * 100 / 1800
    assert pace([]) is None
