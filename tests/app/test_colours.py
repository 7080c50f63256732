"""Can it be read: contrast of every tint on every ground, and signs that need no colour."""

from itertools import product
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.filter import monochrome_style
from textual.geometry import Region

from annotations.model import Article, CasualtyFigure, Detector
from annotations.store import Store
from reader.painting import Look
from reader.themes import THEMES
from reader.widgets.look_styles import LookStyles
from tests.app.driver import Driver, Open

TINTS = (Look.PLAIN, Look.COLOUR_ENTITIES, Look.COLOUR_QUOTES, Look.COLOUR_CASUALTIES)
GROUNDS = (Look.PLAIN, Look.REVIEWED, Look.FOCUS, Look.SELECTION, Look.HIT, Look.CURSOR)
READABLE = 4.5
"""WCAG 2.1, success criterion 1.4.3, level AA."""
WELL_READABLE = 7
"""WCAG 2.1, success criterion 1.4.6, level AAA."""


def luminance(color: Color | None) -> float:
    assert color is not None
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in color.get_truecolor())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    darker, lighter = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_every_tint_can_be_read_on_every_ground(opened: Open, theme: str) -> None:
    async with opened() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        found = {(t, g): contrast(styles[t | g]) for t, g in product(TINTS, GROUNDS)}
        assert {each: ratio for each, ratio in found.items() if ratio < READABLE} == {}


async def test_in_the_theme_of_high_contrast_all_is_of_high_contrast(opened: Open) -> None:
    async with opened() as reader:
        reader.app.theme = THEMES["contrast"]
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        found = {(t, g): contrast(styles[t | g]) for t, g in product(TINTS, GROUNDS)}
        assert {each: ratio for each, ratio in found.items() if ratio < WELL_READABLE} == {}


async def test_with_the_terminals_own_colours_no_other_is_used(opened: Open) -> None:
    async with opened() as reader:
        reader.app.theme = THEMES["ansi"]
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        for tint, ground in product(TINTS, GROUNDS):
            style = styles[tint | ground]
            assert style.color is not None and style.bgcolor is not None
            assert {style.color.type, style.bgcolor.type} <= {ColorType.STANDARD, ColorType.DEFAULT}
            assert style.color != style.bgcolor or style.color.is_default
        grounds = [styles[ground] for ground in GROUNDS]
        assert len({(style.bgcolor, style.reverse) for style in grounds}) == len(GROUNDS)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.parametrize("ground", [Look.PLAIN, Look.REVIEWED])
async def test_a_figure_without_a_number_is_weaker_than_a_stated_one_and_can_be_read(
    opened: Open, theme: str, ground: Look
) -> None:
    async with opened() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        weak = styles[Look.COLOUR_IMPLICIT | ground]
        stated = styles[Look.CASUALTIES | Look.COLOUR_CASUALTIES | ground]
        assert READABLE <= contrast(weak) < contrast(stated) / 1.2
        assert stated.bold and not weak.bold
        assert sixteenth(weak) not in (sixteenth(stated), sixteenth(styles[ground]))
        grey, strong_grey = monochrome_style(weak), monochrome_style(stated)
        assert READABLE <= contrast(grey) < contrast(strong_grey) / 1.2


def sixteenth(style: Style) -> int | None:
    """The number of the colour that a terminal with sixteen of them shows."""
    assert style.color is not None
    return style.color.downgrade(ColorSystem.STANDARD).number


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_with_the_terminals_own_colours_the_terminal_draws_it_weaker(
    opened: Open, theme: str
) -> None:
    async with opened() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        weak = styles[Look.COLOUR_IMPLICIT]
        stated = styles[Look.CASUALTIES | Look.COLOUR_CASUALTIES]
        assert (weak.dim, weak.bold) == (True, None)
        assert (stated.dim, stated.bold) == (None, True)


async def test_without_colour_it_is_weaker_too(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = "A soldier was killed. Nine others were hurt."
    found = [
        CasualtyFigure(start=0, end=9, text="A soldier", category="killed", implicit=True),
        CasualtyFigure(
            start=22, end=33, text="Nine others", category="injured", num_start=22, num_end=26
        ),
    ]
    path = tmp_path / "implicit.db"
    with Store.open(path) as store:
        store.articles.add_one(Article(id="i", text=text))
        store.runs.record("i", Detector(name="d", version="1"), found)
    async with opened(article=Article(id="i", text=text), path=path) as reader:
        await reader.press("G")
        drawn = {segment.text.strip(): segment.style for segment in first_line(reader)}
        weak, stated, plain = drawn["A soldier"], drawn["Nine others"], drawn["was killed."]
        assert weak is not None and stated is not None and plain is not None
        assert not weak.bold and stated.bold
        assert contrast(weak) < contrast(stated)
        assert contrast(weak) < contrast(plain)
        await reader.press("g", "g")
        drawn = {segment.text.strip(): segment.style for segment in first_line(reader)}
        assert drawn["soldier"] is not None
        assert contrast(drawn["soldier"]) > contrast(weak) - 1


def first_line(reader: Driver) -> list[Segment]:
    """What is drawn of the first line of the text, after all filters."""
    region = Region(0, 0, reader.view.size.width, 1)
    return list(reader.view.render_lines(region)[0])


async def test_layers_are_told_apart_without_colour(opened: Open) -> None:
    async with opened() as reader:
        styles = LookStyles(reader.view)
        looks = (Look.PLAIN, Look.ENTITIES, Look.QUOTES, Look.CASUALTIES)
        signs = {(styles[look].underline, styles[look].italic, styles[look].bold) for look in looks}
        assert len(signs) == len(looks)
