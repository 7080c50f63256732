"""Bars drawn with characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.plots.bars import plot, room_for

MONTHS = ["2016-10", "2016-11", "2016-12", "2017-01"]


def drawn(values: list[int], *, width: int, height: int, chosen: int | None = None) -> str:
    labels = [f"2016-{n:02}" for n in range(1, len(values) + 1)]
    return "\n".join(plot(values, labels, width=width, height=height, chosen=chosen).lines)


def test_bars_stand_over_an_axis_with_numbers_and_labels() -> None:
    assert drawn([2, 8, 0, 1], width=40, height=6, chosen=1) == (
        "8 ┤    ███\n"
        "  │    ███\n"
        "4 ┤    ███\n"
        "  │███ ███     ▄▄▄\n"
        "0 ┼─────▲─────────\n"
        "   2016-01     2016-04"
    )


def test_narrow_bars_where_there_is_little_room() -> None:
    assert drawn([1, 2, 3, 4, 5], width=9, height=3) == "5 ┤▁▃▄▆█\n0 ┼─────\n"
    assert drawn([1, 2, 3], width=9, height=3) == "3 ┤▂ ▅ █\n0 ┼─────\n"


def test_few_bars_do_not_fill_the_width() -> None:
    assert drawn([3, 1], width=200, height=4) == ("3 ┤███\n  │███ ▅▅▅\n0 ┼───────\n   2016-01")


def test_what_is_small_beside_the_highest_can_still_be_seen() -> None:
    assert drawn([10_000, 1], width=20, height=3).splitlines()[0] == "10,000 ┤███ ▁▁▁"


def test_without_bars_there_is_only_the_axis() -> None:
    assert drawn([], width=10, height=3) == "0 ┤\n0 ┼\n"


def test_bars_are_found_by_their_cells() -> None:
    made = plot([5, 3, 4], MONTHS[:3], width=40, height=5)
    assert [made.columns(bar) for bar in range(3)] == [(3, 6), (7, 10), (11, 14)]
    assert [made.bar_at(cell) for cell in (0, 2, 3, 6, 7, 13, 15)] == [
        *(None, None, 0, 0, 1, 2, None)
    ]


@given(
    st.lists(st.integers(0, 5000), min_size=1, max_size=60),
    st.integers(1, 30),
    st.integers(8, 120),
)
def test_it_fits_and_every_bar_has_its_place(values: list[int], height: int, width: int) -> None:
    values = values[: room_for(width, highest=max(values))]
    labels = [f"{2000 + at}" for at in range(len(values))]
    made = plot(values, labels, width=width, height=height, chosen=len(values) - 1)
    assert len(made.lines) == max(3, height)
    assert max(map(len, made.lines)) <= width
    for bar, value in enumerate(values):
        start, end = made.columns(bar)
        column = [line.ljust(width)[start:end] for line in made.lines[:-2]]
        assert (column[-1].strip() != "") == (value > 0)
        if value == max(values) > 0:
            assert column[0] == "█" * made.thickness


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_the_chosen_bar_is_pointed_at(chosen: int) -> None:
    made = plot([5, 3, 4], MONTHS[:3], width=40, height=5, chosen=chosen)
    start, end = made.columns(chosen)
    assert made.lines[-2][start:end] == "─▲─"
    assert made.lines[-2].count("▲") == 1
