"""Where somebody is in reviewing what waits in a list of articles. Pure but for what it asks."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from annotations.store.waiting import Queue, Stage, Waiting
from reader.queueing.order import STAGES, Order
from reader.queueing.pace import Pace, progress
from reader.queueing.seeking import Search, Spot


class ReviewQueue:
    """A list of articles, what of it is in front, what was skipped and how fast it goes.

    What is left is never kept here: the store is asked each time, so that nothing is brought that
    is decided already, by whomever.
    """

    def __init__(
        self,
        keys: Sequence[int],
        *,
        first: int | None = None,
        order: Order = Order.UNSURE_FIRST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args:
        keys: The articles' keys, in the order of the list.
        first: The article to begin with; those before it come behind the last. Null for the first.
        order: In which order things are brought.
        clock: What the pace is measured by, in seconds.
        """
        self.listed = list(keys)
        """The articles as they were listed."""
        at = keys.index(first) if first is not None and first in keys else 0
        self.keys = [*keys[at:], *keys[:at]]
        self.order = order
        self.is_open = False
        """Whether somebody works in it now."""
        self.done = 0
        """How many things were decided in it."""
        self.left: int | None = None
        """How many things wait; null until they are counted."""
        self.skipped: set[int] = set()
        self.is_touched = False
        """Whether something was done since what is in front was brought."""
        self.parting = ""
        """What was said last in the article that was left for another."""
        self._trail: list[tuple[str, int]] = []
        """The articles of the edits made in it, and how much each decided; the last one last."""
        self._pace = Pace(clock)
        self._spot = Spot()

    @property
    def brought(self) -> Waiting | None:
        """What is in front; null before the first was brought."""
        return self._spot.brought

    @property
    def stage(self) -> Stage:
        """The part that is being worked off."""
        return STAGES[self.order][self._spot.stage]

    @property
    def search(self) -> Search:
        """What the next thing is looked for in; nothing that happens here changes it."""
        return Search(
            keys=self.keys,
            stages=STAGES[self.order],
            begin=self._spot,
            skipped=frozenset(self.skipped),
        )

    def open(self) -> None:
        """Somebody begins to work in it, or comes back to it."""
        self.is_open = True
        self._pace.begin()

    def take(self, spot: Spot) -> None:
        """Go to what was found."""
        if spot.came_round:
            self.skipped.clear()
        self._spot = spot
        self.is_touched = False

    def waits(self, queue: Queue) -> bool:
        """Whether what is in front still waits for a decision, and was not skipped."""
        brought = self.brought
        return (
            brought is not None
            and brought.id not in self.skipped
            and queue.waits(brought, self.stage)
        )

    def skip(self) -> None:
        """Let what is in front come again at the end."""
        if self.brought is not None:
            self.skipped.add(self.brought.id)

    @property
    def edited_last(self) -> str | None:
        """The id of the article of the last edit that was made in it, and not taken back."""
        return self._trail[-1][0] if self._trail else None

    def edited(self, article_id: str, *, decided: int, touched: bool = True) -> None:
        """An edit was made.

        Args:
            article_id: In which article.
            decided: How much of what waited waits no longer.
            touched: Whether what is in front stayed there.
        """
        self._trail.append((article_id, decided))
        self.is_touched = touched
        self._count(decided)
        if decided:
            self._pace.decided()

    def undone(self) -> None:
        """The last edit was taken back."""
        if self._trail:
            self._count(-self._trail.pop()[1])

    def _count(self, decided: int) -> None:
        self.done += decided
        self.left = None if self.left is None else max(0, self.left - decided)

    def reorder(self) -> None:
        """Go on in the other order: in reading order from here, else with the least sure of all."""
        self.order = self.order.other
        reading = self.order is Order.READING
        self._spot = replace(self._spot, stage=0) if reading else Spot(brought=self.brought)

    @property
    def words(self) -> str:
        """How far it is, and how fast it goes."""
        if self.left is None:
            return "counting what waits"
        return progress(self.done, self.left, self._pace.per_minute)
