"""What was perhaps meant by a name that does not exist."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The nearest name there is, or where all of them are listed; a full sentence."""
    from difflib import get_close_matches  # only somebody who has mistyped needs it

    close = get_close_matches(name.lower().replace("_", "-"), known, n=1)
    if close:
        return f"Did you mean {close[0]!r}?"
    return "`closeread config --defaults` lists all there are."
