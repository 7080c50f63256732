"""Dates of pages: with the time if a page gives it anywhere, and never guessed."""

import pytest

from annotations.sources.web.page_dates import (
    best,
    date_in_address,
    is_date_line,
    moment,
    written_dates,
)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-05-13T08:30:00.000Z", "2024-05-13T08:30:00+00:00"),
        ("2024-05-13T08:30:00.5+02:00", "2024-05-13T08:30:00+02:00"),
        ("2024-05-13 8:30 UTC", "2024-05-13T08:30:00+00:00"),
        ("2024-05-13T08:30:00-0400", "2024-05-13T08:30:00-04:00"),
        ("2024-05-13T08:30:00+03", "2024-05-13T08:30:00+03:00"),
        ("2024-05-13T08:30", "2024-05-13T08:30:00"),
        ("2024-05-13", "2024-05-13"),
        ("Mon, 13 May 2024 08:30:00 GMT", "2024-05-13T08:30:00+00:00"),
        ("Mon May 13 2024 08:30:00 GMT+0200 (CEST)", "2024-05-13T08:30:00+02:00"),
        ("1715589000", "2024-05-13T08:30:00+00:00"),
        (1715589000000, "2024-05-13T08:30:00+00:00"),
        ("May 13, 2024", "2024-05-13"),
        ("2024-13-45T99:99", None),
        ("05/06/2024", None),
        ("3 years ago", None),
        (True, None),
        (None, None),
    ],
)
def test_dates_for_machines(written: object, date: str | None) -> None:
    assert moment(written) == date


def test_the_first_place_decides_on_the_day_and_another_adds_the_time() -> None:
    assert best([None, "2024-05-13", "2024-05-14T01:00:00+03:00"]) == "2024-05-14T01:00:00+03:00"
    assert best(["2024-05-13", "2024-05-20T08:30:00+00:00"]) == "2024-05-13"
    assert best(["2024-05-13T08:30:00+00:00", "2024-05-13"]) == "2024-05-13T08:30:00+00:00"
    assert best([None]) is None


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Published 13 May 2024, 08:30 GMT", [(False, "2024-05-13")]),
        ("Monday, May 13th, 2024", [(False, "2024-05-13")]),
        (
            "Published: 2024-05-13 | Last updated: May 14, 2024",
            [(False, "2024-05-13"), (True, "2024-05-14")],
        ),
        ("On 13 May 2024 the bridge fell" + " and nobody came" * 9, []),
        (
            f"This entry was posted on Monday, May 13th, 2024{' and so on' * 9}",
            [(False, "2024-05-13")],
        ),
        ("10/11/2016", []),
        ("Siege: 12 December 2023 – 3 March 2024", []),
    ],
)
def test_dates_for_people(line: str, dates: list[tuple[bool, str]]) -> None:
    assert list(written_dates([line])) == dates


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://a.example/2024/05/13/x", "2024-05-13"),
        ("https://a.example/world/2024/may/13/x", "2024-05-13"),
        ("https://a.example/news/20240513-x.html", "2024-05-13"),
        ("https://a.example/news/x-2024-05-13/", None),
        ("https://a.example/2024/05/", None),
        ("https://a.example/2024/02/31/x", None),
        (None, None),
    ],
)
def test_dates_in_addresses(address: str | None, date: str | None) -> None:
    assert date_in_address(address) == date


def test_lines_that_say_when() -> None:
    assert is_date_line("Updated 13 May 2024, 08:30 a.m. GMT")
    assert not is_date_line("Killed on 13 May 2024")
    assert not is_date_line("May be")
