from collections.abc import Sequence

from annotations.measure.bootstrap import Interval, interval


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def test_it_holds_the_measure_and_narrows_with_more_articles() -> None:
    few, many = interval([0.0, 1.0] * 5, mean), interval([0.0, 1.0] * 200, mean)
    assert few is not None and many is not None
    assert few.low < 0.5 < few.high and many.low < 0.5 < many.high
    assert many.high - many.low < (few.high - few.low) / 3


def test_it_is_near_what_the_normal_distribution_says() -> None:
    found = interval([0.0, 1.0] * 200, mean)
    assert found is not None
    half = 1.96 * 0.5 / 400**0.5
    assert abs(found.low - (0.5 - half)) < 0.01 and abs(found.high - (0.5 + half)) < 0.01


def test_it_is_the_same_each_time() -> None:
    assert interval([0.1, 0.5, 0.9], mean) == interval([0.1, 0.5, 0.9], mean)


def test_equal_articles_leave_no_room() -> None:
    assert interval([0.5, 0.5, 0.5], mean) == Interval(0.5, 0.5)


def test_one_article_says_nothing_of_others() -> None:
    assert interval([0.5], mean) is None
    assert interval([0.5, 0.5], lambda _: None) is None
