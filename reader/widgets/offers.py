"""What an answer can go on to be, shown while somebody types it."""

from collections.abc import Callable, Sequence

from textual.suggester import Suggester

Complete = Callable[[str], list[str]]
"""From an answer so far to whole ones, the best first."""


def choices(offered: Sequence[str], *, besides: int) -> str:
    """What could stand in place of one of several, the next first; without what all begin with.

    >>> choices(["rain is:unrun", "rain is:begun", "rain is:deleted"], besides=1)
    'deleted · unrun'
    """
    if len(offered) < 2:
        return ""
    first, last = min(offered), max(offered)
    shared = next((n for n, letter in enumerate(first) if not last.startswith(letter, n)), 0)
    start = 1 + max(first.rfind(each, 0, shared) for each in " :,/")
    return " · ".join(each[start:] for each in (*offered[besides + 1 :], *offered[:besides]))


class FirstOffer(Suggester):
    """Shows the first completion while somebody types."""

    def __init__(self, complete: Complete) -> None:
        """Args:
        complete: From what was typed to what it can go on to be.
        """
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The first that goes on as it was typed; null if there is none, or nothing is begun."""
        if value.endswith(" "):
            return None
        return next((each for each in self._complete(value) if each.startswith(value)), None)
