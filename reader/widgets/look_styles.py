"""From the look of a character to the style a theme gives it."""

from rich.style import Style
from textual.widget import Widget

from reader.painting import Look

COMPONENT_CLASSES = {
    Look.ENTITIES: "look--entities",
    Look.QUOTES: "look--quotes",
    Look.CASUALTIES: "look--casualties",
    Look.COLOUR_ENTITIES: "look--entities-colour",
    Look.COLOUR_QUOTES: "look--quotes-colour",
    Look.COLOUR_CASUALTIES: "look--casualties-colour",
    Look.COLOUR_IMPLICIT: "look--implicit-colour",
    Look.REVIEWED: "look--reviewed",
    Look.FOCUS: "look--focus",
    Look.HIT: "look--hit",
    Look.SELECTION: "look--selection",
    Look.CURSOR: "look--cursor",
}
"""What each part of a look is called in the style sheet, weakest first."""


class LookStyles:
    """The styles of one widget, put together once for each look that occurs.

    A character's style is the sum of its parts: later ones in `COMPONENT_CLASSES` win where they
    say something, so the cursor stays visible on whatever it stands.
    """

    def __init__(self, widget: Widget) -> None:
        """Args:
        widget: One that has `COMPONENT_CLASSES` among its own.
        """
        self.plain = widget.rich_style
        self.margin = self.plain + widget.get_component_rich_style("look--margin", partial=True)
        self._parts = {
            look: widget.get_component_rich_style(name, partial=True)
            for look, name in COMPONENT_CLASSES.items()
        }
        self._whole: dict[int, Style] = {}

    def __getitem__(self, look: int) -> Style:
        """The style for a sum of `Look`s."""
        style = self._whole.get(look)
        if style is None:
            style = sum((part for each, part in self._parts.items() if each & look), self.plain)
            self._whole[look] = style
        return style
