"""What the configuration does to the screen."""

from pathlib import Path

import pytest

from annotations.errors import ConfigurationError
from annotations.store import Store
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from reader.switches import Switch
from tests.app.driver import ARTICLE, Open


def preferring(settings: Settings) -> Configuration:
    return Configuration(path=Path("config.toml"), settings=settings)


async def test_the_width_of_the_column(opened: Open) -> None:
    async with opened(configuration=preferring(Settings(column_width=40))) as reader:
        assert reader.view.reading.layout.width == 40


async def test_what_is_shown_at_first(opened: Open) -> None:
    settings = Settings(layers=frozenset({Switch.QUOTES, Switch.NUMBERS}))
    async with opened(configuration=preferring(settings)) as reader:
        assert reader.view.reading.hidden == {Switch.NAMES, Switch.FIGURES}
        await reader.press("tab")
        assert reader.focused == "“We lost at least 12 people,”"
        assert "hidden" not in reader.shown().splitlines()[-2].replace("more hidden", "")
        await reader.press("S", "q")
        assert "quotes hidden" in reader.shown()


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("auto", "textual-dark"),
        ("light", "textual-light"),
        ("ansi", "ansi-dark"),
        ("contrast", "closeread-contrast"),
    ],
)
async def test_the_theme(opened: Open, theme: str, expected: str) -> None:
    async with opened(configuration=preferring(Settings(theme=theme))) as reader:
        assert reader.app.theme == expected


async def test_the_annotator(opened: Open, store: Store) -> None:
    async with opened(configuration=preferring(Settings(annotator="Ana"))) as reader:
        await reader.press("tab", "a")
        (accepted,) = (each for each in store.annotations.of(ARTICLE.id) if each.annotator)
        assert accepted.annotator == "Ana"


async def test_what_is_wrong_is_said_on_the_screen(opened: Open) -> None:
    problem = ConfigurationError(Path("config.toml"), 3, "it is odd", hint="Make it even.")
    configuration = Configuration(path=Path("config.toml"), exists=True, problems=(problem,))
    async with opened(configuration=configuration) as reader:
        await reader.until(lambda: "config.toml, line 3: it is odd." in reader.shown())
        assert "Make it even." in reader.shown()


async def test_of_several_problems_there_is_one_message_with_the_first(opened: Open) -> None:
    problems = tuple(
        ConfigurationError(Path("config.toml"), line, f"it is odd {line} times", hint="")
        for line in (3, 4, 7, 8, 9)
    )
    configuration = Configuration(path=Path("config.toml"), exists=True, problems=problems)
    async with opened(configuration=configuration, size=(80, 24)) as reader:
        await reader.until(lambda: "5 problems in config.toml" in reader.shown())
        shown = " ".join(reader.shown().split())
        assert "`closeread config --check`" in shown
        assert "odd 3 times." in shown and "odd 4 times." not in shown
        assert len(reader.app.screen.query("Toast")) == 1
