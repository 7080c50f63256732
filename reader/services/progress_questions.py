"""How far the library is, and how good the machine was in it: asked in a thread, part by part."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.message import Message

from annotations.measure.decided_evaluation import DecidedEvaluation, evaluate_counts
from annotations.measure.decision_counts import Counts, count_article
from annotations.measure.decisions import By
from annotations.store import Store
from annotations.store.decisions import DecidedKeys, Stamp
from annotations.store.overview import Progress
from reader.progress.days import WorkingDay, working_days
from reader.services.lookup import Answer

_BLOCK = 50
"""Articles that are counted together, and counted again when anything in one of them changes."""
_AT_ONCE = 0.3
"""Seconds after which what is measured so far is shown."""
_RECENT = 20_000
"""The latest edits, from which the pace is told: weeks of work for one person."""


@dataclass
class ProgressRead(Message):
    """How far all articles are was read."""

    progress: Progress
    days: Sequence[WorkingDay]


@dataclass
class DecisionsMeasured(Message):
    """What was decided on was measured, in some articles or in all."""

    evaluation: DecidedEvaluation
    measured: int
    to_measure: int
    """How many articles have decisions in them."""

    @property
    def is_all(self) -> bool:
        """Whether none is left."""
        return self.measured >= self.to_measure


def progress() -> Answer:
    """How far all articles are, and who has decided how much lately."""

    def answer(store: Store) -> ProgressRead:
        work = store.overview.work(limit=_RECENT)
        days = working_days(work)
        if len(work) == _RECENT:  # of the earliest day some may be missing
            days = [day for day in days if day.day > days[-1].day] or days
        return ProgressRead(store.overview.progress(), days)

    return answer


Stamped = tuple[int, Stamp]
"""The key of an article, and what tells whether anything has changed in it."""


class Measuring:
    """What was measured in each part of a library, so that only what has changed is read again.

    It belongs to one thread at a time: that which answers, and ends with the screen that asks.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counted: dict[int, tuple[Sequence[Stamped], Counts]] = {}
        self._keys = DecidedKeys((), frozenset())
        self._stamps: Mapping[int, Stamp] = {}

    def question(self, *, anew: bool) -> Answer:
        """Measure as much as can be in a moment.

        Args:
            anew: Whether anything may have changed; else what was left is gone on with.
        """

        def answer(store: Store) -> DecisionsMeasured:
            if anew:
                self._keys = store.decisions.keys()
                self._stamps = store.decisions.stamps(self._keys)
            return self._measure(store)

        return answer

    def _measure(self, store: Store) -> DecisionsMeasured:
        blocks = dict(_blocks(self._keys))
        self._counted = {key: each for key, each in self._counted.items() if key in blocks}
        until, is_first, measured = time.monotonic() + _AT_ONCE, True, 0
        for number, block in blocks.items():
            stamped = [(key, self._stamps[key]) for key in block.every]
            if number not in self._counted or self._counted[number][0] != stamped:
                if not is_first and time.monotonic() > until:
                    continue
                self._counted[number] = stamped, _counted(store, block)
                is_first = False
            measured += len(block.every)
        counts = [counted for _, counted in self._counted.values()]
        evaluation = evaluate_counts(counts, sure=False)
        return DecisionsMeasured(evaluation, measured, len(self._keys.every))


def _blocks(keys: DecidedKeys) -> Iterator[tuple[int, DecidedKeys]]:
    """The articles in parts that stay the same as others come and go."""
    blocks: dict[int, list[int]] = {}
    for key in keys.every:
        blocks.setdefault(key // _BLOCK, []).append(key)
    return ((number, DecidedKeys(block, keys.complete)) for number, block in blocks.items())


def _counted(store: Store, block: DecidedKeys) -> Counts:
    together = Counts()
    for article in store.decisions.articles(block):
        together.add(count_article(article, By.KIND))
    return together
