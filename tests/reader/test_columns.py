from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotations.model import ArticleState, CasualtyFigure, Count
from annotations.store import SORTS, ArticleRow
from annotations.summary import summarize
from reader.widgets.columns import (
    COLUMNS,
    FOUND_COLUMNS,
    TOLLS_LEAST,
    Column,
    cells,
    column_at,
    found_cells,
    line,
)

ROW = ArticleRow(
    key=1,
    id="storm-1",
    title="Storm over Oldport",
    source="The Oldport Mail",
    published="2016-10-28T09:00:00Z",
    entities=40,
    names=12,
    quotes=3,
    casualties=0,
    reviewed=5,
    unreviewed=10,
    tags=("storm", "to check"),
    run=True,
    state=ArticleState.BEGUN,
)
HEADINGS = tuple(column.heading for column in COLUMNS)
WORDS = st.lists(
    st.sampled_from(["a", "é", " ", "普", "\N{WAVING HAND SIGN}", "e\N{COMBINING ACUTE ACCENT}"]),
    max_size=60,
).map("".join)


def test_cells() -> None:
    assert cells(ROW, 150) == (
        "2016-10-28",
        "Storm over Oldport",
        "The Oldport Mail",
        "12",
        "3",
        "0",
        "0",
        "5/15",
        "#storm #to check",
    )


TOLLS = summarize(
    CasualtyFigure(
        start=place,
        end=place + 1,
        text="x",
        category=category,
        count=Count(low=number, best=number),
    )
    for place, (number, category) in enumerate([(12, "killed"), (30, "injured"), (1, "missing")])
)


def test_figures_are_shown_where_there_is_room_and_counted_where_there_is_not() -> None:
    values = cells(replace(ROW, casualties=3), TOLLS_LEAST, tolls=TOLLS)
    assert line(values, TOLLS_LEAST).endswith("  12+ killed · 30+ injured …       5/15")
    assert line(values, TOLLS_LEAST - 1).endswith("       3       5/15")
    assert line(HEADINGS, TOLLS_LEAST).count("Figures") == 1
    assert line(HEADINGS, TOLLS_LEAST - 1).count("Figures") == 1
    assert "Figures" not in line(HEADINGS, 59)


def test_figures_of_which_none_is_the_articles_own_are_counted() -> None:
    values = cells(replace(ROW, casualties=3), TOLLS_LEAST, tolls=())
    assert line(values, TOLLS_LEAST).split()[-2:] == ["3", "5/15"]


def test_the_title_keeps_room_beside_the_figures() -> None:
    values = cells(replace(ROW, title="x" * 99), TOLLS_LEAST, tolls=TOLLS)
    assert line(values, TOLLS_LEAST).count("x") >= 20


def test_cells_of_an_article_of_which_nothing_but_its_id_is_known() -> None:
    row = replace(
        ROW,
        title="",
        source=None,
        published=None,
        tags=(),
        entities=0,
        names=0,
        quotes=0,
        casualties=0,
        reviewed=0,
        unreviewed=0,
        run=False,
    )
    assert cells(row, 150) == ("", "storm-1", "", "–", "–", "–", "–", "not run", "")


def test_run_that_found_nothing_differs_from_no_run() -> None:
    row = replace(ROW, names=0, quotes=0, casualties=0, reviewed=0, unreviewed=0)
    assert cells(row, 120)[3:8] == ("0", "0", "0", "0", "0/0")


def test_annotations_of_a_person_count_without_a_run() -> None:
    row = replace(ROW, names=1, quotes=0, casualties=0, reviewed=1, unreviewed=0, run=False)
    assert cells(row, 120)[3:8] == ("1", "0", "0", "0", "1/1")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.heading)
def test_columns_are_sorted_in_ways_that_the_store_knows(column: Column) -> None:
    assert column.sort is None or column.sort in SORTS


def test_every_heading_has_room_for_the_arrow_of_sorting() -> None:
    for width in (TOLLS_LEAST - 1, 200):
        shown = line([f"{column.heading}▼" for column in COLUMNS], width)
        assert shown.split() == [
            f"{column.heading}▼" for column in COLUMNS if column.least <= width < column.below
        ]


def test_line_of_a_common_width() -> None:
    assert line(cells(ROW, 80), 80) == (
        "2016-10-28  Storm over Oldport #storm #to…      12        3         0       5/15"
    )


@pytest.mark.parametrize(
    "column",
    [each for each in COLUMNS if each.least and each.heading != "Figures"],
    ids=lambda column: column.heading,
)
def test_narrow_tables_leave_columns_out(column: Column) -> None:
    assert column.heading in line(HEADINGS, column.least)
    assert column.heading not in line(HEADINGS, column.least - 1)


@given(st.lists(WORDS, min_size=len(COLUMNS), max_size=len(COLUMNS)), st.integers(60, 200))
def test_line_takes_the_width_there_is(values: list[str], width: int) -> None:
    assert cell_len(line(values, width)) == width


def test_title_keeps_some_room_however_narrow_the_table() -> None:
    assert line(HEADINGS, 10).startswith("Date        Title     ")
    values = cells(replace(ROW, title="Storm over Oldport"), 120)
    assert line(values, 10).split("  ")[1] == "Storm o…"


def test_values_that_do_not_fit_are_cut_with_a_sign() -> None:
    values = cells(replace(ROW, title="A title far too long", quotes=123456789), 120)
    assert line(values, 60) == "2016-10-28  A title f…      12  123456…         0       5/15"


def test_wide_characters_are_cut_whole() -> None:
    values = cells(replace(ROW, title="普京总统访问普京总统访问"), 120)
    assert line(values, 10).split("  ")[1] == "普京总…"


def test_values_stay_on_one_line_and_never_reach_the_terminal_as_commands() -> None:
    values = cells(replace(ROW, title="Two\nlines \x1b[2Jand [red]", source="x\ty"), 120)
    shown = line(values, 120)
    assert "Two lines and [red]" in shown
    assert "x y" in shown


def test_what_was_found_by_its_words_has_columns_of_its_own() -> None:
    values = found_cells(ROW, "in Oldport the storm hit")
    assert cell_len(line(values, 80, columns=FOUND_COLUMNS)) == 80
    assert "in Oldport the storm hit" in line(values, 80, columns=FOUND_COLUMNS)
    assert "The Oldport Mail" not in line(values, 80, columns=FOUND_COLUMNS)
    assert "The Oldport Mail" in line(values, 120, columns=FOUND_COLUMNS)
    assert "in Oldport" not in line(values, 69, columns=FOUND_COLUMNS)


@pytest.mark.parametrize(("cell", "heading"), [(0, "Date"), (11, "Date"), (12, "Title")])
def test_column_at_a_cell(cell: int, heading: str) -> None:
    column = column_at(cell, 80, COLUMNS)
    assert column is not None and column.heading == heading


def test_there_is_no_column_beside_the_table() -> None:
    assert column_at(-1, 80, COLUMNS) is None
    assert column_at(90, 80, COLUMNS) is None
