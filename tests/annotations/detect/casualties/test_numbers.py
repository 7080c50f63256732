"""Numbers of people in running text: each is found, at the right place, in one go."""

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.casualties.numbers import Number, Precision, find
from annotations.model import VagueRule

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _spelled(value: int, *, hyphen: str, joint: str) -> str:
    """A whole number below a thousand million in English words.

    Args:
        value: The number.
        hyphen: What stands between tens and units.
        joint: What stands before the last two digits: " " or " and ".
    """
    for size, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if value >= size:
            head = f"{_spelled(value // size, hyphen=hyphen, joint=joint)} {name}"
            rest = value % size
            if not rest:
                return head
            between = joint if rest < 100 else " "
            return head + between + _spelled(rest, hyphen=hyphen, joint=joint)
    if value < 20:
        return _UNITS[value]
    return _TENS[value // 10] + (hyphen + _UNITS[value % 10] if value % 10 else "")


def _indian(value: int) -> str:
    """A number in digits, grouped as in India: 12,34,56,789."""
    head, tail = divmod(value, 1000)
    if not head:
        return str(tail)
    pairs = []
    while head:
        head, pair = divmod(head, 100)
        pairs.append(f"{pair:02}" if head else str(pair))
    return ",".join([*reversed(pairs), f"{tail:03}"])


def _grouped(mark: str) -> Callable[[int], str]:
    return lambda value: f"{value:,}".replace(",", mark)


_WRITINGS: list[Callable[[int], str]] = [
    str,
    _indian,
    *map(_grouped, (",", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")),
    *map(_grouped, ("'", "’")),
    *(
        lambda value, hyphen=hyphen, joint=joint: _spelled(value, hyphen=hyphen, joint=joint)
        for hyphen in ("-", " ", "‑")
        for joint in (" ", " and ")
    ),
    lambda value: _spelled(value, hyphen="-", joint=" and ").title(),
    lambda value: _spelled(value, hyphen="-", joint=" and ").replace(" ", "-"),
]
_INTEGERS = st.integers(0, 10**9 - 1) | st.integers(0, 3000)
_PLACES = [
    *("{}", "Then {} people left.", "The blast killed {}.", "{}, they said, died.", "({} dead)"),
    *("“{}” was the count", "The toll: {}; it may rise.", "killed:\n{}\nwounded", "it was {}!"),
    *("[{} of them]", "the toll—{}—stood", "‘{}’", "Killed...{} people", "\n\n{}\n\n"),
]
_QUALIFIERS = [
    *("at least", "No fewer than", "upwards of", "more than", "well over", "in excess of"),
    *("up to", "as many as", "not more than", "fewer than", "just under", "nearly", "close to"),
    *("about", "Some", "an estimated", "in the region of", "only", "a total of", "all of the"),
    *("another", "an additional", "these", "at least another", "a total of at least", "c."),
]


@given(_INTEGERS, st.sampled_from(_WRITINGS), st.sampled_from(_PLACES))
def test_every_integer_comes_back_however_and_wherever_it_is_written(
    value: int, write: Callable[[int], str], place: str
) -> None:
    written = write(value)
    text = place.format(written)
    (number,) = find(text)
    assert text[number.start : number.end] == written
    assert number.phrase_start == number.start
    assert (number.count.low, number.count.high, number.count.best) == (value, value, value)


@given(_INTEGERS.filter(bool), st.sampled_from(_WRITINGS), st.sampled_from(_QUALIFIERS))
def test_every_integer_comes_back_with_every_qualifier(
    value: int, write: Callable[[int], str], qualifier: str
) -> None:
    phrase = f"{qualifier} {write(value)}"
    text = f"He says: {phrase} people came."
    (number,) = find(text)
    assert text[number.phrase_start : number.end] == phrase
    assert text[number.start : number.end] == write(value)
    assert number.count.best == value


_FRAGMENTS = [
    *("1", "2,50", "300", "000", "1.5", "12", "k", "m", "one", "two", "twenty", "hundred", "dozen"),
    *("thousand", "million", "a", "an", "and", "half", "or", "to", "from", "between", "no", "any"),
    *("not", "dozens", "tens", "several", "couple", "of", "many", "number", "at", "least", "more"),
    *("than", "over", "the", "all", "plus", "so", "odd", "rose", "some", "%", "$", "-", "–", "—"),
    *(" ", " ", " ", "\n", "\n\n", ".", ",", "'", "’", "/", ":", "(", "[", "]", "+", "_", "\u202f"),
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join))
def test_numbers_of_any_text_are_in_order_and_never_overlap(text: str) -> None:
    numbers = find(text)
    for each in numbers:
        assert 0 <= each.phrase_start <= each.start < each.end <= len(text)
        assert not text[each.phrase_start].isspace()
        assert text[each.start : each.end] == text[each.start : each.end].strip()
    assert all(one.end <= other.phrase_start for one, other in pairwise(numbers))


_REPEATED = [
    *("killed 12, ", "a hundred and ", "hundreds of ", "dozens and ", "tens and ", "one-", "1-"),
    *("1 to ", "five or ", "between ", "between 1 and ", "100 ", "2 lakh 50 thousand ", "zero "),
    *("thousand ", "one and a half ", "not any ", "any ", "at least ", "the ", "no fewer than "),
    *("from ", "rose from ", "12 or more ", "12 plus ", "+1 ", "(01 ", "several ", "a number "),
]


@pytest.mark.parametrize("fragment", _REPEATED)
def test_twice_the_text_is_twice_the_work(fragment: str) -> None:
    find(fragment)  # reads the word lists
    assert _work(fragment * 400) < 2.2 * _work(fragment * 200)


def _work(text: str) -> int:
    """How many functions are called to find the numbers of a text."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("killed 12, " * 5_000, 5_000),
        ("a hundred and " * 10_000, 10_000),
        ("9" * 200_000, 0),
        ("1," * 100_000, 0),
        ("1" + ",000" * 50_000, 0),
        ("1" + "\N{THIN SPACE}000" * 50_000, 0),
        ("word" * 50_000, 0),
        ("one" * 50_000, 0),
        ("\n " * 100_000, 0),
        ("www." * 50_000, 0),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_text_that_never_ends(text: str, count: int) -> None:
    assert len(find(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        *("$5 million", "$ 5", "US$5-10 million", "€3m", "Rs 76.74 lakh", "Rs. 5 lakh", "30 €"),
        *("40%", "10-15%", "40 per cent", "rose from 10 to 15 percent", "two percentage points"),
        *("two-thirds", "two thirds of the herd", "one third of them", "two and a half hours"),
        *("at 7:40", "at 7.40", "at 7pm", "9/11", "12/05/2016", "2016-10-28", "24/7", "50/50"),
        *("between 2014 and 2016", "2014-2016", "2014–16", "from 2003 to 2011", "the 1990s"),
        *("the 20th", "the twenty-first", "a 35-year-old", "a thirty-five-year-old"),
        *("an F-16", "MH17", "an A320", "4x4", "COVID-19", "a 12-member crew", "v1.2.3", "12.5"),
        *("a 2,000-strong crowd", "a hundred-strong mob", "No. 5", "No 10", "#12", "won 3-2"),
        *("see [897]", "call (313) 222-2023", "call +44 20 7946 0958", "call 222-333-4444"),
        *("https://example.org/2016/12-dead?id=897", "me12@example.org", "file_12_b", "1,300,5"),
        *("l2 people", "1O people", "1,3OO people", "007", "10.000"),
        *("no longer", "no more", "no doubt", "none other than", "one another", "one by one"),
        *("how many people", "as many people", "so many people", "not many people", "high tens"),
        *("anyone", "any people", "he did not say if anyone died", "not for anyone else"),
        *("the score", "a third", "half the crew", "all but three", "the few", "a while"),
        *("9" * 5000, "1" + "0" * 30, "1,2,3 million", "one thousand million"),
    ],
)
def test_what_counts_nobody(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the toll rose from 77 to 89", ["77", "89"]),
        ("raised the toll of the storm, they said, from 77 to 89", ["77", "89"]),
        ("an increase from at least 77 to 89", ["77", "89"]),
        ("the toll rose by 12 to 89", ["12", "89"]),
        ("the toll climbed 12 to 89", ["12", "89"]),
        ("the toll rose. From 65 to 105 civilians died", ["65 to 105"]),
        ("bombed by 10 to 15 jets", ["10 to 15"]),
        ("took 10 to 15 hostages", ["10 to 15"]),
        ("10 – 15 others were hurt", ["10", "15"]),
        ("ten dead—fifteen hurt", ["ten", "fifteen"]),
        ("one hundred, twenty hurt", ["one hundred", "twenty"]),
        ("a hundred and thousands more", ["a hundred", "thousands"]),
        ("12 plus three", ["12", "three"]),
        ("200 or more than 300", ["200", "300"]),
        ("not one but two", ["two"]),
        ("killed two\n\nHundred flee", ["two", "Hundred"]),
        ("On May 12 300 people died", ["12", "300"]),
        ("flight 302 157 people", ["302", "157"]),
        ("at 6 300 people gathered", ["6", "300"]),
        ("12 300 45", ["12", "300", "45"]),
        ("in 2016\N{NO-BREAK SPACE}300 people died", ["2016", "300"]),
        ("none of the 43", ["none", "43"]),
        ("no reports of any deaths", ["no", "any"]),
        ("Tahrir Square 12", ["12"]),
        ("died.Twelve more", ["Twelve"]),
    ],
)
def test_where_one_number_ends_and_the_next_begins(text: str, found: list[str]) -> None:
    assert [text[number.start : number.end] for number in find(text)] == found


def _precision(text: str) -> Precision:
    number: Number
    (number,) = find(text)
    return number.precision


def test_how_a_number_is_put() -> None:
    assert _precision("no injuries") is Precision.NONE
    assert _precision("0 injuries") is Precision.NONE
    assert _precision("hundreds") is Precision.VAGUE
    assert _precision("ten to twelve") is Precision.RANGE
    assert _precision("a dozen") is Precision.EXACT
    assert _precision("a couple of nurses") is Precision.EXACT


@pytest.mark.parametrize(
    ("text", "default", "acled"),
    [
        ("tens of people", 20, 10),
        ("dozens", 24, 12),
        ("scores", 40, 20),
        ("hundreds", 200, 100),
        ("thousands", 2_000, 1_000),
        ("tens of thousands", 20_000, 10_000),
        ("hundreds of thousands", 200_000, 100_000),
        ("countless thousands", 2_000, 1_000),
        ("several hundred", 300, 300),
        ("several", 3, 3),
        ("a few", 3, 3),
        ("a handful", 3, 3),
        ("two dozen", 24, 24),
    ],
)
def test_which_number_a_vague_word_stands_for(text: str, default: int, acled: int) -> None:
    for rule, low in ((VagueRule.DEFAULT, default), (VagueRule.ACLED, acled)):
        (number,) = find(text, vague_rule=rule)
        assert (number.count.low, number.count.best) == (low, low)
    assert find(text) == find(text, vague_rule=VagueRule.DEFAULT)
