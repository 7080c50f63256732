"""Tags: how they are written, which stands below which, and what they look like. Pure.

A tag is a word or several; slashes part the levels of one that stands below another, as in
`method/airstrike`. What is asked of a tag holds for those below it, too.
"""

from annotations.tagging.checking import LONGEST, agreed, checked, parse_tags
from annotations.tagging.colours import COLOURS, colour_of
from annotations.tagging.completing import completed, next_levels
from annotations.tagging.paths import SEPARATOR, above, depth, is_within, last_level, moved

__all__ = [
    "COLOURS",
    "LONGEST",
    "SEPARATOR",
    "above",
    "agreed",
    "checked",
    "colour_of",
    "completed",
    "depth",
    "is_within",
    "last_level",
    "moved",
    "next_levels",
    "parse_tags",
]
