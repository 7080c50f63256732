"""Finding the next thing that waits, a page of articles at a time."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.store.waiting import Queue, Stage, Waiting

PAGE = 500
"""Articles that the store is asked about at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a queue is."""

    stage: int = 0
    """The part that is being worked off."""
    place: int = -1
    """The article, as a place in the list; -1 before the first."""
    brought: Waiting | None = None
    """What was brought last; null if nothing of this part in this article was."""
    came_round: bool = False
    """Whether all but what was skipped is done, so that this comes again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the next thing is looked for in."""

    keys: Sequence[int]
    """The articles, in order."""
    stages: Sequence[Stage]
    begin: Spot
    skipped: Collection[int]
    """The ids of annotations that come last."""

    def following(self, queue: Queue) -> Spot | None:
        """The next that waits; null if nothing in the whole list does.

        Behind the end it goes on from the beginning, where something may wait again by now, and
        in the end with what was skipped.
        """
        found = next(self._beyond(queue), None)
        if found is not None or not queue.left(self.keys):
            return found
        again = replace(self, begin=Spot())
        found = next(again._beyond(queue), None)
        if found is not None:
            return found
        skipped = next(replace(again, skipped=())._beyond(queue), None)
        return None if skipped is None else replace(skipped, came_round=True)

    def here(self, queue: Queue) -> Spot | None:
        """The next of the same part in the same article; null if there is none."""
        return self._in(queue, self.begin.stage, self.begin.place, after=self.begin.brought)

    def _beyond(self, queue: Queue) -> Iterator[Spot]:
        begin = self.begin
        if begin.place >= 0 and (found := self.here(queue)) is not None:
            yield found
        for stage in range(begin.stage, len(self.stages)):
            first = begin.place + 1 if stage == begin.stage else 0
            for place in self._places(queue, stage, first):
                if (found := self._in(queue, stage, place, after=None)) is not None:
                    yield found

    def _places(self, queue: Queue, stage: int, first: int) -> Iterator[int]:
        """The places from one on of the articles that have something of a part."""
        for begin in range(first, len(self.keys), PAGE):
            page = self.keys[begin : begin + PAGE]
            yield from (begin + each for each in queue.places(page, self.stages[stage]))

    def _in(self, queue: Queue, stage: int, place: int, *, after: Waiting | None) -> Spot | None:
        found = queue.next_in(
            self.keys[place], self.stages[stage], after=after, skipped=self.skipped
        )
        return None if found is None else Spot(stage=stage, place=place, brought=found)
