"""`kill -9` at any moment: nothing committed is lost, nothing is half done."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.model import Article, Detector, Entity, Status
from annotations.store import Store

TEXT = "Rain. " * 200
WRITE = """
import sys
from dataclasses import replace
from pathlib import Path
from annotations.review import Change, accept
from annotations.store import Store

store = Store.open(Path(sys.argv[1]), annotator="ana")
while True:
    standing = store.annotations.of("a", statuses={"suggested"})
    if not standing:
        store.edits.undo()
        continue
    changes = [Change(before=each, after=replace(accept(each), tags=("t",))) for each in standing]
    group = store.edits.annotations("a", "accept", changes[:50])
    print(group.id, flush=True)
"""


@pytest.mark.parametrize("commits", [1, 2, 5])
def test_killed_writer_loses_and_halves_nothing(
    empty: Store, run_python: Callable[..., "subprocess.Popen[str]"], commits: int
) -> None:
    empty.articles.add_one(Article(id="a", text=TEXT))
    rain = [Entity(start=at, end=at + 4, text="Rain", label="EVENT") for at in range(0, 1200, 6)]
    empty.runs.record("a", Detector(name="d", version="1"), rain)
    empty.close()
    seen = 0
    for _ in range(3):
        writer = run_python(WRITE, empty.path)
        assert writer.stdout is not None
        for _ in range(commits):
            seen = int(writer.stdout.readline())
        writer.kill()
        writer.communicate()
        with Store.open(empty.path, create=False) as store:
            assert store.check() == []
            assert store.edits.history()[0].id >= seen
            check_whole(store)


def check_whole(store: Store) -> None:
    """Every group is done or undone as a whole, rows and counts and log alike."""
    annotations = store.annotations.of("a")
    decided = [each for each in annotations if each.status is Status.ACCEPTED]
    assert len(annotations) == 200
    assert len(decided) % 50 == 0
    assert all(each.tags == ("t",) for each in decided)
    (row,) = store.articles.rows(store.articles.keys())
    assert (row.reviewed, row.unreviewed) == (len(decided), 200 - len(decided))
    done = [group for group in store.edits.history(limit=10_000) if group.state == "done"]
    assert sum(len(group.changes) for group in done) == len(decided)


CREATE = """
import sys
from pathlib import Path
import sqlite_utils
from annotations.store import Store

print("ready", flush=True)
Store.open(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("pause", [0.0, 0.01, 0.03])
def test_killed_while_making_a_store(
    path: Path, run_python: Callable[..., "subprocess.Popen[str]"], pause: float
) -> None:
    maker = run_python(CREATE, path)
    assert maker.stdout is not None
    maker.stdout.readline()
    try:
        maker.wait(pause)
    except subprocess.TimeoutExpired:
        maker.kill()
    maker.communicate()
    with Store.open(path) as store:
        store.articles.add_one(Article(id="a", text="Rain."))
        assert store.check() == []
