"""Can it be read: contrast of every tint on every ground, and signs that need no colour."""

from itertools import product

import pytest
from rich.color import Color
from rich.style import Style

from reader.painting import Look
from reader.widgets.look_styles import LookStyles
from tests.app.driver import Open

TINTS = (Look.PLAIN, Look.COLOUR_ENTITIES, Look.COLOUR_QUOTES, Look.COLOUR_CASUALTIES)
GROUNDS = (Look.PLAIN, Look.REVIEWED, Look.FOCUS, Look.SELECTION, Look.HIT, Look.CURSOR)
READABLE = 4.5
"""WCAG 2.1, success criterion 1.4.3, level AA."""


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


async def test_layers_are_told_apart_without_colour(opened: Open) -> None:
    async with opened() as reader:
        styles = LookStyles(reader.view)
        looks = (Look.PLAIN, Look.ENTITIES, Look.QUOTES, Look.CASUALTIES)
        signs = {(styles[look].underline, styles[look].italic, styles[look].bold) for look in looks}
        assert len(signs) == len(looks)
