"""Where a person came from, over all articles: to go back there, and forward again. Pure."""

from dataclasses import dataclass

from annotations.store.places import Place

_MOST = 200
"""Places remembered; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one of the articles."""

    article_id: str
    place: Place

    def is_beside(self, other: "Spot") -> bool:
        """Whether the cursor stands on the same character in both."""
        return (self.article_id, self.place.cursor) == (other.article_id, other.place.cursor)


class JumpList:
    """The spots that were left by a jump.

    It works as in a browser: a jump drops what lies ahead, so that back and forward always undo
    each other.
    """

    def __init__(self) -> None:
        """Begin with nowhere to go back to."""
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    def leave(self, spot: Spot) -> None:
        """Remember a spot that is left by a jump."""
        self._ahead.clear()
        if not (self._behind and self._behind[-1].is_beside(spot)):
            self._behind.append(spot)
        del self._behind[:-_MOST]

    def step(self, way: int, *, here: Spot) -> Spot | None:
        """The spot to go back (-1) or forward (1) to; null if there is none."""
        source, target = (self._behind, self._ahead) if way < 0 else (self._ahead, self._behind)
        while source and source[-1].is_beside(here):
            source.pop()
        if not source:
            return None
        target.append(here)
        return source.pop()

    def steps(self, way: int, times: int, *, here: Spot) -> tuple[Spot | None, int]:
        """The spot that several steps lead to, or as many as there are; and how many that is."""
        reached, done = None, 0
        while done < times and (spot := self.step(way, here=reached or here)) is not None:
            reached, done = spot, done + 1
        return reached, done
