import pytest
from rich.color import ColorSystem
from rich.style import Style

from reader.terminal.pens import PLAIN, change, pen


def between(before: str, after: str, *, system: ColorSystem = ColorSystem.TRUECOLOR) -> str:
    """The codes between two styles; "" if there are none."""
    return change(_pen(before, system), _pen(after, system)).removeprefix("\x1b[").removesuffix("m")


def _pen(style: str, system: ColorSystem) -> object:
    return pen(Style.parse(style), system)


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("", "bold", "1"),
        ("bold", "bold", ""),
        ("bold red", "", "0"),
        ("underline #112233 on #445566", "#112233 on #445566", "24"),
        ("#112233 on #445566", "#ddeeff on #445566", "38;2;221;238;255"),
        ("red on blue", "red", "49"),
        ("red on blue", "on blue", "39"),
        ("bold dim red on blue", "dim red on blue", "22;2"),
        ("underline2 red on blue", "underline red on blue", "24;4"),
        ("italic red", "reverse red", "23;7"),
        ("italic strike underline overline", "bold", "0;1"),
    ],
)
def test_only_what_differs_is_said(before: str, after: str, codes: str) -> None:
    assert between(before, after) == codes


def test_colours_a_terminal_has_not_are_the_nearest_that_it_has() -> None:
    assert between("", "#800000", system=ColorSystem.STANDARD) == "31"
    assert between("", "on #ff0000", system=ColorSystem.EIGHT_BIT) == "48;5;196"


def test_a_link_is_opened_and_closed() -> None:
    linked = pen(Style(link="https://example.org", bold=True), ColorSystem.TRUECOLOR)
    opening = change(PLAIN, linked)
    assert opening.startswith("\x1b]8;id=")
    assert opening.endswith(";https://example.org\x1b\\\x1b[1m")
    assert change(linked, PLAIN) == "\x1b]8;;\x1b\\\x1b[0m"


def test_no_style_is_the_terminals_own() -> None:
    assert pen(None, ColorSystem.TRUECOLOR) == PLAIN == pen(Style(), ColorSystem.TRUECOLOR)
