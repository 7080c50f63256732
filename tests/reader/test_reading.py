from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cursor import Unit
from reader.reading import Reading

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
E_ACUTE = "e\N{COMBINING ACUTE ACCENT}"
PIECES = [
    *("a", "word", "anti-war", "don’t", "antidisestablishment", ".", " ", "   ", "\n", "\n\n"),
    *("普京", E_ACUTE, FAMILY, "\N{ZERO WIDTH SPACE}", "\N{COMBINING TILDE}"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
WIDTHS = st.integers(2, 15)


def moving(unit: Unit, step: int) -> Callable[[Reading], object]:
    return lambda reading: reading.move(unit, step)


MOTIONS: dict[str, Callable[[Reading], object]] = {
    **{f"{unit} {step}": moving(unit, step) for unit in get_args(Unit) for step in (1, -1)},
    "page down": lambda reading: reading.move_lines(3),
    "page up": lambda reading: reading.move_lines(-3),
    "line start": lambda reading: reading.to_line_border(-1),
    "line end": lambda reading: reading.to_line_border(1),
    "top": lambda reading: reading.go(-5),
    "bottom": lambda reading: reading.go(len(reading.text)),
    "select": lambda reading: reading.select(),
    "select word": lambda reading: reading.select_word(),
    "swap": lambda reading: reading.swap_ends(),
    "unselect": lambda reading: reading.unselect(),
    "find": lambda reading: reading.find("a", origin=reading.cursor),
    "next hit": lambda reading: reading.to_hit(1),
    "previous hit": lambda reading: reading.to_hit(-1),
    "wider": lambda reading: reading.rewrap(12),
    "narrower": lambda reading: reading.rewrap(3),
}


def walked(reading: Reading, unit: Unit, step: int) -> list[int]:
    """Where the cursor stands on its way to the end of the text."""
    places: list[int] = []
    for _ in range(len(reading.text) + 1):
        before = reading.cursor
        reading.move(unit, step)
        if reading.cursor == before:
            return places
        places.append(reading.cursor)
    raise AssertionError("the cursor never comes to rest")


@given(TEXTS, WIDTHS, st.lists(st.sampled_from(sorted(MOTIONS)), max_size=25))
def test_cursor_never_leaves_the_text_nor_stands_inside_a_cluster(
    text: str, width: int, motions: list[str]
) -> None:
    reading = Reading(text, width=width)
    for motion in motions:
        MOTIONS[motion](reading)
        assert 0 <= reading.cursor < max(1, len(text))
        assert reading.layout.cluster_at(reading.cursor)[0] == reading.cursor
        if reading.selection is not None:
            start, end = reading.selection
            assert 0 <= start <= reading.cursor < end <= len(text)


@given(TEXTS, WIDTHS, st.sampled_from(get_args(Unit)))
def test_every_motion_reaches_both_ends_of_the_text(text: str, width: int, unit: Unit) -> None:
    reading = Reading(text, width=width)
    down = walked(reading, unit, 1)
    assert down == sorted(set(down))
    assert reading.line == reading.layout.line_of(max(0, len(text) - 1))
    up = walked(reading, unit, -1)
    assert up == sorted(set(up), reverse=True)
    assert reading.line == 0


def test_characters_are_clusters() -> None:
    reading = Reading(f"a{FAMILY}{E_ACUTE}b")
    assert walked(reading, "character", 1) == [1, 6, 8]
    assert walked(reading, "character", -1) == [6, 1, 0]


def test_going_into_a_cluster_stands_on_its_beginning() -> None:
    reading = Reading(f"a{FAMILY}b")
    reading.go(3)
    assert reading.cursor == 1


def test_words() -> None:
    reading = Reading("The anti-war U.N. don’t,\n  5")
    assert walked(reading, "word", 1) == [4, 13, 15, 18, 27]
    assert walked(reading, "word", -1) == [18, 15, 13, 4, 0]


def test_word_backwards_goes_to_the_start_of_the_word_one_stands_in() -> None:
    reading = Reading("one three")
    reading.go(6)
    reading.move("word", -1)
    assert reading.cursor == 4


def test_word_forwards_from_the_last_word_goes_to_the_last_character() -> None:
    reading = Reading("one two.")
    reading.go(4)
    reading.move("word", 1)
    assert reading.cursor == 7


def test_word_that_begins_inside_a_cluster_does_not_hold_the_cursor() -> None:
    reading = Reading("\N{ZERO WIDTH SPACE}ab cd")
    assert walked(reading, "word", 1) == [4, 5]


def test_words_while_selecting_go_by_the_ends_that_the_selection_takes_in() -> None:
    reading = Reading("one two three four")
    reading.go(4)
    reading.select()
    assert walked(reading, "word", 1) == [6, 12, 17]
    assert walked(reading, "word", -1) == [12, 6, 4, 0]


def test_lines_keep_the_column_over_shorter_ones() -> None:
    reading = Reading("abcdef\n\nab\nabcdef")
    reading.go(4)
    assert walked(reading, "line", 1) == [7, 10, 15]
    assert walked(reading, "line", -1) == [10, 7, 4]


def test_other_motions_give_up_the_column() -> None:
    reading = Reading("abcdef\nab\nabcdef")
    reading.go(4)
    reading.move("line", 1)
    reading.move("character", -1)
    reading.move("line", 1)
    assert reading.cursor == 11


def test_column_counts_cells() -> None:
    reading = Reading("普京总统\nabcdefgh")
    reading.go(2)
    reading.move("line", 1)
    assert reading.cursor == 5 + 4


@pytest.mark.parametrize(
    ("text", "line"), [("abcde 普京总统 abcde", "普京"), (f"abcde{FAMILY * 3}", FAMILY * 2)]
)
def test_line_broken_inside_a_word_holds_a_cursor_that_comes_from_beyond_its_end(
    text: str, line: str
) -> None:
    reading = Reading(text, width=5)
    at = text.index(line)
    reading.go(4)
    reading.move("line", 1)
    assert (reading.line, reading.cursor) == (1, at + len(line) - len(line) // 2)
    reading.move("line", 1)
    assert reading.line == 2
    reading.move_lines(-2)
    assert reading.cursor == 4


def test_cursor_stands_on_the_last_character_of_a_wrapped_line_but_on_a_line_break_behind_it() -> (
    None
):
    reading = Reading("abcdef ab abcdef\nab\nabcdef", width=7)
    reading.go(5)
    assert walked(reading, "line", 1) == [8, 15, 19, 25]


def test_down_from_the_last_line_before_a_final_line_break_stays() -> None:
    reading = Reading("ab\nab\n")
    reading.go(3)
    reading.move("line", 1)
    assert reading.cursor == 3


def test_move_lines_stops_at_the_borders() -> None:
    reading = Reading("ab\nab\nab")
    reading.move_lines(50)
    assert reading.cursor == 6
    reading.move_lines(-50)
    assert reading.cursor == 0


def test_line_borders() -> None:
    reading = Reading("one two\nthree", width=5)
    reading.to_line_border(1)
    assert reading.cursor == 2
    reading.go(10)
    reading.to_line_border(-1)
    assert reading.cursor == 8
    reading.to_line_border(1)
    assert reading.cursor == 12


def test_paragraphs() -> None:
    text = "one one\n\n  \ntwo two\nthree\n"
    reading = Reading(text, width=4)
    reading.go(4)
    assert walked(reading, "paragraph", 1) == [12, 20, 25]
    assert walked(reading, "paragraph", -1) == [20, 12, 0]
    reading.go(16)
    reading.move("paragraph", -1)
    assert reading.cursor == 12


@pytest.mark.parametrize("text", ["", "\n", "\n\n", " "])
@pytest.mark.parametrize("motion", MOTIONS)
def test_texts_without_words_can_be_moved_in(text: str, motion: str) -> None:
    reading = Reading(text)
    MOTIONS[motion](reading)
    assert 0 <= reading.cursor < max(1, len(text))
    assert reading.next_annotation(1) is None
    assert reading.trimmed_selection() is None
    assert (reading.focus, reading.line) == (None, reading.cursor)


@given(TEXTS, WIDTHS, WIDTHS, st.integers(0, 60))
def test_rewrapping_keeps_the_character_under_the_cursor(
    text: str, before: int, after: int, offset: int
) -> None:
    reading = Reading(text, width=before)
    reading.go(offset)
    cursor = reading.cursor
    reading.rewrap(after)
    assert reading.layout.width == after
    start, end = reading.layout.cluster_at(cursor)
    assert start == reading.cursor <= cursor < end


def test_rewrapping_never_leaves_the_cursor_inside_a_cluster() -> None:
    reading = Reading("ab \N{COMBINING TILDE}cd", width=2)
    reading.go(3)
    assert reading.cursor == 3
    reading.rewrap(20)
    assert reading.cursor == 2


def test_rewrapping_gives_up_the_column() -> None:
    reading = Reading("abcdef abc abcdef", width=20)
    reading.go(12)
    reading.move_lines(0)
    reading.rewrap(6)
    reading.move("line", -1)
    assert reading.cursor == 8
