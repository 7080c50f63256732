"""A person's own labels: chosen by their key, and drawn in their colour."""

from itertools import product
from pathlib import Path

from rich.color import Color

from annotations.model import Entity, Status
from annotations.store import Store
from reader.looks.contrast import READABLE
from reader.own_labels import OwnLabel
from reader.painting import own_look
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from reader.widgets.look_styles import LookStyles
from tests.app.driver import ARTICLE, Open, span
from tests.app.test_colours import STATES, ratio

WEAPON = OwnLabel(name="WEAPON", key="w", colour=(255, 200, 120), about="arms")
DAM = OwnLabel(name="Dam")
PREFERRED = Configuration(path=Path("config.toml"), settings=Settings(labels=(WEAPON, DAM)))


async def test_its_key_takes_it_at_once(opened: Open, store: Store) -> None:
    async with opened(configuration=PREFERRED) as reader:
        reader.view.perform(lambda reading: reading.go(span("valley").start))
        await reader.press("V", "enter", "w")
        (added,) = store.annotations.of(ARTICLE.id, statuses={Status.ADDED})
        assert isinstance(added, Entity)
        assert (added.text, added.label, added.name) == ("valley", "WEAPON", "valley")
        assert "added “valley” (WEAPON)" in reader.shown()
        assert [each.name for each in store.names.find("valley")] == ["valley"]


async def test_it_is_listed_with_its_key_and_can_be_typed(opened: Open, store: Store) -> None:
    async with opened(configuration=PREFERRED) as reader:
        await reader.press("tab", "e")
        assert "WEAPON        arms [w]" in reader.shown()
        assert "Dam           your own" in reader.shown()
        await reader.type("da\r")
        assert store.annotations.of(ARTICLE.id)[0].kind == "Dam"
        await reader.press("e")
        await reader.type("eaw")
        await reader.press("backspace", "backspace", "backspace", "w")
        assert store.annotations.of(ARTICLE.id)[0].kind == "WEAPON"


async def test_its_key_means_nothing_within_a_word(opened: Open, store: Store) -> None:
    async with opened(configuration=PREFERRED) as reader:
        await reader.press("tab", "e")
        await reader.type("law\r")
        assert store.annotations.of(ARTICLE.id)[0].kind == "LAW"


async def test_quotes_and_figures_have_none(opened: Open) -> None:
    async with opened(configuration=PREFERRED) as reader:
        await reader.press("]", "q", "e")
        assert "WEAPON" not in reader.shown()
        assert "indirect" in reader.shown()


async def test_it_is_drawn_in_its_colour(opened: Open) -> None:
    async with opened(configuration=PREFERRED) as reader:
        await reader.press("tab", "e", "w")
        reader.view.perform(lambda reading: reading.go(len(reading.text)))
        await reader.pilot.pause()
        colours = {
            segment.text: segment.style.color
            for segment in reader.view.render_line(0)
            if segment.style is not None
        }
        assert colours["Ines Calder"] == Color.from_rgb(*WEAPON.colour or ())
        assert colours["Marrow Bridge"] != colours["Ines Calder"]


async def test_every_colour_can_be_read_in_every_theme(opened: Open) -> None:
    async with opened() as reader:
        unreadable = {}
        for theme in reader.app.available_themes:  # which takes far longer to set than a colour
            reader.app.theme = theme
            await reader.pilot.pause()
            for colour in ((0, 0, 0), (255, 255, 255), (213, 94, 0), (0, 114, 178)):
                styles = LookStyles(reader.view, own={own_look(0): colour})
                for state in STATES:
                    style = styles[own_look(0) | state]
                    if ratio(style, reader.app.ansi_theme) < READABLE:
                        unreadable[theme, colour, str(state)] = style
        assert unreadable == {}


async def test_the_terminals_own_colours_are_taken_by_likeness(opened: Open) -> None:
    async with opened() as reader:
        own = {own_look(0): (0, 200, 0), own_look(1): (220, 220, 0)}
        names = {}
        for theme, each in product(("ansi-dark", "ansi-light"), own):
            reader.app.theme = theme
            await reader.pilot.pause()
            colour = LookStyles(reader.view, own=own)[each].color
            names[theme, each] = colour.name if colour else ""
        assert list(names.values())[:2] == ["bright_green", "bright_yellow"]
        assert set(list(names.values())[2:]) <= {"blue", "magenta", "red", "black"}


async def test_all_that_is_equal_can_be_given_it(opened: Open, store: Store) -> None:
    async with opened(configuration=PREFERRED) as reader:
        await reader.type("\tAe")
        assert "WEAPON        arms [w]" in reader.shown()
        await reader.press("w", "enter")
        (relabelled,) = store.annotations.of(ARTICLE.id, statuses={Status.CORRECTED})
        assert isinstance(relabelled, Entity)
        assert (relabelled.text, relabelled.label) == ("Ines Calder", "WEAPON")
