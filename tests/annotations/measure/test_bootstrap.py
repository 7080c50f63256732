import random

from annotations.measure.bootstrap import BLOCKS, Interval, interval

RIGHT, WRONG = (1.0, 1.0), (0.0, 1.0)


def test_it_holds_the_measure_and_narrows_with_more_articles() -> None:
    few, many = interval([WRONG, RIGHT] * 5), interval([WRONG, RIGHT] * 100)
    assert few is not None and many is not None
    assert few.low < 0.5 < few.high and many.low < 0.5 < many.high
    assert many.high - many.low < (few.high - few.low) / 3


def test_it_is_near_what_the_normal_distribution_says() -> None:
    found = interval([WRONG, RIGHT] * (BLOCKS // 2))
    assert found is not None
    half = 1.96 * 0.5 / BLOCKS**0.5
    assert abs(found.low - (0.5 - half)) < 0.015 and abs(found.high - (0.5 + half)) < 0.015


def test_many_articles_are_drawn_in_blocks_and_narrow_it_further() -> None:
    articles = random.Random(1).choices([WRONG, RIGHT], k=BLOCKS * 10)
    some, many = interval(articles[:BLOCKS]), interval(articles)
    assert some is not None and many is not None
    assert many.low < 0.5 < many.high
    assert many.high - many.low < (some.high - some.low) / 2


def test_articles_weigh_as_much_as_they_hold() -> None:
    assert interval([(99.0, 100.0), (0.0, 1.0)]) == Interval(0.0, 0.99)


def test_it_is_the_same_each_time() -> None:
    parts = [(0.1, 1.0), (0.5, 1.0), (0.9, 1.0)]
    assert interval(parts) == interval(parts)


def test_equal_articles_leave_no_room() -> None:
    assert interval([(1.0, 2.0)] * 3) == Interval(0.5, 0.5)


def test_one_article_says_nothing_of_others() -> None:
    assert interval([(1.0, 2.0)]) is None
    assert interval([(0.0, 0.0), (0.0, 0.0)]) is None
