from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Quote
from reader.annotation_index import AnnotationIndex
from reader.density import Density
from reader.layout import Layout
from reader.switches import Switch

LINE = 10
"""Characters of a line, its line break included."""


def text(lines: int) -> str:
    return "\n".join("x" * (LINE - 1) for _ in range(lines))


def quote(line: int, *, lines: int = 1, number: int = 1) -> Quote:
    start, end = line * LINE + 2, (line + lines - 1) * LINE + 5
    return Quote(id=number, start=start, end=end, text="q" * (end - start), type="direct")


def figure(line: int, *, number: int = 2) -> CasualtyFigure:
    start = line * LINE + 4
    return CasualtyFigure(id=number, start=start, end=start + 2, text="12", category="killed")


def strip(
    *annotations: Annotation, lines: int, height: int, hidden: frozenset[Switch] = frozenset()
) -> Density:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return Density(index, Layout(text(lines), 80), height=height, hidden=hidden)


def signs(density: Density, height: int) -> str:
    return "".join(density[row].sign for row in range(height))


def test_in_a_short_article_each_line_has_the_cell_beside_it() -> None:
    assert signs(strip(quote(1), figure(3), lines=4, height=6), 6) == " ⡇ ⢸  "


def test_quotes_stand_on_the_left_and_figures_on_the_right() -> None:
    density = strip(quote(0), figure(0), quote(2, number=3), lines=4, height=4)
    assert signs(density, 4) == "⣿ ⡇ "
    assert [density[row].has_figures for row in range(4)] == [True, False, False, False]


def test_a_quote_of_several_lines_covers_them() -> None:
    assert signs(strip(quote(1, lines=3), lines=5, height=5), 5) == " ⡇⡇⡇ "


def test_in_a_long_article_a_dot_stands_for_several_lines() -> None:
    density = strip(quote(0), figure(8), figure(31, number=3), lines=32, height=4)
    assert signs(density, 4) == "⠁⠈ ⢀"


def test_names_are_not_drawn() -> None:
    name = Entity(id=1, start=2, end=5, text="xxx", label="PERSON")
    assert signs(strip(name, lines=4, height=4), 4) == "    "


def test_what_is_hidden_is_not_drawn() -> None:
    hidden = frozenset({Switch.QUOTES})
    assert signs(strip(quote(0), figure(0), lines=4, height=4, hidden=hidden), 4) == "⢸   "


def test_a_row_leads_to_what_begins_there_first_else_to_its_first_line() -> None:
    density = strip(quote(9), figure(10), lines=32, height=4)
    assert [density.offset(row) for row in range(4)] == [0, 9 * LINE + 2, 16 * LINE, 24 * LINE]


def test_rows_below_a_short_article_lead_to_its_last_line() -> None:
    assert strip(lines=2, height=9).offset(8) == LINE


def test_a_strip_without_height_has_no_cells() -> None:
    assert strip(quote(0), lines=2, height=0)[0].sign == " "


@given(st.integers(1, 60), st.integers(1, 12), st.data())
def test_every_figure_has_a_dot_and_its_row_leads_to_a_figure(
    lines: int, height: int, data: st.DataObject
) -> None:
    at = sorted(data.draw(st.sets(st.integers(0, lines - 1), max_size=8)))
    density = strip(
        *(figure(line, number=number) for number, line in enumerate(at)), lines=lines, height=height
    )
    rows = {line * height // max(lines, height) for line in at}
    drawn = {row for row in range(height) if density[row].has_figures}
    assert rows <= drawn
    assert {density.offset(row) for row in rows} <= {line * LINE + 4 for line in at}
