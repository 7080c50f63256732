"""Whose turn it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.sources import Item
from reader.watching.rounds import NEVER, rounds


@dataclass
class Timed:
    """Something that is due every so often."""

    name: str
    every: float
    due: float = 0.0

    def look(self) -> Iterator[Item]:
        return iter(())

    def settle(self) -> None:
        """Keep nothing."""


def test_each_is_yielded_when_it_is_due() -> None:
    slept: list[float] = []
    now = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds

    watched = [Timed("often", 2), Timed("seldom", 5)]
    order: list[tuple[str, float]] = []
    for each in rounds(watched, clock=lambda: now, sleep=sleep):
        assert isinstance(each, Timed)
        order.append((each.name, now))
        each.due = now + each.every if now < 6 else NEVER
    assert order == [
        ("often", 0), ("seldom", 0), ("often", 2), ("often", 4), ("seldom", 5), ("often", 6),
        ("seldom", 10),
    ]  # fmt: skip
    assert slept == [2, 2, 1, 1, 4]


def test_nothing_to_watch() -> None:
    assert list(rounds([], clock=lambda: 0, sleep=lambda seconds: None)) == []
