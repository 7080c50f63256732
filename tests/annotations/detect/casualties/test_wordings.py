"""Fixed wordings, looked up at a word of a text."""

from annotations.detect.casualties.numbers.wordings import Match, Wordings
from annotations.detect.casualties.numbers.words import Words

_WORDINGS = Wordings({"many": ["more than", "well? over|above"], "few": ["no more than"]})


def test_the_wording_that_begins_with_a_word() -> None:
    words = Words("well over, well under")
    assert _WORDINGS.at(words, 0) == Match("many", 0, 2)
    assert _WORDINGS.at(words, 1) == Match("many", 1, 2)
    assert _WORDINGS.at(words, 3) is None
    assert _WORDINGS.at(words, 99) is None


def test_the_longest_wording_before_a_word() -> None:
    words = Words("It was no more than 12")
    assert _WORDINGS.before(words, 5) == Match("few", 2, 5)
    assert _WORDINGS.before(words, 5, floor=3) == Match("many", 3, 5)
    assert _WORDINGS.before(words, 5, floor=4) is None
    assert _WORDINGS.before(words, 0) is None


def test_a_hyphen_between_words_reads_as_a_blank() -> None:
    words = Words("well-above 12")
    assert _WORDINGS.at(words, 0) == Match("many", 0, 3)
    assert _WORDINGS.before(words, 3) == Match("many", 0, 3)


def test_no_wording_reaches_over_a_blank_line() -> None:
    assert _WORDINGS.at(Words("more\nthan"), 0) == Match("many", 0, 2)
    assert _WORDINGS.at(Words("more\n \nthan"), 0) is None


def test_the_words_that_can_come_first() -> None:
    assert set(_WORDINGS.first_words) == {"more", "well", "over", "above", "no"}
