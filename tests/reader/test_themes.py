import pytest
from textual.theme import BUILTIN_THEMES

from reader.themes import THEMES, following, high_contrast, resolved


def test_every_theme_is_one_of_textuals_or_our_own() -> None:
    assert set(THEMES.values()) <= set(BUILTIN_THEMES) | {high_contrast().name}


@pytest.mark.parametrize(
    ("theme", "colour_system", "expected"),
    [
        ("auto", "truecolor", "dark"),
        ("auto", "256", "dark"),
        ("auto", "standard", "ansi"),
        ("auto", "windows", "ansi"),
        ("auto", None, "dark"),
        ("light", "standard", "light"),
    ],
)
def test_resolved(theme: str, colour_system: str | None, expected: str) -> None:
    assert resolved(theme, colour_system=colour_system) == expected


def test_following_goes_round() -> None:
    assert [following(each) for each in THEMES] == ["light", "ansi", "contrast", "dark"]
