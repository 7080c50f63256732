"""Drawing without any colour, as `NO_COLOR` asks for."""

from collections.abc import Iterator
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes text colour and ground from everything, and reverses what had a ground of its own.

    Bold, dim, underline and reverse stay. It expects a theme that draws on the terminal's own
    ground. Textual would turn colours into greys, on a dark ground, or leave out the bar of a list.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of a line without their colours."""
        return list(_without_colour(segments))


def _without_colour(segments: list[Segment]) -> Iterator[Segment]:
    for text, style, control in segments:
        yield Segment(text, None if style is None else _attributes(style), control)


@lru_cache(maxsize=4_096)
def _attributes(style: Style) -> Style:
    """What a style has beside its colours."""
    ground = style.bgcolor
    is_marked = ground is not None and not ground.is_default
    return style.without_color + Style(reverse=True) if is_marked else style.without_color
