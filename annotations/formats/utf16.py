"""Offsets in UTF-16 units, as Java and JavaScript count, and in code points, as closeread does.

A character beyond the Basic Multilingual Plane is one code point and two units; texts without any
need no conversion.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Converts offsets into one text; made in one pass over it, asked in logarithmic time."""

    def __init__(self, text: str) -> None:
        """Args:
        text: The text that the offsets count.
        """
        self._length = len(text)
        self._beyond: Sequence[int] = [match.start() for match in _BEYOND.finditer(text)]
        self._units: Sequence[int] = [each + index for index, each in enumerate(self._beyond)]

    def __len__(self) -> int:
        """How many units the text has."""
        return self._length + len(self._beyond)

    def of(self, offset: int) -> int:
        """The offset in units of one in code points.

        Raises:
            ValueError: If it is outside the text.
        """
        if not 0 <= offset <= self._length:
            raise ValueError(f"{offset} is outside a text of {self._length} characters")
        return offset + bisect_left(self._beyond, offset)

    def to_code_points(self, unit: int) -> int:
        """The offset in code points of one in units.

        Raises:
            ValueError: If it is outside the text, or between the two halves of a character.
        """
        if not 0 <= unit <= len(self):
            raise ValueError(f"{unit} is outside a text of {len(self)} UTF-16 units")
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:
            raise ValueError(f"{unit} is in the middle of a character")
        return unit - before
