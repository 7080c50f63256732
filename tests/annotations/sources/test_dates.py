"""Dates are made ISO dates where only one reading is possible."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.sources.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2016-10-20", "2016-10-20"),
        (" 2016-10-20 ", "2016-10-20"),
        ("2016-10-20T08:00Z", "2016-10-20T08:00:00+00:00"),
        ("2016-10-20 08:00:30+02:00", "2016-10-20T08:00:30+02:00"),
        ("Thu, 20 Oct 2016 08:00:00 +0200", "2016-10-20T08:00:00+02:00"),
        ("20 October 2016", "2016-10-20"),
        ("20th  Oct. 2016", "2016-10-20"),
        ("Sept. 3, 2016", "2016-09-03"),
        ("Thursday, October 20, 2016 at 08:00 GMT", "2016-10-20"),
        ("1 may 2016", "2016-05-01"),
        ("2016/10/20", "2016-10-20"),
        ("2016-3-9", "2016-03-09"),
        ("20/10/2016", "2016-10-20"),
        ("10/20/2016", "2016-10-20"),
        ("20.10.2016", "2016-10-20"),
        ("10/10/2016", "2016-10-10"),
    ],
)
def test_a_date_with_one_reading(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "10/11/2016",
        "2016",
        "2016-10",
        "October 2016",
        "20 Brumaire 2016",
        "2016-02-30",
        "30 February 2016",
        "2016-10-20T25:00",
        "Thu, 40 Oct 2016 08:00:00 +0200",
        "yesterday",
        "",
        20161020,
        None,
        ["2016-10-20"],
    ],
)
def test_what_is_no_date_or_could_be_two_is_left_out(written: object) -> None:
    assert iso_date(written) is None


def test_dates_of_other_libraries_are_taken() -> None:
    assert iso_date(date(2016, 10, 20)) == "2016-10-20"
    assert iso_date(datetime(2016, 10, 20, 8, tzinfo=UTC)) == "2016-10-20T08:00:00+00:00"


@given(st.datetimes(timezones=st.just(UTC)) | st.dates())
def test_a_date_read_twice_is_the_same(moment: date) -> None:
    assert iso_date(iso_date(moment)) == moment.isoformat()


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = iso_date(text)
    assert found is None or datetime.fromisoformat(found).year > 0
