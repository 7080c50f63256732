"""Whether a colour can be read on another, and the nearest one that can. Pure.

Colours are red, green and blue from 0 to 255.
"""

Colour = tuple[int, int, int]

READABLE = 4.5
"""The least contrast of text, by WCAG 2.1, success criterion 1.4.3, level AA."""
WELL_READABLE = 7.0
"""The same for high contrast, by success criterion 1.4.6, level AAA."""
_BLACK: Colour = (0, 0, 0)
_WHITE: Colour = (255, 255, 255)
_STEPS = 32


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours as WCAG counts it: from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """A colour with a share, from 0 to 1, of another in it."""
    red, green, blue = (
        round(own + (added - own) * share) for own, added in zip(colour, other, strict=True)
    )
    return red, green, blue


def readable(colour: Colour, ground: Colour, *, least: float = READABLE) -> Colour:
    """The colour, made as much lighter or darker as it has to be to be read on a ground.

    Black or white is all there is where not even they reach the least contrast.
    """
    if contrast(colour, ground) >= least:
        return colour
    far = max(_BLACK, _WHITE, key=lambda end: contrast(end, ground))
    shades = (mixed(colour, far, step / _STEPS) for step in range(1, _STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= least), far)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
