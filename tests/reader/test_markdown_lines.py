import pytest
from rich.cells import cell_len

from reader.markdown_lines import LineSearch, line_at, markdown_lines


def shown(markup: str, width: int = 40) -> list[str]:
    return [line.text.rstrip() for line in markdown_lines(markup, width)]


def test_headings_lists_and_paragraphs() -> None:
    assert shown("# One\n\nSome *long* text that does not fit on one line.\n\n- a\n- b") == [
        "One",
        "",
        "Some long text that does not fit on one",
        "line.",
        "",
        " • a",
        " • b",
    ]


def test_the_address_of_a_link_is_shown_and_leads_nowhere() -> None:
    [line] = markdown_lines("See [here](https://example.org/x).", 60)
    assert line.text.rstrip() == "See here (https://example.org/x)."
    assert all(each.style is None or each.style.link is None for each in line.segments)


def test_an_image_is_told_and_not_fetched() -> None:
    assert shown("![a map](https://example.org/m.png)", 60) == [
        "[a map] (https://example.org/m.png)"
    ]


def test_what_looks_like_html_is_text() -> None:
    assert shown("Tag it <airstrike>.\n\n<script>x</script>") == [
        "Tag it <airstrike>.",
        "",
        "<script>x</script>",
    ]


def test_code_stays_as_it_is_written() -> None:
    assert shown("```\na  b\n  c\n```") == ["    a  b", "      c"]


def test_a_table_has_its_cells_side_by_side() -> None:
    rows = shown("| a | b |\n|---|---|\n| x | y |")
    assert [row.split() for row in rows if row] == [["a", "b"], ["────"], ["x", "y"]]


@pytest.mark.parametrize("width", [10, 23, 80])
def test_no_line_is_wider_than_there_is_room(width: int) -> None:
    markup = "# A heading of many words\n\n> quoted words, many of them\n\n1. one\n2. " + "x" * 90
    assert all(cell_len(line.text.rstrip()) <= width for line in markdown_lines(markup, width))


def test_no_line_has_a_colour() -> None:
    lines = markdown_lines("# A\n\n`b` [c](d)\n\n> e\n\n```python\nf = 1\n```", 40)
    styles = [each.style for line in lines for each in line.segments if each.style]
    assert not [style for style in styles if style.color or style.bgcolor]


def test_headings_are_known() -> None:
    lines = markdown_lines("# A\n\n**all bold**\n\n## B\n\nc", 40)
    assert [line.text.strip() for line in lines if line.is_heading] == ["A", "B"]


def test_a_place_is_found_again_at_another_width() -> None:
    markup = "\n\n".join(f"Paragraph {n} " + "with many words " * 9 for n in range(20))
    wide, narrow = markdown_lines(markup, 90), markdown_lines(markup, 30)
    start = next(at for at, line in enumerate(wide) if "Paragraph 12" in line.text)
    again = narrow[line_at(narrow, wide[start].before)]
    assert "Paragraph 12" in again.text


def test_words_are_found_whatever_their_case_and_line() -> None:
    lines = markdown_lines("Look at the border\nbetween both. The BORDER is last.", 20)
    search = LineSearch(lines)
    found = search.hits("border")
    assert [[lines[n].text[a:b] for n, a, b in hit] for hit in found] == [["border"], ["BORDER"]]
    [parted] = search.hits("border  BETWEEN")
    assert [lines[n].text[a:b].strip() for n, a, b in parted] == ["border", "between"]
    assert search.hits("  ") == search.hits("nowhere") == []
