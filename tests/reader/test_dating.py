from datetime import date
from zoneinfo import ZoneInfo

import pytest

from reader.dating import NoSuchDay, day, days_meant, local_day, moment, told


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2021-05-12T15:00:00+00:00", "2021-05-12 15:00"),
        ("2021-05-12T15:00:00Z", "2021-05-12 15:00"),
        ("2021-05-12T15:04:59.123456", "2021-05-12 15:04"),
        ("2021-05-12T15:00:00+02:00", "2021-05-12 15:00 +02:00"),
        ("2021-05-12T15:00:00-03:30", "2021-05-12 15:00 -03:30"),
        ("2021-05-12", "2021-05-12"),
        ("2021-05-12T00:00:00+00:00", "2021-05-12"),
        ("in May", "in May"),
        ("", ""),
        (None, ""),
    ],
)
def test_moment(published: str | None, expected: str) -> None:
    assert moment(published) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2021-05-12T15:00:00+00:00", "2021-05-12"), ("2021-05-12", "2021-05-12"), (None, "")],
)
def test_day(published: str | None, expected: str) -> None:
    assert day(published) == expected


OSLO = ZoneInfo("Europe/Oslo")
TODAY = date(2026, 3, 29)
"""The day on which summer time begins there."""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-28T23:30:00+00:00", "today 00:30"),
        ("2026-03-29T01:30:00+00:00", "today 03:30"),
        ("2026-03-28T08:05:00+00:00", "yesterday 09:05"),
        ("2026-03-27T22:59:00+00:00", "2026-03-27 23:59"),
        ("2025-07-01T10:00:00+00:00", "2025-07-01 12:00"),
    ],
)
def test_told(at: str, expected: str) -> None:
    assert told(at, today=TODAY, zone=OSLO) == expected


def test_local_day() -> None:
    assert local_day("2026-03-28T23:30:00+00:00", zone=OSLO) == "2026-03-29"


@pytest.mark.parametrize(
    ("words", "first", "behind"),
    [
        ("today", "2026-03-28T23:00:00+00:00", "2026-03-29T22:00:00+00:00"),
        (" Yesterday ", "2026-03-27T23:00:00+00:00", "2026-03-28T23:00:00+00:00"),
        ("2026-3-1", "2026-02-28T23:00:00+00:00", "2026-03-01T23:00:00+00:00"),
        ("2026-12", "2026-11-30T23:00:00+00:00", "2026-12-31T23:00:00+00:00"),
        ("2026-02", "2026-01-31T23:00:00+00:00", "2026-02-28T23:00:00+00:00"),
        ("2025", "2024-12-31T23:00:00+00:00", "2025-12-31T23:00:00+00:00"),
    ],
)
def test_days_meant(words: str, first: str, behind: str) -> None:
    assert days_meant(words, today=TODAY, zone=OSLO) == (first, behind)


@pytest.mark.parametrize(
    "words", ["", "todday", "2026-13", "2026-02-30", "03-01", "0000", "9999", "0001-01-01", "٢٠٢٦"]
)
def test_what_is_no_day(words: str) -> None:
    with pytest.raises(NoSuchDay):
        days_meant(words, today=TODAY, zone=OSLO)
