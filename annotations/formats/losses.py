"""What an export leaves out, counted."""

from collections import Counter
from collections.abc import Iterator


class Losses:
    """Counts of what was left out, each under a phrase with `{}` in the place of its number."""

    def __init__(self) -> None:
        """Begin with nothing lost."""
        self._counts: Counter[str] = Counter()

    def add(self, phrase: str, count: int = 1) -> None:
        """Count something.

        Args:
            phrase: What it is, as in "{} names that overlap another"; also for one of it.
            count: How many.
        """
        if count:
            self._counts[phrase] += count

    def __iter__(self) -> Iterator[str]:
        """What was lost, in words, in the order in which it was first met."""
        return (phrase.format(f"{count:,}") for phrase, count in self._counts.items())

    def __bool__(self) -> bool:
        return bool(self._counts)
