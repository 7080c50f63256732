"""The signs in the margin, which tell layers and speakers apart without colour."""

from dataclasses import replace

from reader.painting import signs
from reader.switches import Switch
from tests.reader.test_painting import entity, figure, index_of, quote


def test_signs_say_what_begins_on_the_line() -> None:
    index = index_of(entity(0, 3), quote(5, 25), figure(15, 18))
    assert signs(0, 10, index=index, hidden=set()) == "Q "
    assert signs(10, 20, index=index, hidden=set()) == "│F"
    assert signs(0, 20, index=index, hidden=set()) == "QF"
    assert signs(20, 25, index=index, hidden=set()) == "│ "
    assert signs(25, 30, index=index, hidden=set()) == "  "


def test_signs_number_the_speakers() -> None:
    index = index_of(
        replace(quote(0, 5, number=1), speaker_name="Ann Lee"),
        replace(quote(10, 35, number=2), speaker_name="Bo Lind"),
        quote(50, 55, number=3),
    )
    voices = {"Ann Lee": 8, "Bo Lind": 9}
    shown = [
        signs(start, start + 10, index=index, hidden=set(), voices=voices)
        for start in range(0, 60, 10)
    ]
    assert shown == ["8 ", "1 ", "│ ", "│ ", "  ", "Q "]


def test_each_sign_is_shown_once() -> None:
    index = index_of(quote(0, 3, number=1), quote(4, 7, number=2), figure(8, 9))
    assert signs(0, 10, index=index, hidden=set()) == "QF"


def test_sign_belongs_to_the_line_on_which_the_first_character_stands() -> None:
    index = index_of(quote(10, 15))
    assert signs(0, 10, index=index, hidden=set()) == "  "
    assert signs(10, 20, index=index, hidden=set()) == "Q "


def test_what_is_hidden_has_no_sign() -> None:
    index = index_of(quote(0, 9), figure(2, 4))
    assert signs(0, 10, index=index, hidden={Switch.QUOTES}) == " F"
    assert signs(0, 10, index=index, hidden={Switch.QUOTES, Switch.FIGURES}) == "  "
