"""Drawings of screens: literal in, literal out."""

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.app.snapshots.drawing import described, drawing

PLAIN = Style.parse("#e0e0e0 on #121212")
NAME = Style.parse("underline #6fc1f0 on #121212")
LINES = (
    [Segment("Mara ", PLAIN), Segment("Dell", NAME), Segment(" slept.   ", PLAIN)],
    [Segment("    ", PLAIN), Segment("  ", Style.parse("on #333333")), Segment("    ", PLAIN)],
    [Segment("海", NAME), Segment(" 🚢 e\u0301 ", PLAIN)],
    [Segment(" " * 10, PLAIN)],
)


def test_characters_with_styles_below_and_a_legend() -> None:
    assert drawing(LINES) == (
        "01│Mara Dell slept.\n"
        "  │.....aaaa\n"
        "02│\n"
        "  │....bb\n"
        "03│海 🚢 e\u0301\n"
        "  │aa\n"
        "04│\n"
        "\n"
        ". #e0e0e0 on #121212\n"
        "a underline #6fc1f0 on #121212\n"
        "b default on #333333\n"
    )


def test_how_a_line_is_cut_into_segments_makes_no_difference() -> None:
    pieces = [Segment("Mar", PLAIN), Segment("a ", PLAIN), Segment("", NAME), *LINES[0][1:]]
    assert drawing([pieces, *LINES[1:]]) == drawing(LINES)


@pytest.mark.parametrize(
    "changed",
    [
        Segment("Dull", NAME),
        Segment("Dell ", NAME),
        Segment("Dell", Style.parse("underline #6fc1f1 on #121212")),
        Segment("Dell", Style.parse("underline #6fc1f0 on #121213")),
        Segment("Dell", Style.parse("#6fc1f0 on #121212")),
        Segment("Dell", Style.parse("underline2 #6fc1f0 on #121212")),
        Segment("Dell", Style.parse("underline bold #6fc1f0 on #121212")),
        Segment("Dell", Style.parse("underline #6fc1f0 on #121212 link https://example.org")),
        Segment("Dell", None),
    ],
    ids=lambda each: described(each.style),
)
def test_whatever_is_changed_is_seen(changed: Segment) -> None:
    assert drawing([[LINES[0][0], changed, LINES[0][2]], *LINES[1:]]) != drawing(LINES)


def test_colours_of_the_terminal_go_by_their_names() -> None:
    assert described(Style.parse("reverse dim cyan")) == "dim reverse cyan on default"


def test_more_styles_than_letters_are_refused() -> None:
    line = [Segment("x", Style.parse(f"color({number})")) for number in range(64)]
    with pytest.raises(ValueError, match="63 styles"):
        drawing([line])
