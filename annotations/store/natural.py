"""The order in which people expect titles: "Report 2" before "Report 10"."""

import re
from collections.abc import Iterable, Iterator

from annotations.store.connection import Row

_NUMBER = re.compile(r"\d+")
_DIGITS = 20
"""Digits to which numbers are filled up with noughts; longer ones go by their digits."""


def natural(text: str) -> str:
    """What a text is compared by: its letters without case, and its numbers by their value."""
    folded = text.casefold()
    return _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), folded)


def in_natural_order(rows: Iterable[Row], *, descending: bool) -> Iterator[int]:
    """The keys of rows in the order of their texts; of equals, as they come.

    SQLite would have to be taught such an order, and no other tool could then read its index.

    Args:
        rows: Each a key and a text; those without a text come last.
        descending: Whether it is the other way round.
    """
    titled: list[tuple[str, int]] = []
    untitled: list[int] = []
    for key, text in rows:
        if text is None:
            untitled.append(key)
        else:
            titled.append((natural(text), key))
    titled.sort(key=_text, reverse=descending)
    yield from (key for _, key in titled)
    yield from untitled


def _text(pair: tuple[str, int]) -> str:
    return pair[0]
