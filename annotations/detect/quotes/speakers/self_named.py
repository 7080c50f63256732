"""Speakers by what they call themselves: "a fighter who gave his name as Abu Omar"."""

import re

_GIVEN = re.compile(
    r"\b(?:(?:gave|gives|giving) (?:his|her|their) name (?:only )?as"
    r"|(?:identified|identifies|identifying) (?:him|her|them)sel(?:f|ves) (?:only )?as"
    r"|(?:goes|go|went) by(?: the name(?: of)?)?|(?:named|called|known as))\s+$"
)
_FARTHEST = 50
"""Characters before a name that tell so."""


def is_self_named(text: str, start: int) -> bool:
    """Whether the words before a name that starts at an offset say that it is a speaker's own."""
    return _GIVEN.search(text, max(0, start - _FARTHEST), start) is not None
