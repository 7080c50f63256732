"""Text that stands back behind what is beside it, and can still be read."""

from rich.color import Color
from rich.style import Style

from reader.contrast import mixed, readable

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
