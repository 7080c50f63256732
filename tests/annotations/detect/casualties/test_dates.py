"""What the words of a date mean, by the day of the article."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.dates.resolving import published_day, read, resolve

THURSDAY = date(2016, 10, 27)
"""The day of the article where a test names no other."""

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # days by their weekday
        ("on Tuesday", "2016-10-25"),
        ("Thursday", "2016-10-27"),
        ("on Friday", "2016-10-21"),
        ("Tuesday's", "2016-10-25"),
        ("last Tuesday", "2016-10-25"),
        ("last Thursday", "2016-10-20"),
        ("this past Tuesday", "2016-10-25"),
        ("next Tuesday", "2016-11-01"),
        ("next Friday", "2016-10-28"),
        ("this Friday", "2016-10-28"),
        ("Tuesday last week", "2016-10-18"),
        ("on Friday of last week", "2016-10-21"),
        ("late on Tuesday", "2016-10-25"),
        ("Tuesday night", "2016-10-25"),
        ("Monday morning", "2016-10-24"),
        ("early Sunday", "2016-10-23"),
        ("before dawn on Tuesday", "2016-10-25"),
        ("in the early hours of Sunday", "2016-10-23"),
        ("at about 7:30 p.m. on Friday", "2016-10-21"),
        ("shortly after 10.55pm on Sunday", "2016-10-23"),
        ("at 1200 GMT on Sunday", "2016-10-23"),
        # days by their distance
        ("yesterday", "2016-10-26"),
        ("today", "2016-10-27"),
        ("this morning", "2016-10-27"),
        ("tonight", "2016-10-27"),
        ("last night", "2016-10-26"),
        ("overnight", "2016-10-26/2016-10-27"),
        ("the day before yesterday", "2016-10-25"),
        ("two days ago", "2016-10-25"),
        ("a day ago", "2016-10-26"),
        ("48 hours ago", "2016-10-25"),
        ("earlier today", "2016-10-27"),
        # weeks, months, years
        ("last week", "2016-10-17/2016-10-23"),
        ("late last week", "2016-10-17/2016-10-23"),
        ("this week", "2016-10-24/2016-10-30"),
        ("next week", "2016-10-31/2016-11-06"),
        ("three weeks ago", "2016-10-03/2016-10-09"),
        ("a fortnight ago", "2016-10-10/2016-10-16"),
        ("last month", "2016-09"),
        ("earlier this month", "2016-10"),
        ("two months ago", "2016-08"),
        ("this year", "2016"),
        ("last year", "2015"),
        ("five years ago", "2011"),
        ("at the end of last year", "2015"),
        ("by year's end", "../2016-12-31"),
        ("by the end of the year", "../2016-12-31"),
        ("by the end of the month", "../2016-10-31"),
        # back from the day of the article
        ("in the past 24 hours", "2016-10-26/2016-10-27"),
        ("in the last 36 hours", "2016-10-25/2016-10-27"),
        ("over the past two weeks", "2016-10-13/2016-10-27"),
        ("in the last week", "2016-10-20/2016-10-27"),
        ("in the last three months", "2016-07-27/2016-10-27"),
        ("in the past year", "2015-10-27/2016-10-27"),
        ("over the past decade", "2006-10-27/2016-10-27"),
        ("in the next two weeks", "2016-10-27/2016-11-10"),
        # weekends
        ("the weekend", "2016-10-22/2016-10-23"),
        ("at the weekend", "2016-10-22/2016-10-23"),
        ("last weekend", "2016-10-22/2016-10-23"),
        ("next weekend", "2016-10-29/2016-10-30"),
        # dates
        ("25 October", "2016-10-25"),
        ("October 25", "2016-10-25"),
        ("on the 25th of October", "2016-10-25"),
        ("Oct. 28", "2015-10-28"),
        ("Oct. 25, 2016", "2016-10-25"),
        ("25 Oct 2016", "2016-10-25"),
        ("the 25th", "2016-10-25"),
        ("the 28th", "2016-09-28"),
        ("on the 25th of last month", "2016-09-25"),
        ("Tuesday, 25 October", "2016-10-25"),
        ("Tuesday the 25th", "2016-10-25"),
        ("on Tuesday, Oct. 25, 2016,", "2016-10-25"),
        ("2016-10-25", "2016-10-25"),
        ("25/10/2016", "2016-10-25"),
        ("10/25/2016", "2016-10-25"),
        ("10.10.2016", "2016-10-10"),
        ("the night of 27 March", "2016-03-27"),
        ("29 February", "2016-02-29"),
        # months and parts of years
        ("in October", "2016-10"),
        ("in November", "2015-11"),
        ("in early October", "2016-10"),
        ("mid-September", "2016-09"),
        ("in the month of July", "2016-07"),
        ("last October", "2015-10"),
        ("last September", "2016-09"),
        ("in October last year", "2015-10"),
        ("in March this year", "2016-03"),
        ("October 2015", "2015-10"),
        ("in October of 2015", "2015-10"),
        ("2016-10", "2016-10"),
        ("in the first half of 2015", "2015-01-01/2015-06-30"),
        ("the second quarter of last year", "2015-04-01/2015-06-30"),
        ("in the first nine months of the year", "2016-01-01/2016-09-30"),
        ("in 2004", "2004"),
        ("early 2016", "2016"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("2014-15", "2014-01-01/2015-12-31"),
        ("2014-2016", "2014-01-01/2016-12-31"),
        # holidays
        ("on Christmas Day", "2015-12-25"),
        ("on New Year’s Eve", "2015-12-31"),
        ("on Christmas Eve 2014", "2014-12-24"),
        # open ends
        ("since Tuesday", "2016-10-25/.."),
        ("since Monday morning", "2016-10-24/.."),
        ("since January", "2016-01-01/.."),
        ("since 2011", "2011-01-01/.."),
        ("since the end of May", "2016-06-01/.."),
        ("by Friday", "../2016-10-21"),
        ("until Friday", "../2016-10-21"),
        ("by noon on Tuesday", "../2016-10-25"),
        ("before 2011", "../2010-12-31"),
        ("before the end of May", "../2016-05-31"),
        ("after 2015", "2016-01-01/.."),
        # intervals
        ("between May and July", "2016-05-01/2016-07-31"),
        ("between December and February", "2015-12-01/2016-02-29"),
        ("from Monday to Thursday", "2016-10-24/2016-10-27"),
        ("from Friday to Monday", "2016-10-21/2016-10-24"),
        ("Monday through Wednesday", "2016-10-24/2016-10-26"),
        ("late Tuesday into Wednesday", "2016-10-25/2016-10-26"),
        ("between 17 and 23 October", "2016-10-17/2016-10-23"),
        ("October 17-23, 2015", "2015-10-17/2015-10-23"),
        ("from October 17th to 23rd", "2016-10-17/2016-10-23"),
        ("from 28 October to 2 November 2015", "2015-10-28/2015-11-02"),
        ("Saturday and Sunday", "2016-10-22/2016-10-23"),
        # letter case, and words before and after
        ("ON TUESDAY", "2016-10-25"),
        ("just last week", "2016-10-17/2016-10-23"),
    ],
)
def test_what_a_date_means(words: str, expected: str) -> None:
    assert resolve(words, published=THURSDAY) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "people",
        "at noon",
        "in the morning",
        "that night",
        "35",
        "two years",
        "in three weeks",
        "a week",
        "every Tuesday",
        "on Saturdays",
        "on a Tuesday",
        "in recent days",
        "in the coming weeks",
        "over the past years",
        "a few days ago",
        "more than a year ago",
        "two days later",
        "the previous day",
        "the next day",
        "the first day",
        "at the end of the day",
        "Eid",
        "Christmas",
        "summer of 2014",
        "the 1900s",
        "the 19th century",
        "31 February",
        "30 February 2016",
        "29 February 2015",
        "2016-02-30",
        "05/10/2016",
        "25/10/16",
        "13/13/2016",
        "2010-12",
        "Monday, 25 October 2016",
        "Monday and Thursday",
        "from Thursday to",
        "between 2015 and 2014",
        "three thousand years ago",
        "999999999999 days ago",
        "Tuesday " * 1000,
    ],
)
def test_what_has_no_certain_meaning(words: str) -> None:
    assert resolve(words, published=THURSDAY) is None


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("last Tuesday", date(2016, 10, 25), "2016-10-18"),
        ("on Tuesday", date(2016, 10, 25), "2016-10-25"),
        ("the weekend", date(2016, 10, 22), "2016-10-22/2016-10-23"),
        ("this weekend", date(2016, 10, 23), "2016-10-22/2016-10-23"),
        ("last weekend", date(2016, 10, 23), "2016-10-15/2016-10-16"),
        ("last week", date(2017, 1, 1), "2016-12-19/2016-12-25"),
        ("last month", date(2017, 1, 31), "2016-12"),
        ("last October", date(2016, 11, 2), "2016-10"),
        ("in October", date(2016, 10, 1), "2016-10"),
        ("in the past month", date(2016, 3, 31), "2016-02-29/2016-03-31"),
        ("29 February", date(2015, 6, 1), "2012-02-29"),
        ("the 31st", date(2016, 7, 1), "2016-05-31"),
        ("on New Year's Day", date(2017, 1, 1), "2017-01-01"),
        ("from 30 December to 2 January", date(2017, 1, 3), "2016-12-30/2017-01-02"),
        ("yesterday", date.min, None),
        ("next week", date.max, None),
    ],
)
def test_the_day_of_the_article_decides(words: str, published: date, expected: str | None) -> None:
    assert resolve(words, published=published) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("25 October 2016", "2016-10-25"),
        ("in October 2016", "2016-10"),
        ("since 2011", "2011-01-01/.."),
        ("from May to July 2015", "2015-05-01/2015-07-31"),
        ("the first half of 2015", "2015-01-01/2015-06-30"),
        ("on Tuesday", None),
        ("25 October", None),
        ("in October", None),
        ("yesterday", None),
        ("last week", None),
        ("next Tuesday", None),
        ("two days ago", None),
        ("in the past 24 hours", None),
    ],
)
def test_only_a_year_stands_without_the_day_of_the_article(
    words: str, expected: str | None
) -> None:
    assert resolve(words, published=None) == expected


_FORMS: list[Callable[[date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {day:%B} {day.year}",
    lambda day: f"on {day:%B} {day.day}, {day.year}",
    lambda day: f"{day:%b}. {day.day}, {day.year}",
    lambda day: f"{day.day} {day:%b} {day.year}".upper(),
    lambda day: f"{day:%A}, {day.day} {day:%B} {day.year}",
    lambda day: f"late on {day:%A}, {day:%B} {day.day}, {day.year}",
    lambda day: f"the {day.day}th of {day:%B} {day.year}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
]


@given(_DAYS, st.one_of(st.none(), _DAYS))
def test_a_date_comes_back_from_every_form(day: date, published: date | None) -> None:
    for form in _FORMS:
        assert resolve(form(day), published=published) == day.isoformat()


@given(_DAYS, st.integers(0, 6))
def test_a_weekday_lies_in_the_week_up_to_the_article(published: date, number: int) -> None:
    day = read(f"on {_WEEKDAYS[number]}", published=published)
    last = read(f"last {_WEEKDAYS[number]}", published=published)
    assert day is not None and day.first == day.last
    assert last is not None and last.first == last.last
    assert day.first.weekday() == last.first.weekday() == number
    assert timedelta(0) <= published - day.first < timedelta(7)
    assert timedelta(0) < published - last.first <= timedelta(7)


_SOME_WORDS = """
since from to until by before after between and on in at of the a this last past next ago 7pm two
Monday Friday weekend May October 25 25th 3 2015 2016 1990s 2014-15 week weeks months year years
yesterday overnight early night end first half quarter Christmas Eve - , /
"""


@given(st.lists(st.sampled_from(_SOME_WORDS.split()), max_size=8).map(" ".join), _DAYS)
def test_an_interval_begins_before_it_ends(words: str, published: date) -> None:
    period = read(words, published=published)
    assert period is None or period.first <= period.last


@given(st.text(max_size=60), st.one_of(st.none(), st.dates()))
def test_any_text_can_be_asked_for(words: str, published: date | None) -> None:
    resolve(words, published=published)


@given(st.datetimes(timezones=st.just(UTC)))
def test_the_day_of_an_article(published: datetime) -> None:
    assert published_day(published.isoformat()) == published.date()
    assert published_day(published.date().isoformat()) == published.date()


def test_the_day_of_an_article_is_the_one_that_is_written() -> None:
    assert published_day("2016-10-28T23:30:00-07:00") == date(2016, 10, 28)
    assert published_day("2016-10-28T09:00:00Z") == date(2016, 10, 28)


@pytest.mark.parametrize("published", [None, "", "2016", "2016-10", "2016-13-01", "yesterday"])
def test_an_article_without_a_day(published: str | None) -> None:
    assert published_day(published) is None


@given(st.text(max_size=30))
def test_any_text_can_be_the_day_of_an_article(published: str) -> None:
    published_day(published)
