"""What an answer can go on to be, shown while somebody types it."""

from collections.abc import Callable

from textual.suggester import Suggester

Complete = Callable[[str], list[str]]
"""From an answer so far to whole ones, the best first."""


class FirstOffer(Suggester):
    """Shows the first completion while somebody types."""

    def __init__(self, complete: Complete) -> None:
        """Args:
        complete: From what was typed to what it can go on to be.
        """
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The first that goes on as it was typed; null if there is none."""
        return next((each for each in self._complete(value) if each.startswith(value)), None)
