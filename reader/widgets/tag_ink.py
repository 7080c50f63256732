"""Tags in their colours, wherever a widget shows them."""

from collections.abc import Callable, Iterable, Mapping

from rich.color import Color
from rich.style import Style
from textual.content import Content
from textual.widget import Widget

from annotations.tagging import colour_of
from annotations.text import clean_line
from reader.looks.contrast import READABLE, WELL_READABLE, readable
from reader.looks.tag_shades import shade
from reader.looks.themes import THEMES

Colours = Callable[[], Mapping[str, str]]
"""Reads the names of colours by the tags that have one of their own."""


def uncoloured() -> Mapping[str, str]:
    """The colours where no tag has any."""
    return {}


class TagInk:
    """The styles of tags on one widget, in the theme that it wears now."""

    def __init__(self, widget: Widget, colours: Mapping[str, str]) -> None:
        """Args:
        widget: Where the tags are shown.
        colours: The names of colours by the tags that have one of their own.
        """
        theme = widget.app.current_theme
        self._colours = colours
        self._is_dark, self._is_own = theme.dark, theme.ansi
        self._ground = widget.background_colors[1].rgb
        self._least = WELL_READABLE if theme.name == THEMES["contrast"] else READABLE

    def style(self, tag: str) -> Style:
        """What a tag adds to the style of the text that it stands in."""
        name = self._shade(tag)
        return Style.null() if name is None else Style(color=Color.parse(name))

    def sign(self, tag: str) -> Content:
        """A tag as it is shown in running text."""
        return self.written(f"#{clean_line(tag)}", tag)

    def written(self, text: str, tag: str) -> Content:
        """Any text in the colour of a tag."""
        name = self._shade(tag)
        style = "" if name is None else name if name.startswith("#") else f"ansi_{name}"
        return Content.styled(text, style) if style else Content(text)

    def signs(self, tags: Iterable[str], *, gap: str = " ") -> Content:
        """Tags one behind the other."""
        return Content(gap).join(map(self.sign, tags))

    def _shade(self, tag: str) -> str | None:
        colour = colour_of(tag, self._colours)
        found = None if colour is None else shade(colour, dark=self._is_dark, own=self._is_own)
        if found is None or self._is_own:
            return found
        wanted = Color.parse(found).get_truecolor()
        red, green, blue = readable(wanted, self._ground, least=self._least)
        return f"#{red:02x}{green:02x}{blue:02x}"
