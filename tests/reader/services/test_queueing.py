"""When what waits is counted."""

from pathlib import Path

import pytest
from textual.message import Message

from annotations.store import Store
from reader.services.queueing import Queueing


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    Store.open(path).close()
    return path


def test_counts_again_only_after_others_have_written_and_not_all_the_time(path: Path) -> None:
    clock, posted = Clock(), list[Message]()
    queueing = Queueing(path, post=posted.append, clock=clock)
    queue = queueing.begin([1, 2])
    queueing.count(queue)
    clock.now += 60
    queueing.count_if_outdated(queue)
    assert not queueing.is_outdated
    queueing.count(queue)
    queueing.is_outdated = True
    queueing.count_if_outdated(queue)
    assert queueing.is_outdated
    clock.now += 5
    queueing.count_if_outdated(queue)
    assert not queueing.is_outdated
    queueing.stop()


def test_a_queue_over_the_same_articles_goes_on(path: Path) -> None:
    queueing = Queueing(path, post=lambda _: None)
    queue = queueing.begin([1, 2])
    queue.skipped.add(7)
    queue.is_open = False
    assert queueing.open_queue is None
    assert queueing.begin([1, 2]) is queue
    assert queueing.open_queue is queue
    other = queueing.begin([1, 2, 3])
    assert other is not queue
    assert other.skipped == {7}
