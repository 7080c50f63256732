"""From the look of a character to the style a theme gives it."""

from collections.abc import Mapping
from colorsys import rgb_to_hsv

from rich.color import Color
from rich.style import Style
from textual.color import Color as ThemeColor
from textual.theme import Theme
from textual.widget import Widget

from reader.looks.contrast import READABLE, WELL_READABLE, Colour, mixed, readable
from reader.looks.themes import THEMES
from reader.painting import VOICES, Look
from reader.widgets.muted import muted

COMPONENT_CLASSES = {
    Look.ENTITIES: "look--entities",
    Look.QUOTES: "look--quotes",
    Look.CASUALTIES: "look--casualties",
    Look.COLOUR_ENTITIES: "look--entities-colour",
    Look.COLOUR_QUOTES: "look--quotes-colour",
    Look.COLOUR_CASUALTIES: "look--casualties-colour",
    Look.COLOUR_IMPLICIT: "look--implicit-colour",
    Look.ACCEPTED: "look--accepted",
    Look.CORRECTED: "look--corrected",
    Look.ADDED: "look--added",
    Look.KIN: "look--kin",
    Look.FOCUS: "look--focus",
    Look.HIT: "look--hit",
    Look.SELECTION: "look--selection",
    Look.CURSOR: "look--cursor",
    Look.LABEL: "look--label",
}
"""What each part of a look is called in the style sheet, weakest first."""
_VOICES = (
    *("#e69f00", "#56b4e9", "#009e73", "#f0e442"),
    *("#d55e00", "#cc79a7", "#0072b2", "#999999"),
)
"""Okabe and Ito's colours, which the colour-blind can tell apart: a speaker each."""
_VOICES_ON_DARK = ("bright_cyan", "bright_magenta", "bright_green", "bright_yellow") * 2
_VOICES_ON_LIGHT = ("blue", "magenta", "red", "black") * 2
"""The same of the terminal's own sixteen, of which fewer can be read: two speakers each."""
_NO_COLOURS: Mapping[int, Colour] = {}


class LookStyles:
    """The styles of one widget, put together once for each look that occurs.

    A character's style is the sum of its parts: later ones in `COMPONENT_CLASSES` win where they
    say something, so the cursor stays visible on whatever it stands. A ground that is not opaque
    tints the one below it. Whatever comes of that, the text is made light or dark enough to be
    read on it, in every theme; the terminal's own colours are left to the terminal.
    """

    def __init__(self, widget: Widget, *, own: Mapping[int, Colour] = _NO_COLOURS) -> None:
        """Args:
        widget: One that has `COMPONENT_CLASSES` among its own.
        own: The colours of a person's own labels, by their looks.
        """
        self.plain = widget.rich_style
        self.margin = self.plain + muted(self.plain)
        self._palette = widget.app.ansi_theme
        self._parts = {look: _Part(widget, name) for look, name in COMPONENT_CLASSES.items()}
        self._whole: dict[int, Style] = {}
        self._is_colourless = widget.app.no_color
        theme = widget.app.current_theme
        is_strong = theme.name == THEMES["contrast"]
        self._least = WELL_READABLE if is_strong else READABLE
        self._tints: tuple[tuple[int, Color], ...] = (
            *zip(VOICES, map(Color.parse, _voices(theme)), strict=True),
            *((look, self._tint(colour, theme)) for look, colour in own.items()),
        )

    def __getitem__(self, look: int) -> Style:
        """The style for a sum of `Look`s."""
        style = self._whole.get(look)
        if style is None:
            style = self._whole[look] = self._readable(self._sum(look))
        return style

    def _sum(self, look: int) -> Style:
        style = self.plain
        for tint, colour in self._tints:
            if tint & look:
                style += Style(color=colour)
        for each, part in self._parts.items():
            if each & look:
                ground = style.bgcolor
                style += part.style
                if part.wash is not None:
                    style += Style(bgcolor=self._washed(ground, part.wash))
        if self._is_colourless and look & Look.CURSOR:
            style += Style(reverse=not style.reverse)  # to be seen on reversed text, too
        return style

    def _tint(self, colour: Colour, theme: Theme) -> Color:
        """A colour; of the terminal's own that can be read, the one that is most like it."""
        if not theme.ansi:
            return Color.from_rgb(*colour)
        own = map(Color.parse, dict.fromkeys(_voices(theme)))
        return min(own, key=lambda each: _unlike(each.get_truecolor(self._palette), colour))

    def _washed(self, ground: Color | None, wash: ThemeColor) -> Color:
        return Color.from_rgb(*mixed(self._seen(ground), wash.rgb, wash.a))

    def _readable(self, style: Style) -> Style:
        """The style with a text colour that stands out from its ground."""
        if style.color is None or style.color.triplet is None:
            return style
        shade = readable(style.color.triplet, self._seen(style.bgcolor), least=self._least)
        return style + Style(color=Color.from_rgb(*shade))

    def _seen(self, ground: Color | None) -> Colour:
        """What is seen of a ground; of the terminal's own, as far as the theme can know."""
        shown = Color.default() if ground is None else ground
        return shown.get_truecolor(self._palette, foreground=False)


def _unlike(one: Colour, other: Colour) -> float:
    """How far the hues of two colours are from each other, from 0 to a half."""
    hue, other_hue = (rgb_to_hsv(*(part / 255 for part in each))[0] for each in (one, other))
    apart = abs(hue - other_hue)
    return min(apart, 1 - apart)


def _voices(theme: Theme) -> tuple[str, ...]:
    if not theme.ansi:
        return _VOICES
    return _VOICES_ON_DARK if theme.dark else _VOICES_ON_LIGHT


class _Part:
    """What one component class adds to a style."""

    def __init__(self, widget: Widget, name: str) -> None:
        ground = widget.get_component_styles(name).background
        self.style = widget.get_component_rich_style(name, partial=True)
        self.wash = ground if 0 < ground.a < 1 else None
        """A ground that lets the one below shine through."""
