"""The themes a person can choose from, and what Textual calls them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.theme import Theme

AUTOMATIC = "auto"
"""`dark`, or `light` on a light ground, or `ansi` where there are no more than sixteen colours."""
THEMES = {
    "dark": "textual-dark",
    "light": "textual-light",
    "ansi": "ansi-dark",
    "contrast": "closeread-contrast",
}
"""Each theme's name in Textual, in the order in which the command goes through them."""

_ANSI_ON_LIGHT = "ansi-light"
_FEW_COLOURS = ("standard", "windows")
"""What Rich calls terminals with sixteen colours."""


def resolved(theme: str, *, colour_system: str | None, on_light: bool) -> str:
    """The theme that is meant.

    Args:
        theme: One of `THEMES`, or `AUTOMATIC`.
        colour_system: What the terminal can, as Rich calls it; null if it has no colour at all.
        on_light: Whether the terminal's own ground is light, as far as is known.
    """
    if theme != AUTOMATIC:
        return theme
    if colour_system in _FEW_COLOURS:
        return "ansi"
    return "light" if on_light else "dark"


def in_textual(theme: str, *, on_light: bool) -> str:
    """What Textual calls one of `THEMES`, on such a ground."""
    return _ANSI_ON_LIGHT if theme == "ansi" and on_light else THEMES[theme]


def following(theme: str) -> str:
    """The theme after one, the first after the last."""
    names = list(THEMES)
    return names[(names.index(theme) + 1) % len(names)]


def high_contrast() -> "Theme":
    """White on black, nothing paler than it has to be."""
    from textual.theme import Theme

    return Theme(
        name=THEMES["contrast"],
        primary="#4fc3ff",
        secondary="#4fc3ff",
        accent="#ffd54f",
        warning="#ffd54f",
        error="#ff8a80",
        success="#69f0ae",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#262626",
        boost="#262626",
        text_alpha=1.0,
        variables={
            "primary-muted": "#003a66",
            "accent-muted": "#403000",
            "text-muted": "#d0d0d0",
            "border": "#ffffff",
            "scrollbar": "#ffffff",
            "scrollbar-background": "#262626",
        },
    )
