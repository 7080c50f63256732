"""The list that an article was opened from, as it was then. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """The keys of the articles of a list, in its order.

    It stays as it was when the article was opened: a list sorted by what is left to review would
    otherwise change under whoever reviews it.
    """

    keys: Sequence[int]

    def place(self, key: int) -> tuple[int, int] | None:
        """Which article of how many this is, counted from 1; null if it is not listed."""
        return (self.keys.index(key) + 1, len(self.keys)) if key in self.keys else None

    def beyond(self, key: int, step: int) -> Iterator[int]:
        """The keys of the articles after (1) or before (-1) one, the nearest first."""
        place = self.place(key)
        if place is not None:
            at = place[0] - 1 + step
            yield from (self.keys[n] for n in range(at, len(self.keys) if step > 0 else -1, step))
