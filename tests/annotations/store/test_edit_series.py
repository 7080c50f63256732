"""Whatever people do, undoing all of it restores what was, and redoing all of it what came."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import EditConflict, NothingToUndo
from annotations.review import Change, accept, reject
from annotations.store import Store
from tests.annotations.store.series import ACTIONS, Step, dump, exhaust, fill, quick, series, take

ROOT = Path(__file__).parents[3]
LONG = 200

steps = st.tuples(st.sampled_from(ACTIONS), st.integers(0, 1_000))


@contextmanager
def two_people(blank: Path) -> Iterator[tuple[Store, Store]]:
    """A store that is open twice."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(blank, folder))
        with Store.open(path, annotator="ana") as ana, Store.open(path, annotator="ben") as ben:
            fill(quick(ana))
            yield ana, quick(ben)


def check_walks(ana: Store, ben: Store, taken: list[Step]) -> None:
    """Do the steps in turns; then walk all the way back and forth, each of them."""
    path, people = ana.path, (ana, ben)
    beginning = dump(path)
    groups = sum(take(people[index % 2], step) for index, step in enumerate(taken))
    end = dump(path)
    assert exhaust(ana.edits.undo) == groups
    assert dump(path) == beginning
    assert exhaust(ben.edits.redo) == groups
    assert dump(path) == end
    assert (
        exhaust(lambda: ben.edits.undo(article_id="a"))
        + exhaust(lambda: ana.edits.undo(article_id="b"))
        + exhaust(lambda: ben.edits.undo(article_id="a"))
        + exhaust(ana.edits.undo)
        == groups
    )
    assert dump(path) == beginning
    exhaust(ana.edits.redo)
    assert dump(path) == end
    assert ana.check() == []


@settings(max_examples=30)
@given(taken=st.lists(steps, max_size=12))
def test_undo_all_and_redo_all(blank: Path, taken: list[Step]) -> None:
    with two_people(blank) as (ana, ben):
        check_walks(ana, ben, taken)


@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0))
def test_undo_all_and_redo_all_of_a_long_series(blank: Path, seed: int) -> None:
    with two_people(blank) as (ana, ben):
        check_walks(ana, ben, series(seed, LONG))


@settings(max_examples=30)
@given(taken=st.lists(st.one_of(steps, st.sampled_from([("undo", 0), ("redo", 0)])), max_size=20))
def test_undoing_on_the_way_leaves_nothing_that_cannot_be_undone(
    blank: Path, taken: list[Step]
) -> None:
    with two_people(blank) as (ana, ben):
        beginning = dump(ana.path)
        for index, step in enumerate(taken):
            walk_or_take((ana, ben)[index % 2], step)
        exhaust(ana.edits.redo)
        end = dump(ana.path)
        assert undone(ana) == []
        exhaust(ben.edits.undo)
        assert dump(ana.path) == beginning
        exhaust(ana.edits.redo)
        assert dump(ana.path) == end


def walk_or_take(store: Store, step: Step) -> None:
    """Undo or redo one group, or do an edit."""
    action, _ = step
    if action not in ("undo", "redo"):
        take(store, step)
        return
    with suppress(EditConflict, NothingToUndo):
        (store.edits.undo if action == "undo" else store.edits.redo)()


def undone(store: Store) -> list[int]:
    """The groups that are still to be redone."""
    return [each.id for each in store.edits.history(limit=1_000) if each.state == "undone"]


@contextmanager
def another_process(path: Path) -> Iterator[Callable[[Step], int]]:
    """Another person at the store, in a process of their own; gives what has them do a step."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.annotations.store.series", str(path), "ben"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        written, read = process.stdin, process.stdout

        def do(step: Step) -> int:
            """Have one step done, and wait until it is."""
            written.write(f"{step[0]} {step[1]}\n")
            return int(read.readline())

        yield do
        written.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_two_processes_in_turns(blank: Path, tmp_path: Path, seed: int) -> None:
    path = Path(shutil.copy(blank, tmp_path))
    with Store.open(path, annotator="ana") as ana, another_process(path) as ben:
        fill(quick(ana))
        beginning, groups = dump(path), 0
        for index, step in enumerate(series(seed, LONG)):
            groups += ben(step) if index % 2 else take(ana, step)
        end = dump(path)
        assert ben(("undo", 0)) == groups
        assert dump(path) == beginning
        assert exhaust(ana.edits.redo) == groups
        assert dump(path) == end
        assert exhaust(ana.edits.undo) == groups
        assert ben(("redo", 0)) == groups
        assert dump(path) == end
        assert ana.check() == []


def test_what_was_undone_with_a_dropped_edit_and_stands_on_it_is_dropped_too(blank: Path) -> None:
    with two_people(blank) as (ana, _):
        ana.bulk.decide([1, 2], "accept all", accept)
        before = ana.annotations.of("b")[0]
        ana.edits.annotations("b", "reject", [Change(before=before, after=reject(before))])
        ana.edits.undo()
        ana.edits.undo()
        ana.bulk.tag([1], add=["x"])
        assert undone(ana) == []
        with pytest.raises(NothingToUndo):
            ana.edits.redo()
