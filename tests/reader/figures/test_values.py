"""What is typed for one field of a figure."""

from datetime import date

import pytest

from annotations.model import Span, VagueRule
from reader.figures import values

DAY = date(2019, 3, 5)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("1,300", 1300),
        ("1 300", 1300),
        ("1.300", 1300),
        ("12,000,000", 12_000_000),
        ("2.5 million", 2_500_000),
        ("twelve", 12),
        ("two dozen", 24),
        ("a hundred and five", 105),
        ("none", 0),
        ("2016", 2016),
    ],
)
def test_numbers(text: str, number: int) -> None:
    assert values.number(text, vague_rule=VagueRule.DEFAULT) == (number, False)


def test_vague_words_are_numbers_by_a_rule() -> None:
    assert values.number("dozens", vague_rule=VagueRule.DEFAULT) == (24, True)
    assert values.number("dozens", vague_rule=VagueRule.ACLED) == (12, True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("many", "no number: 1,300 or two dozen"),
        ("12 people", "no number: 1,300 or two dozen"),
        ("12 or 13", "a range: goes into low and high"),
        ("ten to fifteen", "a range: goes into low and high"),
        ("9999999999999", "more than there are people"),
        ("-3", "no number: 1,300 or two dozen"),
    ],
)
def test_what_is_no_number(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        values.number(text, vague_rule=VagueRule.DEFAULT)


def test_one_word_is_meant_by_its_beginning() -> None:
    assert values.one_of("B", ("abc", "bcd")) == "bcd"
    assert values.one_of("in", ("in", "inner")) == "in"
    with pytest.raises(ValueError, match=r"^one of inner, inside$"):
        values.one_of("in", ("inner", "inside", "out"))
    with pytest.raises(ValueError, match=r"^one of inner, out$"):
        values.one_of("x", ("inner", "out"))


def test_some_words_are_in_the_order_of_all() -> None:
    assert values.some_of("c, A,, c", ("a", "b", "c")) == ["a", "c"]
    assert values.some_of("", ("a", "b")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("at least", "at_least"),
        ("at_least", "at_least"),
        ("no fewer than", "at_least"),
        ("or more", "at_least"),
        ("Some", "about"),
        ("as many as", "up_to"),
        ("only", "only"),
    ],
)
def test_qualifiers(text: str, name: str) -> None:
    assert values.qualifier(text) == name


def test_what_is_no_qualifier() -> None:
    with pytest.raises(ValueError, match=r"^one of at least, up to, more than"):
        values.qualifier("angry")


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on Tuesday", "on Tuesday", "2019-03-05"),
        ("March 2019", "March 2019", "2019-03"),
        ("2019-03-01/2019-03-04", "2019-03-01/2019-03-04", "2019-03-01/2019-03-04"),
        ("2019-03-05", "2019-03-05", "2019-03-05"),
        ("the feast = 2019-03-05", "the feast", "2019-03-05"),
        ("since then = 2019-03-05/..", "since then", "2019-03-05/.."),
        ("the feast = ?", "the feast", None),
        ("that morning", "that morning", None),
        ("= 2019", None, "2019"),
    ],
)
def test_dates(text: str, words: str | None, iso: str | None) -> None:
    assert values.dated(text, published=DAY) == (words, iso)


@pytest.mark.parametrize("text", ["2019-02-30", "5/3", "on Tuesday = Tuesday", "x = 2019-13"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        values.dated(text, published=DAY)


def test_weekdays_are_only_words_where_the_day_of_the_article_is_not_known() -> None:
    assert values.dated("on Tuesday", published=None) == ("on Tuesday", None)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2019-02-28", True),
        ("2019-02-29", False),
        ("../2019", True),
        ("../..", False),
        ("2019-03/2019-02", False),
        ("0000", False),
        ("2019-3", False),
        ("", False),
    ],
)
def test_iso(text: str, is_one: bool) -> None:
    assert values.is_iso(text) is is_one


def test_a_whole_is_the_nearest_figure_of_those_words() -> None:
    text = "A fall killed 12. Twelve fell; of twelve\nmen 3 live. Twelve fell"
    first, men = Span.cut(text, 18, 24), Span.cut(text, 34, 44)
    last = Span.cut(text, 53, 59)
    figures = [first, men, last]
    assert values.whole("Twelve", figures, offset=60) == last
    assert values.whole("tWELVE", figures, offset=0) == first
    assert values.whole("twelve  men", figures, offset=0) == men
    with pytest.raises(ValueError, match=r"^no other figure of the article$"):
        values.whole("A fall", figures, offset=0)
