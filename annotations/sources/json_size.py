"""How much memory JSON takes once it is parsed, told before that."""

_SMALL = 4_000_000
"""Characters of text that may hold anything: no value takes a hundred bytes a character."""
_MOST = 2_000_000
"""Values in one piece of JSON. Each takes up to a hundred bytes, and no article has as many."""


def has_too_many_values(text: str, start: int = 0) -> bool:
    """Whether a text of JSON may have more values, from some place on, than memory is kept for.

    Commas and brackets are counted, also those in strings: an article of the greatest length has
    far fewer.
    """
    if len(text) - start <= _SMALL:
        return False
    return sum(text.count(sign, start) for sign in ",[{") > _MOST
