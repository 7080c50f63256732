"""The colours that tags can have: a few names, which every theme gives shades that can be read."""

from collections.abc import Mapping

from annotations.tagging.paths import above

COLOURS: Mapping[str, str] = {
    "red": "r",
    "orange": "o",
    "yellow": "y",
    "green": "g",
    "cyan": "c",
    "blue": "b",
    "violet": "v",
    "pink": "p",
}
"""Each colour's name, as the store has it, with the letter that chooses it."""


def colour_of(tag: str, colours: Mapping[str, str]) -> str | None:
    """The colour of a tag: its own, else that of the nearest tag above it that has one.

    Args:
        tag: The tag.
        colours: The names of colours by the tags that have one of their own. Names that are not
            known, as a later version may write them, count as none.
    """
    paths = (tag, *reversed(above(tag)))
    named = (colours[path] for path in paths if path in colours)
    return next((name for name in named if name in COLOURS), None)
