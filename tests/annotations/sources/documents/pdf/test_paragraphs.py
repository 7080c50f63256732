"""Lines become paragraphs."""

from dataclasses import replace

from annotations.sources.documents.pdf.footnotes import parted
from annotations.sources.documents.pdf.geometry import Line
from annotations.sources.documents.pdf.hyphens import words_of
from annotations.sources.documents.pdf.paragraphs import paragraphs

WIDTH = 300.0


def line(text: str, y: float, *, x: float = 50, size: float = 10, full: bool = True) -> Line:
    """A line of a column from 50 to 350; one that is not full is as wide as its text."""
    x1 = 350.0 if full else x + len(text) * 5
    return Line(text=text, x0=x, x1=x1, y=y, size=size, left=50, right=350)


def flow(*pages: list[Line]) -> list[str]:
    words = words_of(each.text for page in pages for each in page)
    return [block.text for block in paragraphs(pages, words, body=10)]


def test_a_short_line_ends_a_paragraph() -> None:
    found = flow(
        [
            line("The guns fell silent on Monday, and for eight days", 700),
            line("nobody spoke.", 688, full=False),
            line("Then they began again, on the ninth day, in the", 676),
            line("hills.", 664, full=False),
        ]
    )
    assert found == [
        "The guns fell silent on Monday, and for eight days nobody spoke.",
        "Then they began again, on the ninth day, in the hills.",
    ]


def test_an_indent_begins_a_paragraph() -> None:
    found = flow(
        [
            line("One line that fills its column.", 700),
            line("Another one that fills it.", 688, x=60),
            line("And the rest.", 676, full=False),
        ]
    )
    assert found == [
        "One line that fills its column.",
        "Another one that fills it. And the rest.",
    ]


def test_a_gap_begins_a_paragraph() -> None:
    lines = [line(f"Line {index} that fills it", 700 - index * 12) for index in range(4)]
    lines += [line("After a gap", 640), line("and on", 628)]
    assert len(flow(lines)) == 2


def test_a_heading_stands_apart() -> None:
    found = list(
        paragraphs(
            [
                [
                    line("A headline that takes", 740, size=20, full=False),
                    line("two lines", 718, size=20, full=False),
                    replace(line("In bold", 700, full=False), bold=True),
                    line("Text that fills its column", 688),
                ]
            ],
            words_of([]),
            body=10,
        )
    )
    assert [(block.text, block.level) for block in found] == [
        ("A headline that takes two lines", 1),
        ("In bold", 2),
        ("Text that fills its column", None),
    ]


def test_items_of_lists() -> None:
    found = flow(
        [
            line("• Shelter is what they need most of all, and", 700),
            line("water.", 688, x=60, full=False),
            line("▪ Food.", 676, full=False),
            line("1. First.", 664, full=False),
            line("(a) Second.", 652, full=False),
        ]
    )
    assert found == [
        "• Shelter is what they need most of all, and water.",
        "• Food.",
        "1. First.",
        "(a) Second.",
    ]


def test_paragraphs_go_on_over_pages() -> None:
    first = [line("Intro.", 720, full=False), line("The convoy had come as far as the", 700)]
    assert flow(first, [line("bridge of Velm.", 750, full=False)])[1:] == [
        "The convoy had come as far as the bridge of Velm."
    ]
    assert flow(first, [line("Karsun, it was said.", 750, full=False)])[1:] == [
        "The convoy had come as far as the Karsun, it was said."
    ]


def test_a_sentence_that_ends_with_its_page_ends_its_paragraph() -> None:
    found = flow([line("The convoy came as far as Velm.", 700)], [line("It stopped.", 750)])
    assert len(found) == 2


def test_words_that_are_parted_between_pages() -> None:
    found = flow([line("It was the inves-", 700)], [line("tigation that spoke.", 750)])
    assert found == ["It was the investigation that spoke."]


def test_rows_of_tables_flow_into_nothing() -> None:
    rows = [replace(line("a | b", 700), is_row=True), replace(line("c | d", 688), is_row=True)]
    assert flow([*rows, line("Text that follows", 676)]) == ["a | b", "c | d", "Text that follows"]


def test_notes_are_parted_from_the_text() -> None:
    page = [
        line("Text.", 700),
        line("2 towns were hit.", 300),
        line("1Interview with a nurse,", 90, size=8),
        line("3 March.", 80, size=8),
    ]
    text, notes = parted(page, height=800, body=10)
    assert [each.text for each in text] == ["Text.", "2 towns were hit."]
    assert [each.text for each in notes] == ["1 Interview with a nurse,", "3 March."]


def test_small_print_without_a_sign_is_text() -> None:
    page = [line("Text.", 700), line("Photograph by nobody.", 90, size=8)]
    assert parted(page, height=800, body=10) == (page, [])
