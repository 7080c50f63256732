"""Every screen in the dark and the light theme and without colour, against what is meant.

Where a change is meant, `make snapshots` draws all of them again.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from operator import attrgetter
from pathlib import Path

import pytest
from textual._compositor import LayoutUpdate

from reader.keyboard.keymap import keymap
from reader.looks.themes import THEMES
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from tests.app.driver import Driver, Open
from tests.app.snapshots import golden, story
from tests.app.snapshots.drawing import drawing
from tests.app.snapshots.scenes import SCENES, TOUR_KEY, Scene

NAME_OF = attrgetter("name")
NO_COLOUR = "no-colour"
LOOKS = ("dark", NO_COLOUR, "light")
"""Two themes, and none."""
PREFERRED = Configuration(
    path=Path("config.toml"),
    settings=Settings(annotator="you", keymap=keymap({"app.tour": (TOUR_KEY,)})[0]),
)
_LOOKS, _BETWEEN = 40, 0.05
"""How often the screen is compared before a difference is one, and the seconds in between."""
_REST = 0.3
"""Seconds without a change after which the screen is drawn as it is meant."""


@pytest.mark.parametrize("scene", SCENES, ids=NAME_OF)
async def test_screen(scene: Scene, opened: Open, stocked: Path, revised: Path) -> None:
    path = revised if scene.revised else stocked
    async with playing(scene, opened, path) as reader:
        differences = []
        for theme in LOOKS:
            put_on(reader, theme)
            await reader.press(*scene.over)
            differences.append(await compared(reader, f"{scene.name}.{theme}"))
            if scene.over:
                await reader.press("escape", "escape")
    fail_if_any(differences)


@pytest.mark.parametrize("scene", SCENES[::10], ids=NAME_OF)
async def test_without_colour_from_the_start(
    scene: Scene, opened: Open, stocked: Path, revised: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(scene, opened, revised if scene.revised else stocked) as reader:
        difference = await compared(reader, f"{scene.name}.{NO_COLOUR}")
    fail_if_any([difference])


def test_there_is_a_drawing_of_nothing_else() -> None:
    names = (f"{scene.name}.{theme}" for scene in SCENES for theme in LOOKS)
    assert sorted(golden.FOLDER.iterdir()) == sorted(map(golden.path_of, names))


def put_on(reader: Driver, theme: str) -> None:
    """Change the theme, or take all colour away as `NO_COLOR` does when the reader starts."""
    reader.app.no_color = theme == NO_COLOUR
    reader.app.theme = THEMES["ansi" if reader.app.no_color else theme]


@asynccontextmanager
async def playing(scene: Scene, opened: Open, stocked: Path) -> AsyncIterator[Driver]:
    """The reader with a scene on its screen."""
    path = stocked if scene.stocked else stocked.with_name("none.db")
    if scene.copied:
        story.copy(path)
    async with opened(
        article=scene.article,
        path=path,
        size=scene.size,
        configuration=PREFERRED,
        docket=story.disputed(path) if scene.disputed else None,
    ) as reader:
        await reader.press(*scene.keys)
        yield reader


async def compared(reader: Driver, name: str) -> str:
    """How the screen differs from what is meant; what was looked up may come a little later."""
    if golden.RENEWING:
        golden.renew(name, await at_rest(reader))
    await reader.pilot.pause()
    for _ in range(_LOOKS):
        if golden.meant(name) == (shown := seen(reader)):
            return ""
        await reader.pilot.pause(_BETWEEN)
    return golden.difference(name, shown)


async def at_rest(reader: Driver) -> str:
    """What the screen shows once it has not changed for a while."""
    before, shown = "", seen(reader)
    while shown != before:
        await reader.pilot.pause(_REST)
        before, shown = shown, seen(reader)
    return shown


def seen(reader: Driver) -> str:
    """What a person sees now: the screen in front, and through it those behind."""
    app = reader.app
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(update, LayoutUpdate)
    return drawing([[segment for strip in line for segment in strip] for line in update.strips])


def fail_if_any(differences: Sequence[str]) -> None:
    if found := "\n\n".join(filter(None, differences)):
        pytest.fail(found, pytrace=False)
