"""English told by its commonest words, so that English articles need no model to be told."""

import re

_READ = 1_000
"""Characters."""
_WORD = re.compile(r"[^\W\d_]+")

_OWN_WORDS = """
    the and that with from said were which their they this these been would who when there what
    after because about could where while than then through against between
"""
_SHARED_WORDS = """
    of to in a on for at by is was as it be an are he his had has have not
"""
_OWN = frozenset(_OWN_WORDS.split())
"""Common words of English that are none in other languages that are written like it."""
_SHARED = frozenset(_SHARED_WORDS.split())
"""Those that some others have, too."""

_LEAST_SHARE = 0.22
"""Of news in English four words in ten are among them, of other languages hardly one in ten."""
_LEAST_OWN = 4
"""Different words of English alone."""


def is_surely_english(text: str) -> bool:
    """Whether a text is English beyond doubt. One that is English may be too short for it.

    An English text stays so with passages in other languages in it.

    Args:
        text: Of which the beginning is read.
    """
    words = _WORD.findall(text[:_READ].lower())
    own = [word for word in words if word in _OWN]
    if len(set(own)) < _LEAST_OWN:
        return False
    shared = sum(word in _SHARED for word in words)
    return len(own) + shared >= _LEAST_SHARE * len(words)
