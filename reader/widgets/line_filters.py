"""What Textual does to each line that it draws, for widgets that hand it finished lines."""

from collections.abc import Sequence

from textual.strip import Strip
from textual.widget import Widget


def filtered(strips: Sequence[Strip], widget: Widget) -> list[Strip]:
    """Lines of a widget, as the terminal can show them: without colour, if it must be."""
    background = widget.background_colors[1]
    lines = list(strips)
    for each in widget.get_line_filters():
        lines = [strip.apply_filter(each, background) for strip in lines]
    return lines
