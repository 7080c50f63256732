"""What a selection takes in: literal texts, and that it is never torn or outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout import Layout
from reader.reading import Reading
from reader.snapping import SELECTION_UNITS, SelectionUnit, inked, snapped, trimmed, word_around

TEXT = "Mr. Bell left Oldport. “We lost 12,000 tents,” Bell’s deputy said.\nThe U.S. waits."
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
PIECES = st.sampled_from(
    [
        *("a", "word", "Bell’s", "12,000", "U.S.", "e\N{COMBINING ACUTE ACCENT}", FAMILY, "海"),
        *("“", "”", ",", ".", "—", "(", ")", '"', "\N{COMBINING TILDE}", " ", "  ", ". ", "\n"),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=20).map("".join)


def cut(text: str, selected: str, unit: SelectionUnit) -> str | None:
    """What is taken in where a text is selected, as text."""
    start = text.index(selected)
    found = snapped(text, start, start + len(selected), unit)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    ("selected", "unit", "expected"),
    [
        ("ell left Old", "word", "Bell left Oldport"),
        ("Oldport. ", "word", "Oldport."),
        ("000", "word", "12,000"),
        ("S", "word", "U.S."),
        ("tents,”", "word", "tents"),
        ("“We lost", "word", "We lost"),
        ("“We lost 12,000 tents,”", "word", "“We lost 12,000 tents,”"),
        ("Bell’", "word", "Bell"),
        ("lost", "sentence", "“We lost 12,000 tents,” Bell’s deputy said."),
        ("port. “We", "sentence", TEXT.partition("\n")[0].removeprefix("Mr. ")),
        ("waits", "sentence", "The U.S. waits."),
        ("Oldport", "paragraph", TEXT.partition("\n")[0]),
        ("said.\nThe", "paragraph", TEXT),
        ("tents,” ", "character", "tents,”"),
    ],
)
def test_snapped(selected: str, unit: SelectionUnit, expected: str) -> None:
    assert cut(TEXT.removeprefix("Mr. "), selected, unit) == expected.removeprefix("Mr. ")


def test_the_time_of_a_clock_is_one_word() -> None:
    assert cut("at 05:50 on Friday", "50", "word") == "05:50"
    assert cut("at 05:50:30, he", "05", "word") == "05:50:30"
    assert cut("He said: 12 died", "said", "word") == "said"


def test_nothing_but_blanks_is_nothing() -> None:
    assert [snapped("a \n b", 1, 4, unit) for unit in SELECTION_UNITS] == [None] * 4
    assert inked("a \n b", 1, 4) is None


def test_nothing_but_marks_stays() -> None:
    assert cut("one — two", " — ", "word") == "—"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Wagner”", "“Wagner”"),
        ("Wagner”,", "Wagner"),
        ("“Wagner,", "Wagner"),
        ("(Oldport)", "(Oldport)"),
        ("(Oldport", "Oldport"),
        ("Oldport) —", "Oldport"),
        ('"Wagner', "Wagner"),
        ('"Wagner"', '"Wagner"'),
        ("«Kursk»", "«Kursk»"),
        ("»Kursk«", "»Kursk«"),
        ("U.S.", "U.S."),
        ("soldiers’", "soldiers"),
        (" , ", None),
    ],
)
def test_trimmed(text: str, expected: str | None) -> None:
    found = trimmed(text, 0, len(text))
    assert (None if found is None else text[slice(*found)]) == expected


def test_no_sentence_ends_inside_a_name() -> None:
    text = "The St. Mary sank. All lived."
    name = text.index("Mary")
    found = snapped(text, 0, 3, "sentence", is_inside=lambda offset: offset == name)
    assert found == (0, 18)


def test_word_around() -> None:
    assert word_around("one 3,500 two", 6) == (4, 9)
    assert word_around("one, two", 3) is None
    assert word_around("one ", 3) is None


@given(TEXTS, st.data(), st.sampled_from(SELECTION_UNITS))
def test_a_selection_is_never_torn_and_never_outside(
    text: str, data: st.DataObject, unit: SelectionUnit
) -> None:
    reading = Reading(text, width=12)
    reading.go(data.draw(st.integers(0, len(text) - 1)))
    reading.select(unit=unit)
    reading.go(data.draw(st.integers(0, len(text) - 1)))
    assert reading.selection is not None
    start, end = reading.selection
    borders = {Layout(text, 12).cluster_at(at)[0] for at in range(len(text))} | {len(text)}
    assert 0 <= start < end <= len(text)
    assert {start, end} <= borders
    kept = reading.trimmed_selection()
    assert kept is None or text[slice(*kept)] == text[slice(*kept)].strip()


@given(TEXTS, st.data())
def test_larger_units_take_in_smaller_ones(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = inked(text, start, end)
    if found is not None:
        paragraph = snapped(text, *found, "paragraph")
        sentence = snapped(text, *found, "sentence")
        assert paragraph is not None and sentence is not None
        assert text[slice(*sentence)].strip() and text[slice(*paragraph)].strip()


def test_one_key_goes_through_the_units() -> None:
    reading = Reading("One two. Three four.\nFive.")
    reading.go(5)
    seen = []
    for _ in range(5):
        reading.switch_unit()
        assert reading.selection is not None
        seen.append((reading.unit, reading.text[slice(*reading.selection)]))
    assert seen == [
        ("word", "two"),
        ("sentence", "One two."),
        ("paragraph", "One two. Three four."),
        ("character", "w"),
        ("word", "two"),
    ]
    reading.unselect()
    reading.select()
    assert reading.unit == "character"
