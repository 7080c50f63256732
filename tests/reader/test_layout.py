from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size, split_graphemes

from reader.layout import _ONE_CELL_EACH, Layout, _break_characters, _break_words

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
HEART = "\N{HEAVY BLACK HEART}\ufe0f"
KEYCAP = "1\ufe0f\N{COMBINING ENCLOSING KEYCAP}"
FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER D}\N{REGIONAL INDICATOR SYMBOL LETTER E}"
WAVE = "\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}"
E_ACUTE = "e\N{COMBINING ACUTE ACCENT}"

PIECES = st.sampled_from(
    [
        *("a", "b", "word", "news-reader", "antidisestablishmentarianism", "“", "é", E_ACUTE),
        *("普", "京", "총리", "\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}"),
        *(FAMILY, HEART, KEYCAP, FLAG, WAVE, "\N{ZERO WIDTH SPACE}", "\N{COMBINING TILDE}"),
        *(" ", "  ", " " * 7, "\n", "\n\n"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
PLAIN_LINES = st.lists(
    st.sampled_from(["a", "bc", "word", "-", "é", "“", "–", "я", "\N{NO-BREAK SPACE}", " ", "   "]),
    max_size=20,
).map("".join)
"""Nothing but characters that take one cell each."""
WIDTHS = st.integers(2, 20)


def lines(text: str, width: int) -> list[str]:
    layout = Layout(text, width)
    return [text[start:end] for start, end in map(layout.line, range(len(layout)))]


def clusters(text: str) -> list[tuple[int, int]]:
    """Grapheme clusters; what has no width at the beginning of the text joins the one behind."""
    borders = [0]
    borders += [last for _, last, size in split_graphemes(text)[0] if size or last == len(text)]
    return list(pairwise(borders))


def shown(layout: Layout) -> list[tuple[int, tuple[int, int]]]:
    """Every character that a line shows, with the cluster that it belongs to on this line."""
    found = []
    for start, end in map(layout.line, range(len(layout))):
        for first, last in clusters(layout.text[start:end]):
            cluster = (start + first, start + last)
            found += [(offset, cluster) for offset in range(*cluster)]
    return found


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("\n\n", 10, ["", "", ""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 20, ["one two three"]),
        ("one\n\ntwo three\n", 5, ["one", "", "two", "three", ""]),
        ("one      two", 5, ["one", "two"]),
        ("one   ", 6, ["one   "]),
        ("one    ", 6, ["one"]),
        ("  one two", 6, ["  one", "two"]),
        ("      one", 4, ["", "one"]),
        ("        ", 4, [""]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("ab cdefghi j", 5, ["ab", "cdefg", "hi j"]),
        ("um 25\N{NO-BREAK SPACE}000 Tote", 8, ["um", "25\N{NO-BREAK SPACE}000", "Tote"]),
        ("普京总统访问", 5, ["普京", "总统", "访问"]),
        ("普\N{IDEOGRAPHIC SPACE}京", 4, ["普\N{IDEOGRAPHIC SPACE}", "京"]),
        (f"ab {FAMILY}{FAMILY} c", 5, ["ab", f"{FAMILY}{FAMILY}", "c"]),
        (FAMILY * 3, 5, [FAMILY * 2, FAMILY]),
        (HEART * 3, 4, [HEART * 2, HEART]),
        (E_ACUTE * 5, 3, [E_ACUTE * 3, E_ACUTE * 2]),
        ("普京", 1, ["普", "京"]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_no_width_is_a_width_of_one() -> None:
    assert lines("ab", 0) == ["a", "b"]


@given(TEXTS, WIDTHS)
def test_lines_fit_the_width(text: str, width: int) -> None:
    for line in lines(text, width):
        assert cell_len(line) <= width


@given(TEXTS, WIDTHS)
def test_lines_in_order_show_all_but_blanks_at_breaks_and_line_breaks(
    text: str, width: int
) -> None:
    layout = Layout(text, width)
    reached = 0
    for start, end in map(layout.line, range(len(layout))):
        assert start <= end
        assert text[reached:start].replace("\n", "", 1).strip(" ") == ""
        assert "\n" not in text[start:end]
        reached = end
    assert text[reached:].strip(" ") == ""
    assert len(layout) >= text.count("\n") + 1


@given(TEXTS, WIDTHS)
def test_only_the_first_line_of_a_paragraph_begins_with_a_blank(text: str, width: int) -> None:
    layout = Layout(text, width)
    for start, end in map(layout.line, range(len(layout))):
        assert start == 0 or text[start - 1] == "\n" or not text[start:end].startswith(" ")


@given(TEXTS, WIDTHS)
def test_only_words_wider_than_a_line_are_broken(text: str, width: int) -> None:
    layout = Layout(text, width)
    for start, _ in map(layout.line, range(1, len(layout))):
        if text[start - 1] not in " \n":
            begin = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
            assert cell_len(text[begin:].split("\n")[0].split(" ")[0]) > width


@given(TEXTS, WIDTHS)
def test_no_cluster_is_cut(text: str, width: int) -> None:
    layout = Layout(text, width)
    borders, begin = set(), 0
    for paragraph in text.split("\n"):
        borders |= {begin + first for first, _ in clusters(paragraph)}
        begin += len(paragraph) + 1
    for start, end in map(layout.line, range(len(layout))):
        # A mark behind a blank stands on its own, and may begin a line (UAX #14, rule LB10).
        after_break = start == 0 or text[start - 1] in " \n"
        assert start == end or after_break or start in borders


@given(TEXTS, WIDTHS)
def test_every_line_takes_as_many_words_as_fit(text: str, width: int) -> None:
    layout = Layout(text, width)
    for (start, end), (following, _) in pairwise(map(layout.line, range(len(layout)))):
        gap = text[end:following]
        if gap and not gap.strip(" "):
            word = text[following:].split("\n")[0].split(" ")[0]
            assert cell_len(text[start:end]) + len(gap) + cell_len(word) > width


@given(PLAIN_LINES, st.integers(1, 12))
def test_characters_of_one_cell_break_like_any_other_text(line: str, width: int) -> None:
    assert list(_break_characters(line, 0, len(line), width)) == list(
        _break_words(line, 0, len(line), width)
    )


def test_characters_held_to_take_one_cell_do() -> None:
    plain = [each for each in map(chr, range(0x3000)) if _ONE_CELL_EACH.fullmatch(each)]
    assert {"a", "é", "“", "–", "€"} <= set(plain)
    assert {get_character_cell_size(each) for each in plain} == {1}


@given(PLAIN_LINES, st.integers(1, 12))
def test_breaking_looks_at_one_stretch_of_the_text_alone(line: str, width: int) -> None:
    for breaking in (_break_characters, _break_words):
        alone = [(first + 3, last + 3) for first, last in breaking(line, 0, len(line), width)]
        assert list(breaking(f"xx\n{line}\nyy", 3, 3 + len(line), width)) == alone


@given(TEXTS, WIDTHS)
def test_where_a_character_stands_leads_back_to_its_cluster(text: str, width: int) -> None:
    layout = Layout(text, width)
    for offset, (start, end) in shown(layout):
        assert layout.cluster_at(offset) == (start, end)
        line, cell = layout.line_of(offset), layout.cell_of(offset)
        assert layout.line(line)[0] <= offset < layout.line(line)[1]
        visible = cell_len(text[slice(*layout.line(line))]) > 0
        assert layout.offset_at(line, cell) == (start if visible else end)


@given(TEXTS, WIDTHS)
def test_every_cell_of_a_cluster_leads_to_it(text: str, width: int) -> None:
    layout = Layout(text, width)
    for index in range(len(layout)):
        start, end = layout.line(index)
        cell = 0
        for first, last in clusters(text[start:end]):
            for _ in range(cell_len(text[start + first : start + last])):
                assert layout.offset_at(index, cell) == start + first
                cell += 1
        assert layout.offset_at(index, cell) == layout.offset_at(index, cell + 5) == end


def test_columns_count_cells() -> None:
    layout = Layout(f"a普{FAMILY}b", 20)
    assert [layout.cell_of(offset) for offset in (0, 1, 2, 7, 8)] == [0, 1, 3, 5, 6]
    assert layout.cell_of(4) == 3
    assert [layout.offset_at(0, cell) for cell in range(8)] == [0, 1, 1, 2, 2, 7, 8, 8]


def test_left_of_a_line_is_its_first_character() -> None:
    assert Layout("one two", 3).offset_at(1, -2) == 4
    assert Layout("普京", 10).offset_at(0, -2) == 0


def test_blanks_at_a_break_count_as_the_end_of_the_line_before() -> None:
    layout = Layout("one   two", 4)
    assert [layout.line(index) for index in range(2)] == [(0, 3), (6, 9)]
    assert [layout.line_of(offset) for offset in (2, 3, 5, 6)] == [0, 0, 0, 1]
    assert [layout.cell_of(offset) for offset in (2, 3, 5, 6)] == [2, 3, 3, 0]


def test_line_break_belongs_to_the_line_it_ends() -> None:
    layout = Layout("é\n\nb", 4)
    assert [layout.line_of(offset) for offset in range(5)] == [0, 0, 1, 2, 2]
    assert layout.cell_of(1) == 1
    assert layout.cluster_at(1) == (1, 2)


def test_cluster_of_an_emoji_family() -> None:
    layout = Layout(f"a{FAMILY}", 10)
    assert [layout.cluster_at(offset) for offset in (0, 1, 3, 5)] == [(0, 1), *[(1, 6)] * 3]


def test_what_has_no_width_at_the_beginning_joins_what_follows() -> None:
    layout = Layout("\N{ZERO WIDTH SPACE}ab", 10)
    assert layout.cluster_at(0) == (0, 2)
    assert layout.offset_at(0, 0) == 0


def test_behind_the_text_is_one_place() -> None:
    assert Layout("", 10).cluster_at(0) == (0, 1)
    assert Layout("é", 10).cluster_at(1) == (1, 2)
    assert Layout("é", 10).line_of(1) == 0
