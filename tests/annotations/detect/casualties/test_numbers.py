"""Numbers of people in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.casualties.numbers import Number, Precision, find

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _spelled(value: int) -> str:
    """A whole number below a thousand million in English words, without "and"."""
    for size, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if value >= size:
            rest = f" {_spelled(value % size)}" if value % size else ""
            return f"{_spelled(value // size)} {name}{rest}"
    if value < 20:
        return _SMALL[value]
    return _TENS[value // 10] + (f"-{_SMALL[value % 10]}" if value % 10 else "")


def _only(text: str) -> Number:
    (number,) = find(text)
    return number


def _bounds(number: Number) -> tuple[int | None, int | None, int | None]:
    return number.count.low, number.count.high, number.count.best


@given(st.integers(0, 10**9 - 1))
def test_every_number_comes_back_in_words_digits_and_groups(value: int) -> None:
    for written in (str(value), f"{value:,}", _spelled(value), f"{value:,}".replace(",", "\u202f")):
        text = f"Then {written} people left."
        number = _only(text)
        assert text[number.start : number.end] == written
        assert _bounds(number) == (value, value, value)


@given(st.text(st.sampled_from("1, .-ao twohundredandfive dozens%$"), max_size=80))
def test_numbers_are_in_order_and_never_overlap(text: str) -> None:
    numbers = find(text)
    assert all(0 <= each.phrase_start <= each.start < each.end <= len(text) for each in numbers)
    assert all(one.end <= other.start for one, other in pairwise(numbers))


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "best"),
    [
        ("2.5 million", 2_500_000, 2_500_000, 2_500_000),
        ("1.4m", 1_400_000, 1_400_000, 1_400_000),
        ("3 lakh", 300_000, 300_000, 300_000),
        ("two hundred and five", 205, 205, 205),
        ("half a million", 500_000, 500_000, 500_000),
        ("half-a-dozen", 6, 6, 6),
        ("a quarter of a million", 250_000, 250_000, 250_000),
        ("one and a half million", 1_500_000, 1_500_000, 1_500_000),
        ("two dozen", 24, 24, 24),
        ("dozens", 24, None, 24),
        ("tens of thousands", 20_000, None, 20_000),
        ("hundreds of thousands", 200_000, None, 200_000),
        ("several hundred", 300, None, 300),
        ("a couple of hundred", 200, None, 200),
        ("many", 3, None, None),
        ("10 to 15", 10, 15, 12),
        ("between 20 and 30", 20, 30, 25),
        ("40–50", 40, 50, 45),
        ("five or six", 5, 6, 6),
        ("three to four hundred", 300, 400, 350),
        ("3-4 million", 3_000_000, 4_000_000, 3_500_000),
        ("200-plus", 200, None, 200),
        ("30-odd", 30, 30, 30),
        ("20 or more", 20, None, 20),
        ("nobody", 0, 0, 0),
        ("not a single", 0, 0, 0),
    ],
)
def test_what_an_expression_says(
    text: str, low: int | None, high: int | None, best: int | None
) -> None:
    number = _only(f"Then {text} people came.")
    assert _bounds(number) == (low, high, best)
    assert number.end - number.start == len(text)


@pytest.mark.parametrize(
    ("phrase", "names", "low", "high"),
    [
        ("at least 12", ("at_least",), 12, None),
        ("no fewer than 12", ("at_least",), 12, None),
        ("more than 12", ("more_than",), 12, None),
        ("just over 12", ("more_than",), 12, None),
        ("up to 12", ("up_to",), None, 12),
        ("as many as 12", ("up_to",), None, 12),
        ("fewer than 12", ("less_than",), None, 12),
        ("nearly 12", ("nearly",), 12, 12),
        ("some 12", ("about",), 12, 12),
        ("an estimated 12", ("about",), 12, 12),
        ("only 12", ("only",), 12, 12),
        ("a total of 12", ("total",), 12, 12),
        ("another 12", ("another",), 12, 12),
        ("the 12", ("the",), 12, 12),
        ("at least another 12", ("at_least", "another"), 12, None),
    ],
)
def test_what_a_qualifier_does(
    phrase: str, names: tuple[str, ...], low: int | None, high: int | None
) -> None:
    text = f"Then {phrase} people came."
    number = _only(text)
    assert number.qualifiers == names
    assert number.qualifier == names[0]
    assert text[number.phrase_start : number.end] == phrase
    assert (number.count.low, number.count.high, number.count.best) == (low, high, 12)


@pytest.mark.parametrize("text", ["the toll ticked up to 41", "they handed over 41"])
def test_a_particle_of_a_verb_is_no_qualifier(text: str) -> None:
    assert _only(text).qualifiers == ()


def test_a_rise_is_two_numbers_not_a_range() -> None:
    assert [number.count.best for number in find("rose from 77 to 89")] == [77, 89]


@pytest.mark.parametrize(
    "text",
    [
        "$5 million",
        "40%",
        "40 per cent",
        "an F-16",
        "9/11",
        "at 7:40",
        "the 20th",
        "12.5",
        "No. 5",
        "a 35-year-old",
        "a three-day siege",
        "no longer",
        "won 3-2",
        "9" * 5000,
    ],
)
def test_what_counts_nobody(text: str) -> None:
    assert find(text) == []


def test_none_is_a_number_of_its_own_kind() -> None:
    assert _only("No injuries").precision is Precision.NONE
    assert _only("hundreds").precision is Precision.VAGUE
