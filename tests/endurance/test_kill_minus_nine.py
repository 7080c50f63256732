"""A few rounds of what `make endurance` does fifty of."""

import random
from pathlib import Path

from tests.endurance.kill_minus_nine import Deed, one_round, prepare, replayed


def test_nothing_that_was_shown_is_lost_to_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    prepare(path)
    for number in range(3):
        one_round(path, random.Random(number))


def test_what_becomes_of_a_log() -> None:
    accept, undo = Deed("a", "", "accept"), Deed("U", "", "")
    assert replayed([("tag", "done")], [accept, undo]) == [("tag", "done"), ("accept", "undone")]
    assert replayed([("tag", "undone")], [accept]) == [("tag", "dropped"), ("accept", "done")]
    assert replayed([("tag", "undone")], [undo]) == [("tag", "undone")]
