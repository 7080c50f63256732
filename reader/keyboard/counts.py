"""Counts before motions: `3]f`, `5j`, `12G`. Pure."""

from collections.abc import Container

MOST = 99_999
"""The highest count; it goes over any article and most libraries, and takes no time to feel."""
_FIRST_DIGITS = frozenset("123456789")
_DIGITS = _FIRST_DIGITS | {"0"}


def counted(before: int, key: str, *, bound: Container[str]) -> int:
    """The count that a key makes of the one before it; 0 if it is no part of a count.

    Args:
        before: The count so far; 0 if none was begun.
        key: What Textual calls the key.
        bound: The keys that give commands or begin sequences: a digit among them begins no count,
            but can go on with one.
    """
    begins = key in _FIRST_DIGITS and key not in bound
    if begins or (before and key in _DIGITS):
        return min(MOST, before * 10 + int(key))
    return 0


def fell_short(done: int, times: int, unit: str, *, because: str) -> str:
    """What to say of a motion that came to an end before it was made as often as it should.

    Args:
        done: How often it was made.
        times: How often it should have been.
        unit: What it goes by: "line".
        because: What was in its way: "the article ends here".
    """
    return f"{done:,} of {times:,} {unit}s: {because}."


def only(number: int, unit: str) -> str:
    """What to say of a number that is higher than there are things, such as lines."""
    return f"There {'is' if number == 1 else 'are'} only {number:,} {unit}{'s'[: number != 1]}."
