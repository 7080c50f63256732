"""Periods and how exact they are."""

import pytest

from annotations.incidents.dates import period_of


@pytest.mark.parametrize(
    ("stated", "start", "end", "precision"),
    [
        ("2016-10-03", "2016-10-03", "2016-10-03", 1),
        ("2016-10-03T04:00", "2016-10-03", "2016-10-03", 1),
        ("2016-10-03/2016-10-05", "2016-10-03", "2016-10-05", 2),
        ("2016-10-03/2016-10-09", "2016-10-03", "2016-10-09", 3),
        ("2016-02", "2016-02-01", "2016-02-29", 4),
        ("2016-12", "2016-12-01", "2016-12-31", 4),
        ("2016", "2016-01-01", "2016-12-31", 5),
        ("2016-01/2016-06", "2016-01-01", "2016-06-30", 5),
        ("2016-10-03/..", "2016-10-03", None, None),
    ],
)
def test_periods(stated: str, start: str, end: str | None, precision: int | None) -> None:
    found = period_of(stated)
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize("stated", ["", "soon", "2016-13-01", "../2016-10-03", "2017/2016"])
def test_what_is_no_period(stated: str) -> None:
    assert period_of(stated) is None
