"""Digits that say how often, and what is said of a number that is too high."""

from functools import reduce

import pytest

from reader.keyboard.counts import MOST, counted, fell_short, only


def typed(keys: str, *, bound: str = "") -> int:
    return reduce(lambda count, key: counted(count, key, bound=bound), keys, 0)


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        *(("3", 3), ("12", 12), ("10", 10), ("0", 0), ("05", 5)),
        *(("x", 0), ("99999999", MOST), ("4\N{ARABIC-INDIC DIGIT THREE}", 0)),
    ],
)
def test_digits_make_a_count(keys: str, count: int) -> None:
    assert typed(keys) == count


def test_a_digit_that_is_a_command_begins_no_count_but_goes_on_with_one() -> None:
    assert typed("3", bound="3") == 0
    assert typed("13", bound="3") == 13


def test_names_of_keys_are_no_digits() -> None:
    assert [counted(2, key, bound="") for key in ("10", "f1", "space", "")] == [0, 0, 0, 0]


def test_what_is_said_of_too_high_a_number() -> None:
    assert fell_short(2, 1500, "line", because="the article ends here") == (
        "2 of 1,500 lines: the article ends here."
    )
    assert only(1, "row") == "There is only 1 row."
    assert only(0, "row") == "There are only 0 rows."
    assert only(12, "line") == "There are only 12 lines."
