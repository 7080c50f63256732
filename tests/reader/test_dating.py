import pytest

from reader.dating import day, moment


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
