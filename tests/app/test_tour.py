"""The tour: shown once, skipped, and shown again."""

from pathlib import Path

from textual.widgets import Input

from reader.keyboard.keymap import USUAL, keymap
from reader.screens.dialogs.tour import TourScreen
from reader.settings.memory import MemoryFile
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from reader.tour import tour
from tests.app.driver import Open


def test_it_has_six_short_steps() -> None:
    steps = tour(USUAL)
    assert len(steps) == 6
    assert all(len(step.text) < 300 for step in steps)


def test_it_names_the_keys_as_they_are() -> None:
    keys, _ = keymap({"article.accept": ("f5",), "article.reject": ()})
    deciding = tour(keys)[2]
    assert deciding.text.startswith(
        "F5 accepts, “reject and go to the next unreviewed” in the command palette rejects, e"
    )


async def test_it_is_shown_the_first_time_and_remembered_at_once(
    opened: Open, tmp_path: Path
) -> None:
    memory = tmp_path / "state.json"
    async with opened(memory=memory) as reader:
        await reader.until(lambda: "1 of 6" in reader.shown())
        assert MemoryFile(memory).memory.toured
        await reader.press("enter")
        assert "2 of 6" in reader.shown()
        await reader.press("left", "left")
        assert "1 of 6" in reader.shown()
        await reader.press("escape")
        assert reader.screen.view.has_focus
    async with opened(memory=memory) as reader:
        await reader.pilot.pause(0.3)
        assert not isinstance(reader.app.screen, TourScreen)


async def test_the_last_step_ends_it(opened: Open, tmp_path: Path) -> None:
    async with opened(memory=tmp_path / "state.json", size=(80, 24)) as reader:
        await reader.until(lambda: "1 of 6" in reader.shown())
        await reader.press("enter", "space", "right", "j", "tab")
        assert "6 of 6 · Enter ends the tour" in reader.shown()
        await reader.press("enter")
        assert reader.screen.view.has_focus


async def test_the_palette_shows_it_again(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("ctrl+p")
        reader.app.screen.query_one(Input).value = "tour"
        await reader.until(lambda: "Show the tour again" in reader.shown())
        await reader.press("enter")
        await reader.until(lambda: "1 of 6" in reader.shown())


async def test_a_key_for_it(opened: Open) -> None:
    settings = Settings(keymap=keymap({"app.tour": ("f9",)})[0])
    configuration = Configuration(path=Path("config.toml"), settings=settings)
    async with opened(configuration=configuration) as reader:
        await reader.press("f9")
        assert isinstance(reader.app.screen, TourScreen)
