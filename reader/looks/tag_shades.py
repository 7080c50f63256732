"""The shades that themes have for the colours of tags. Pure."""

from collections.abc import Mapping

ON_DARK: Mapping[str, str] = {
    "red": "#ff7b72",
    "orange": "#ffa657",
    "yellow": "#f2cc60",
    "green": "#7ee787",
    "cyan": "#76e3ea",
    "blue": "#79c0ff",
    "violet": "#d2a8ff",
    "pink": "#ff9bce",
}
ON_LIGHT: Mapping[str, str] = {
    "red": "#a3211a",
    "orange": "#8a4500",
    "yellow": "#6b5600",
    "green": "#1a5f2c",
    "cyan": "#005a6b",
    "blue": "#1c46a8",
    "violet": "#6229a6",
    "pink": "#8f1a5b",
}
OWN_ON_DARK: Mapping[str, str] = {
    "red": "bright_red",
    "orange": "bright_yellow",
    "yellow": "bright_yellow",
    "green": "bright_green",
    "cyan": "bright_cyan",
    "blue": "bright_blue",
    "violet": "bright_magenta",
    "pink": "bright_magenta",
}
"""The terminal's own, of which there are fewer than eight that differ."""
OWN_ON_LIGHT: Mapping[str, str] = {
    "red": "red",
    "orange": "red",
    "cyan": "blue",
    "blue": "blue",
    "violet": "magenta",
    "pink": "magenta",
}
"""The same where the ground is light: no usual yellow or green can be read there."""


def shade(colour: str, *, dark: bool, own: bool) -> str | None:
    """What a theme draws a colour with, as Rich names colours; null for that of other text.

    Args:
        colour: The name of the colour.
        dark: Whether the theme has a dark ground.
        own: Whether the theme takes the terminal's own colours.
    """
    if own:
        return (OWN_ON_DARK if dark else OWN_ON_LIGHT).get(colour)
    return (ON_DARK if dark else ON_LIGHT).get(colour)
