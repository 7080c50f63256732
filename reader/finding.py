"""Finding text in the open article."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hits:
    """Every place where the text sought stands, in order."""

    sought: str = ""
    starts: tuple[int, ...] = ()

    def __len__(self) -> int:
        """How many places there are."""
        return len(self.starts)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits `[start, end)` that share a character with a stretch of text."""
        size = len(self.sought)
        first = bisect_right(self.starts, start - size)
        last = bisect_left(self.starts, end)
        return [(at, at + size) for at in self.starts[first:last]]

    def after(self, offset: int) -> int | None:
        """The number of the first hit behind an offset, going round at the end."""
        if not self.starts:
            return None
        return bisect_right(self.starts, offset) % len(self.starts)

    def before(self, offset: int) -> int | None:
        """The number of the last hit before an offset, going round at the beginning."""
        if not self.starts:
            return None
        return (bisect_left(self.starts, offset) - 1) % len(self.starts)


def find(text: str, sought: str) -> Hits:
    """Find every occurrence of a text; capitals count only if it has some (smart case)."""
    if not sought:
        return Hits()
    case = 0 if any(letter.isupper() for letter in sought) else re.IGNORECASE
    pattern = re.compile(re.escape(sought), case)
    return Hits(sought, tuple(match.start() for match in pattern.finditer(text)))
