import pytest
from textual.theme import BUILTIN_THEMES

from reader.looks.themes import THEMES, following, high_contrast, in_textual, resolved


def test_every_theme_is_one_of_textuals_or_our_own() -> None:
    assert set(THEMES.values()) <= set(BUILTIN_THEMES) | {high_contrast().name}


@pytest.mark.parametrize(
    ("theme", "colour_system", "on_light", "expected"),
    [
        ("auto", "truecolor", False, "dark"),
        ("auto", "truecolor", True, "light"),
        ("auto", "256", False, "dark"),
        ("auto", "standard", True, "ansi"),
        ("auto", "windows", False, "ansi"),
        ("auto", None, False, "dark"),
        ("light", "standard", False, "light"),
        ("dark", "truecolor", True, "dark"),
    ],
)
def test_resolved(theme: str, colour_system: str | None, on_light: bool, expected: str) -> None:
    assert resolved(theme, colour_system=colour_system, on_light=on_light) == expected


@pytest.mark.parametrize(
    ("theme", "on_light", "expected"),
    [
        ("ansi", False, "ansi-dark"),
        ("ansi", True, "ansi-light"),
        ("dark", True, "textual-dark"),
        ("contrast", True, "closeread-contrast"),
    ],
)
def test_the_terminals_own_colours_go_by_its_ground(
    theme: str, on_light: bool, expected: str
) -> None:
    assert in_textual(theme, on_light=on_light) == expected


def test_following_goes_round() -> None:
    assert [following(each) for each in THEMES] == ["light", "ansi", "contrast", "dark"]
