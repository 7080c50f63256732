import pytest

from reader.reading import Reading

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
E_ACUTE = "e\N{COMBINING ACUTE ACCENT}"


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


def test_sentences_while_selecting_go_to_their_ends() -> None:
    text = "One left. Two left. Three."
    reading = Reading(text)
    reading.go(text.index("Two"))
    reading.select()
    reading.move("sentence", 1)
    assert reading.trimmed_selection() == (10, 19)
    reading.move("sentence", 1)
    assert reading.trimmed_selection() == (10, len(text))
