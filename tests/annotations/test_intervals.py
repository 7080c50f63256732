from hypothesis import given
from hypothesis import strategies as st

from annotations.intervals import Intervals

STRETCHES = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(
    lambda drawn: (drawn[0], drawn[0] + drawn[1])
)


def of(stretches: list[tuple[int, int]]) -> Intervals:
    return Intervals([start for start, _ in stretches], [end for _, end in stretches])


def test_borders_are_half_open() -> None:
    intervals = of([(0, 5), (5, 8)])
    assert list(intervals.overlapping(4, 5)) == [0]
    assert list(intervals.overlapping(5, 6)) == [1]
    assert list(intervals.overlapping(4, 6)) == [0, 1]
    assert list(intervals.overlapping(8, 9)) == []


def test_long_interval_is_found_behind_short_ones() -> None:
    intervals = of([(0, 100), (1, 2), (3, 4), (5, 6)])
    assert list(intervals.overlapping(50, 51)) == [0]


def test_equal_intervals_are_all_found() -> None:
    assert list(of([(2, 4), (2, 4), (2, 4)]).overlapping(3, 4)) == [0, 1, 2]


def test_no_intervals_overlap_nothing() -> None:
    assert list(of([]).overlapping(0, 10)) == []


@given(st.lists(STRETCHES, max_size=30), STRETCHES)
def test_finds_what_looking_at_all_of_them_finds(
    stretches: list[tuple[int, int]], query: tuple[int, int]
) -> None:
    stretches.sort(key=lambda stretch: stretch[0])
    start, end = query
    naive = [index for index, (a, b) in enumerate(stretches) if a < end and start < b]
    assert list(of(stretches).overlapping(start, end)) == naive
