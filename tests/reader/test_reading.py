from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Status
from reader.annotation_index import AnnotationIndex
from reader.reading import Reading, Unit

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
E_ACUTE = "e\N{COMBINING ACUTE ACCENT}"
PIECES = [
    *("a", "word", "anti-war", "don’t", "antidisestablishment", ".", " ", "   ", "\n", "\n\n"),
    *("普京", E_ACUTE, FAMILY, "\N{ZERO WIDTH SPACE}", "\N{COMBINING TILDE}"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
WIDTHS = st.integers(2, 15)

MOTIONS: dict[str, Callable[[Reading], object]] = {
    **{
        f"{unit} {step}": lambda reading, unit=unit, step=step: reading.move(unit, step)
        for unit in get_args(Unit)
        for step in (1, -1)
    },
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


def entity(
    number: int, start: int, end: int, *, text: str, status: Status = Status.SUGGESTED
) -> Entity:
    covered = text[start:end]
    return Entity(id=number, start=start, end=end, text=covered, label="ORG", status=status)


def index_of(*annotations: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return index


def walked(reading: Reading, unit: Unit, step: int) -> list[int]:
    """Where the cursor stands on its way to the end of the text."""
    places = []
    for _ in range(len(reading.text) + 1):
        before = reading.cursor
        reading.move(unit, step)
        if reading.cursor == before:
            return places
        places.append(reading.cursor)
    raise AssertionError("the cursor never comes to rest")


def toured(reading: Reading, step: int, *, unreviewed: bool = False) -> list[int | None]:
    """The annotations visited until there is no further one."""
    visited = []
    while reading.to_annotation(step, unreviewed=unreviewed):
        visited.append(reading.focus)
        assert len(visited) < 50
    return visited


# Motions


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
    assert not reading.to_annotation(1)
    assert reading.trimmed_selection() is None
    assert (reading.focus, reading.line) == (None, reading.cursor)


# Annotations

QUOTED = "He said: “Oldport lost 12 people, Oldport lost” it all."
QUOTE, NAME, FIGURE, PLACE = 1, 2, 3, 4


def quoted(*, name_status: Status = Status.SUGGESTED) -> Reading:
    """A quote from 9 to 47 that has a name, a figure and another name in it."""
    return Reading(
        QUOTED,
        index_of(
            Quote(id=QUOTE, start=9, end=47, text=QUOTED[9:47], type="direct"),
            entity(NAME, 10, 17, text=QUOTED, status=name_status),
            CasualtyFigure(id=FIGURE, start=23, end=32, text="12 people", category="killed"),
            entity(PLACE, 34, 41, text=QUOTED),
        ),
    )


def test_cursor_brings_the_innermost_annotation_into_focus() -> None:
    reading = quoted()
    focused = []
    for offset in (0, 9, 10, 17, 23, 46, 47):
        reading.go(offset)
        focused.append(reading.focus)
    assert focused == [None, QUOTE, NAME, QUOTE, FIGURE, QUOTE, None]


def test_tab_visits_every_annotation_in_reading_order_and_shift_tab_in_reverse() -> None:
    reading = quoted()
    assert toured(reading, 1) == [QUOTE, NAME, FIGURE, PLACE]
    reading.go(len(QUOTED))
    assert toured(reading, -1) == [PLACE, FIGURE, NAME, QUOTE]


def test_annotations_that_begin_at_one_place_are_visited_once_each() -> None:
    text = "A figure of 12 people"
    reading = Reading(
        text,
        index_of(
            entity(5, 12, 14, text=text),
            entity(1, 12, 21, text=text),
            entity(2, 12, 14, text=text),
        ),
    )
    assert toured(reading, 1) == [1, 2, 5]
    assert toured(reading, -1) == [2, 1]


@given(
    st.lists(st.tuples(st.integers(1, 15), st.integers(1, 12)), min_size=1, max_size=10),
    st.text(f"a \n{E_ACUTE}", min_size=28, max_size=28),
)
def test_tab_and_shift_tab_visit_every_annotation_once(
    spans: list[tuple[int, int]], text: str
) -> None:
    index = index_of(
        *(
            entity(number, start, start + size, text=text)
            for number, (start, size) in enumerate(spans)
        )
    )
    reading = Reading("  " + text, index, width=10)
    assert toured(reading, 1) == list(index.ids)
    assert toured(reading, -1) == list(index.ids)[-2::-1]


def test_from_inside_a_long_annotation_tab_goes_on_from_the_cursor() -> None:
    reading = quoted()
    reading.go(20)
    assert reading.focus == QUOTE
    assert reading.to_annotation(1)
    assert reading.focus == FIGURE
    reading.go(20)
    assert reading.to_annotation(-1)
    assert reading.focus == NAME


def test_from_inside_an_annotation_shift_tab_goes_to_the_one_before_it() -> None:
    reading = quoted()
    reading.go(36)
    assert reading.to_annotation(-1)
    assert reading.focus == FIGURE


def test_unreviewed_annotations_alone() -> None:
    assert toured(quoted(name_status=Status.ACCEPTED), 1, unreviewed=True) == [
        QUOTE,
        FIGURE,
        PLACE,
    ]


def test_hidden_layers_are_passed_over() -> None:
    reading = quoted()
    assert not reading.toggle_layer(Layer.ENTITIES)
    assert toured(reading, 1) == [QUOTE, FIGURE]
    assert reading.toggle_layer(Layer.ENTITIES)
    assert toured(reading, -1) == [NAME, QUOTE]


def test_hiding_the_layer_in_focus_focuses_what_is_around_it() -> None:
    reading = quoted()
    reading.focus_on(NAME)
    reading.toggle_layer(Layer.ENTITIES)
    assert reading.focus == QUOTE
    reading.toggle_layer(Layer.QUOTES)
    assert reading.focus is None


def test_end_of_the_annotations_leaves_cursor_and_focus() -> None:
    reading = quoted()
    reading.focus_on(PLACE)
    assert not reading.to_annotation(1)
    assert (reading.focus, reading.cursor) == (PLACE, 34)


def test_focus_on_an_annotation_that_is_not_there_changes_nothing() -> None:
    reading = quoted()
    reading.focus_on(99)
    assert (reading.focus, reading.cursor) == (None, 0)


def test_keep_focus_leaves_the_cursor_alone() -> None:
    reading = quoted()
    reading.go(24)
    reading.keep_focus(QUOTE)
    assert (reading.focus, reading.cursor) == (QUOTE, 24)
    for gone in (99, None):
        reading.keep_focus(gone)
        assert reading.focus == QUOTE


def test_other_annotations_keep_the_focus_as_long_as_it_is_there() -> None:
    reading = quoted()
    reading.focus_on(NAME)
    reading.show(index_of(entity(7, 10, 12, text=QUOTED), entity(NAME, 10, 17, text=QUOTED)))
    assert reading.focus == NAME
    reading.show(index_of(entity(7, 10, 12, text=QUOTED)))
    assert reading.focus == 7


def test_annotation_put_into_an_empty_index_is_shown() -> None:
    index = index_of()
    reading = Reading(QUOTED, index)
    index.put(entity(NAME, 10, 17, text=QUOTED))
    assert toured(reading, 1) == [NAME]


# Selecting


def test_selection_takes_in_both_ends() -> None:
    reading = Reading("one two three")
    reading.go(4)
    assert reading.selection is None
    reading.select()
    assert reading.selection == (4, 5)
    reading.go(6)
    assert reading.selection == (4, 7)
    reading.go(1)
    assert reading.selection == (1, 5)
    reading.unselect()
    assert reading.selection is None


def test_selection_takes_in_whole_clusters() -> None:
    reading = Reading(f"a{FAMILY}b{E_ACUTE}")
    reading.select(anchor=3)
    reading.go(7)
    assert reading.selection == (1, 9)


def test_swapping_moves_the_other_end() -> None:
    reading = Reading("one two three")
    reading.select(anchor=4)
    reading.go(6)
    reading.swap_ends()
    assert (reading.anchor, reading.cursor) == (6, 4)
    reading.move("word", -1)
    assert reading.selection == (0, 7)


def test_swapping_without_a_selection_does_nothing() -> None:
    reading = Reading("one")
    reading.go(2)
    reading.swap_ends()
    assert (reading.anchor, reading.cursor) == (None, 2)


@pytest.mark.parametrize(
    ("anchor", "cursor", "expected"),
    [(3, 8, (4, 7)), (8, 3, (4, 7)), (4, 6, (4, 7)), (7, 8, None), (8, 10, (10, 11))],
)
def test_trimmed_selection(anchor: int, cursor: int, expected: tuple[int, int] | None) -> None:
    reading = Reading("one two \n three")
    reading.select(anchor=anchor)
    reading.go(cursor)
    assert reading.trimmed_selection() == expected


def test_nothing_selected_trims_to_nothing() -> None:
    assert Reading("one").trimmed_selection() is None


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (0, 3)), (6, (4, 12)), (3, None), (12, None), (14, (14, 19))]
)
def test_select_word(offset: int, expected: tuple[int, int] | None) -> None:
    reading = Reading("one anti-war, don’t")
    reading.go(offset)
    reading.select_word()
    assert reading.selection == expected


# Width


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


def test_rewrapping_gives_up_the_column() -> None:
    reading = Reading("abcdef abc abcdef", width=20)
    reading.go(12)
    reading.move_lines(0)
    reading.rewrap(6)
    reading.move("line", -1)
    assert reading.cursor == 8


def test_rewrapping_keeps_focus_and_selection() -> None:
    reading = quoted()
    reading.go(24)
    reading.select(anchor=10)
    reading.keep_focus(QUOTE)
    reading.rewrap(10)
    assert (reading.focus, reading.selection) == (QUOTE, (10, 25))


# Finding

TALE = "Port, harbour, port, Port"


def test_find_goes_to_the_first_hit_from_the_origin_on() -> None:
    reading = Reading(TALE)
    reading.find("port", origin=0)
    assert (reading.cursor, reading.hits.starts) == (0, (0, 15, 21))
    reading.find("port", origin=1)
    assert reading.cursor == 15
    reading.find("Port", origin=1)
    assert (reading.cursor, reading.hits.starts) == (21, (0, 21))


def test_find_goes_round_at_the_end() -> None:
    reading = Reading(TALE)
    reading.find("harb", origin=20)
    assert reading.cursor == 6


def test_find_goes_back_to_the_origin_when_there_is_no_hit() -> None:
    reading = Reading(TALE)
    reading.find("p", origin=7)
    assert reading.cursor == 15
    for sought in ("pq", ""):
        reading.find(sought, origin=7)
        assert (reading.cursor, len(reading.hits)) == (7, 0)


def test_hits_go_round() -> None:
    reading = Reading(TALE)
    reading.find("port", origin=0)
    assert [(reading.to_hit(1), reading.cursor) for _ in range(3)] == [(1, 15), (2, 21), (0, 0)]
    assert [(reading.to_hit(-1), reading.cursor) for _ in range(3)] == [(2, 21), (1, 15), (0, 0)]


def test_without_hits_the_cursor_stays() -> None:
    reading = Reading(TALE)
    reading.go(7)
    assert (reading.to_hit(1), reading.to_hit(-1), reading.cursor) == (None, None, 7)


def test_hit_inside_a_cluster_does_not_hold_the_cursor() -> None:
    reading = Reading(f"{FAMILY} and {FAMILY}")
    reading.find("\N{WOMAN}", origin=0)
    assert reading.cursor == 0
    assert (reading.to_hit(1), reading.cursor) == (1, 10)
    assert (reading.to_hit(-1), reading.cursor) == (0, 0)
