"""Can it be read: contrast of every tint on every ground, and signs that need no colour."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from rich.color import ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme
from textual.filter import monochrome_style
from textual.geometry import Region

from annotations.model import Article, CasualtyFigure, Detector
from annotations.store import Store
from reader.density import Cell
from reader.looks.contrast import READABLE, WELL_READABLE, Colour, contrast, mixed
from reader.looks.themes import THEMES
from reader.painting import VOICES, Look
from reader.widgets.density_strip import DensityStrip
from reader.widgets.key_bar import KeyBar
from reader.widgets.look_styles import LookStyles
from tests.app.driver import Driver, Open

TINTS = (
    *(Look.PLAIN, Look.COLOUR_ENTITIES, Look.COLOUR_QUOTES),
    *(*VOICES, Look.COLOUR_CASUALTIES, Look.COLOUR_IMPLICIT),
)
STATUSES = (Look.PLAIN, Look.ACCEPTED, Look.CORRECTED, Look.ADDED)
MARKS = (Look.KIN, Look.FOCUS, Look.SELECTION, Look.HIT, Look.CURSOR, Look.LABEL)
GROUNDS = (Look.PLAIN, *(each for each in MARKS if each not in (Look.KIN, Look.LABEL)))
STATES = [
    sum((status, *marks), Look.PLAIN)
    for status in STATUSES
    for count in range(4)
    for marks in combinations(MARKS, count)
]
"""Every status of an annotation under up to three marks; the last of more hides the others."""


def seen(style: Style, palette: TerminalTheme = DEFAULT_TERMINAL_THEME) -> tuple[Colour, Colour]:
    """Text and ground as they are seen, with a terminal of this palette."""
    assert style.color is not None and style.bgcolor is not None
    text = style.color.get_truecolor(palette, foreground=True)
    ground = style.bgcolor.get_truecolor(palette, foreground=False)
    return (ground, text) if style.reverse else (text, ground)


def attributes(style: Style) -> tuple[bool | None, ...]:
    """All of a style that is no colour."""
    return style.bold, style.dim, style.italic, style.underline, style.underline2, style.reverse


def ratio(style: Style, palette: TerminalTheme = DEFAULT_TERMINAL_THEME) -> float:
    return contrast(*seen(style, palette))


async def in_theme(reader: Driver, theme: str) -> LookStyles:
    """The styles of the article's text in a theme."""
    reader.app.theme = theme
    await reader.pilot.pause()
    return LookStyles(reader.view)


def drawn(reader: Driver, styles: LookStyles) -> Iterator[tuple[str, Style]]:
    """Everything that is to be read, by a name that says what it is."""
    for tint, state in product(TINTS, STATES):
        yield f"{tint!s} as {state!s}", styles[tint | state]
    yield "margin", styles.margin
    strip = reader.screen.query_one(DensityStrip)
    for dots in (0x01, 0x08):
        yield chr(0x2800 + dots), strip.style_of(Cell(dots))
    yield "what stands back in the list", reader.panel.rich_style + reader.panel.dim_style()


async def test_everything_can_be_read_in_every_theme(opened: Open) -> None:
    async with opened() as reader:
        unreadable = {}
        for theme in reader.app.available_themes:
            styles, palette = await in_theme(reader, theme), reader.app.ansi_theme
            for what, style in drawn(reader, styles):
                if ratio(style, palette) < READABLE:
                    unreadable[theme, what] = style
        assert unreadable == {}


async def test_the_four_statuses_look_different_in_every_theme(opened: Open) -> None:
    async with opened() as reader:
        for theme in reader.app.available_themes:
            styles = await in_theme(reader, theme)
            native = reader.app.current_theme.ansi  # there a weak colour is dim already
            for tint in TINTS[: -1 if native else None]:
                assert len({styles[tint | status] for status in STATUSES}) == 4, theme


@pytest.mark.parametrize("looks", [STATUSES, GROUNDS, (*GROUNDS[:-1], Look.KIN)])
async def test_statuses_and_marks_look_different_without_colour(
    opened: Open, monkeypatch: pytest.MonkeyPatch, looks: tuple[Look, ...]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as reader:
        await reader.press("ctrl+t")
        styles = LookStyles(reader.view)
        assert len({attributes(styles[look]) for look in looks}) == len(looks)


@pytest.mark.parametrize("mark", MARKS)
async def test_the_cursor_is_seen_on_every_mark_without_colour(
    opened: Open, monkeypatch: pytest.MonkeyPatch, mark: Look
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as reader:
        styles = LookStyles(reader.view)
        under, beside = styles[(mark & ~Look.CURSOR) | Look.CURSOR], styles[mark & ~Look.CURSOR]
        assert bool(under.reverse) is not bool(beside.reverse)


async def test_an_inner_annotation_has_the_colour_and_the_outer_one_keeps_its_line(
    opened: Open,
) -> None:
    async with opened() as reader:
        styles = await in_theme(reader, "textual-dark")
        inner = styles[Look.QUOTES | Look.ENTITIES | Look.COLOUR_ENTITIES]
        name = styles[Look.ENTITIES | Look.COLOUR_ENTITIES]
        assert (inner.color, inner.underline, inner.italic) == (name.color, True, True)


async def test_a_ground_that_is_not_opaque_tints_the_one_below_it(opened: Open) -> None:
    async with opened() as reader:
        styles = await in_theme(reader, "textual-dark")
        assert seen(styles[Look.PLAIN])[1] == (18, 18, 18)
        assert seen(styles[Look.ADDED])[1] == mixed((18, 18, 18), (0, 158, 115), 0.3)
        accepted = seen(styles[Look.ACCEPTED])[1]
        assert seen(styles[Look.ACCEPTED | Look.KIN])[1] == mixed(accepted, (153, 153, 153), 0.35)


async def test_in_the_theme_of_high_contrast_all_is_of_high_contrast(opened: Open) -> None:
    async with opened() as reader:
        reader.app.theme = THEMES["contrast"]
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        found = {(t, g): ratio(styles[t | g]) for t, g in product(TINTS, GROUNDS)}
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
@pytest.mark.parametrize("ground", [Look.PLAIN, Look.ACCEPTED])
async def test_a_figure_without_a_number_is_weaker_than_a_stated_one_and_can_be_read(
    opened: Open, theme: str, ground: Look
) -> None:
    async with opened() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        styles = LookStyles(reader.view)
        weak = styles[Look.COLOUR_IMPLICIT | ground]
        stated = styles[Look.CASUALTIES | Look.COLOUR_CASUALTIES | ground]
        assert READABLE <= ratio(weak) < ratio(stated) / 1.2
        assert stated.bold and not weak.bold
        assert sixteenth(weak) not in (sixteenth(stated), sixteenth(styles[ground]))
        grey, strong_grey = monochrome_style(weak), monochrome_style(stated)
        assert READABLE <= ratio(grey) < ratio(strong_grey) / 1.2


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
        assert (weak.dim, stated.dim, plain.dim) == (True, None, None)
        assert not weak.bold and stated.bold
        assert weak.color is weak.bgcolor is None


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


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_every_row_of_a_list_can_be_read_also_under_the_cursor(
    opened: Open, theme: str
) -> None:
    async with opened() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        for row in range(reader.panel.count):
            reader.panel.go(row, announce=False)
            drawn = [each for each in reader.panel.render_line(row) if each.text.strip()]
            assert drawn
            assert all(each.style and ratio(each.style) >= READABLE for each in drawn)


async def test_without_colour_the_row_under_the_cursor_is_seen(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as reader:
        await reader.press("tab")
        row, panel = reader.panel.row, reader.panel
        lines = panel.render_lines(Region(0, 0, panel.size.width, panel.size.height))
        under, beside = (next(iter(lines[each])).style for each in (row, row + 1))
        assert under is not None and beside is not None
        assert under.reverse and not beside.reverse


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "closeread-contrast"])
async def test_the_keys_of_the_last_line_can_be_read(opened: Open, theme: str) -> None:
    async with opened() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        style = reader.app.screen.query_one(KeyBar).get_component_rich_style("key-bar--key")
        assert ratio(style) >= READABLE
