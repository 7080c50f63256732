"""Text that can be read on its ground, also where it stands back behind what is beside it."""

from functools import lru_cache

from rich.color import Color
from rich.style import Style

from reader.looks.contrast import mixed, readable

_GROUND = 0.35
"""The share of the ground in the colour of such text."""


def muted(base: Style) -> Style:
    """What makes text of a style stand back.

    Args:
        base: The style of a widget, whose colours a theme gives. Where they are the terminal's
            own, the terminal has to weaken them.
    """
    text, ground = base.color, base.bgcolor
    if text is None or ground is None or text.triplet is None or ground.triplet is None:
        return Style(dim=True)
    shade = readable(mixed(text.triplet, ground.triplet, _GROUND), ground.triplet)
    return Style(color=Color.from_rgb(*shade))


@lru_cache(maxsize=256)
def legible(style: Style) -> Style:
    """The style with its text as light or dark as it must be to be read on its ground.

    Where one of the two is the terminal's own, both are left as they are.
    """
    text, ground = style.color, style.bgcolor
    if text is None or ground is None or text.triplet is None or ground.triplet is None:
        return style
    return style + Style(color=Color.from_rgb(*readable(text.triplet, ground.triplet)))
