import pytest

from reader.queueing.pace import Pace, progress


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def decide(pace: Pace, clock: Clock, *seconds: float) -> None:
    for each in seconds:
        clock.now += each
        pace.decided()


def test_no_pace_before_three_decisions() -> None:
    clock = Clock()
    pace = Pace(clock)
    decide(pace, clock, 5, 5)
    assert pace.per_minute is None
    decide(pace, clock, 5)
    assert pace.per_minute == 12


def test_who_was_away_was_not_slow() -> None:
    clock = Clock()
    pace = Pace(clock)
    decide(pace, clock, 5, 5, 5, 3600)
    assert pace.per_minute == 12
    clock.now += 60
    pace.begin()
    decide(pace, clock, 5)
    assert pace.per_minute == 12


def test_the_last_thirty_count() -> None:
    clock = Clock()
    pace = Pace(clock)
    decide(pace, clock, *[60.0] * 50, *[2.0] * 30)
    assert pace.per_minute == 30


def test_a_clock_that_stands_still() -> None:
    clock = Clock()
    pace = Pace(clock)
    decide(pace, clock, 0, 0, 0, 0)
    assert pace.per_minute is None


@pytest.mark.parametrize(
    ("done", "left", "per_minute", "words"),
    [
        (0, 512, None, "0 of 512"),
        (34, 478, 12, "34 of 512, 12 a minute, about 40 min left"),
        (34, 5, 12, "34 of 39, 12 a minute, less than a minute left"),
        (1, 99_999, 10, "1 of 100,000, 10 a minute, about 167 h left"),
        (12, 0, 12, "12 of 12, 12 a minute"),
        (3, 4, 0.5, "3 of 7, 0.5 a minute, about 8 min left"),
    ],
)
def test_progress(done: int, left: int, per_minute: float | None, words: str) -> None:
    assert progress(done, left, per_minute) == words
