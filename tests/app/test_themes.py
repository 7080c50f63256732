"""Choosing a theme, and finding it again."""

from pathlib import Path

import pytest

from reader.messages import GroundTold
from reader.screens.dialogs.tour import TourScreen
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from tests.app.driver import Open


def preferring(theme: str) -> Configuration:
    return Configuration(path=Path("config.toml"), settings=Settings(theme=theme))


async def test_the_key_goes_through_all_themes(opened: Open) -> None:
    async with opened() as reader:
        found = [reader.app.theme]
        for _ in range(4):
            await reader.press("ctrl+t")
            found.append(reader.app.theme)
        assert found == [
            "textual-dark",
            "textual-light",
            "ansi-dark",
            "closeread-contrast",
            "textual-dark",
        ]
        assert "theme: dark" in reader.shown()


async def test_the_choice_is_remembered_until_another_is_preferred(
    opened: Open, memory: Path
) -> None:
    async with opened(memory=memory, article=None) as reader:
        await reader.press("ctrl+t")
    async with opened(memory=memory) as reader:
        assert reader.app.theme == "textual-light"
    async with opened(memory=memory, configuration=preferring("contrast")) as reader:
        assert reader.app.theme == "closeread-contrast"


async def test_a_choice_that_cannot_be_remembered_is_made_all_the_same(
    opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    async with opened(memory=tmp_path / "file" / "state.json") as reader:
        await reader.until(lambda: isinstance(reader.app.screen, TourScreen))
        await reader.press("escape", "ctrl+t")
        assert reader.app.theme == "textual-light"
        await reader.until(lambda: "It will not be remembered: " in reader.shown())


@pytest.mark.parametrize(
    ("term", "theme"), [("xterm-256color", "textual-dark"), ("linux", "ansi-dark")]
)
async def test_where_there_are_sixteen_colours_they_are_the_terminals_own(
    opened: Open, monkeypatch: pytest.MonkeyPatch, term: str, theme: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("COLORTERM")
    async with opened() as reader:
        assert reader.app.theme == theme


@pytest.mark.parametrize(
    ("said", "term", "theme"),
    [
        ("0;15", "xterm-256color", "textual-light"),
        ("15;0", "xterm-256color", "textual-dark"),
        ("0;15", "linux", "ansi-light"),
    ],
)
async def test_it_begins_as_the_environment_says(
    opened: Open, monkeypatch: pytest.MonkeyPatch, said: str, term: str, theme: str
) -> None:
    monkeypatch.setenv("COLORFGBG", said)
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("COLORTERM")
    async with opened() as reader:
        assert reader.app.theme == theme


async def test_a_theme_that_was_chosen_stays_whatever_the_terminal_says(opened: Open) -> None:
    async with opened(configuration=preferring("dark")) as reader:
        reader.app.post_message(GroundTold(is_light=True))
        await reader.pilot.pause()
        assert reader.app.theme == "textual-dark"


async def test_without_colour_a_theme_is_only_remembered(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as reader:
        await reader.press("ctrl+t")
        assert reader.app.theme == "ansi-dark"
        assert "theme: light, once NO_COLOR is gone" in reader.shown()
