"""Decisions on names are edits: logged, undone and redone one by one."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import EditConflict, NamesError, NothingToUndo
from annotations.model import Article, Detector
from annotations.review import Change, accept
from annotations.store import Store
from annotations.store.names import NameGroup
from tests.annotations.store.names.conftest import Tell, entities

NAMES = ("Dell", "Lind", "Hill")
TABLES = (
    "SELECT * FROM name_merges ORDER BY id",
    "SELECT * FROM name_splits ORDER BY id",
    "SELECT * FROM annotations ORDER BY id",
)


@pytest.fixture
def dells(empty: Store, tell: Tell) -> Store:
    """Three articles with three names."""
    tell("a", "Mara Dell")
    tell("b", "M. Dell")
    tell("c", "Bo Dell")
    return empty


def listed(store: Store) -> list[str]:
    return sorted(each.name for each in store.names.find())


def test_a_merge_is_undone_and_redone(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    assert [each.action for each in dells.edits.history()] == ["merge M. Dell into Mara Dell"]
    assert dells.edits.undo().action == "merge M. Dell into Mara Dell"
    assert listed(dells) == ["Bo Dell", "M. Dell", "Mara Dell"]
    dells.edits.redo()
    assert listed(dells) == ["Bo Dell", "Mara Dell"]


def test_what_was_undone_was_never_decided(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    dells.edits.undo()
    assert [(each.name, each.into) for each in dells.names.suggestions()] == [
        ("M. Dell", "Mara Dell")
    ]
    dells.names.merge("M. Dell", "Mara Dell")
    dells.names.split("M. Dell")
    assert dells.names.suggestions() == []


def test_a_split_is_undone(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    dells.names.split("M. Dell")
    assert dells.edits.undo().action == "split M. Dell off Mara Dell"
    assert listed(dells) == ["Bo Dell", "Mara Dell"]


def test_a_split_in_one_article_is_undone(dells: Store) -> None:
    dells.names.split_in("Bo Dell", "c")
    assert "Bo Dell (c)" in listed(dells)
    assert dells.edits.undo().action == "split Bo Dell off in one article"
    assert listed(dells) == ["Bo Dell", "M. Dell", "Mara Dell"]


def test_a_later_decision_takes_the_place_of_an_undone_one(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    dells.edits.undo()
    dells.names.merge("Bo Dell", "M. Dell")
    with pytest.raises(NothingToUndo):
        dells.edits.redo()


def test_decisions_and_other_edits_are_undone_in_turn(dells: Store) -> None:
    (mara,) = dells.annotations.of("a")
    dells.names.merge("M. Dell", "Mara Dell")
    dells.edits.annotations("a", "accept", [Change(before=mara, after=accept(mara))])
    dells.names.merge("Bo Dell", "Mara Dell")
    undone = [dells.edits.undo().action for _ in range(3)]
    assert undone == ["merge Bo Dell into Mara Dell", "accept", "merge M. Dell into Mara Dell"]
    redone = [dells.edits.redo().action for _ in range(3)]
    assert redone == undone[::-1]


def test_in_an_article_only_its_own_edits_are_undone(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    with pytest.raises(NothingToUndo):
        dells.edits.undo(article_id="a")


def test_what_was_changed_past_the_log_is_not_undone(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    dells._connection.execute("UPDATE name_merges SET merged_into = 'Bo Dell'")
    with pytest.raises(EditConflict, match="changed elsewhere"):
        dells.edits.undo()
    assert listed(dells) == ["Bo Dell", "Mara Dell"]


def test_what_counts_as_a_name_is_told(dells: Store) -> None:
    dells.names.merge("M. Dell", "Mara Dell")
    assert dells.names.merged_into("Mara Dell", NameGroup.PERSON) == ("M. Dell",)
    assert dells.names.merged_into("M. Dell", NameGroup.PERSON) == ()
    assert dells.names.merged_into("Mara Dell", NameGroup.PLACE) == ()


@contextmanager
def store_with_all(blank: Path) -> Iterator[tuple[Store, Store]]:
    """The same store, opened by two people."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        shutil.copy(blank, path)
        with Store.open(path, annotator="ana") as ana, Store.open(path, annotator="bo") as bo:
            for number, name in enumerate((*NAMES, *NAMES)):
                ana.articles.add_one(Article(id=str(number), text=name))
                ana.runs.record(str(number), Detector(name="finder", version="1"), entities(name))
            yield ana, bo


def content(path: Path) -> list[object]:
    connection = sqlite3.connect(path)
    found: list[object] = [connection.execute(sql).fetchall() for sql in TABLES]
    connection.close()
    return found


names = st.sampled_from((*NAMES, *(f"{name} (0)" for name in NAMES)))
steps = st.tuples(
    st.sampled_from(["merge", "split", "split_in", "accept", "undo", "redo"]),
    names,
    names,
    st.integers(0, 1),
)


def take(store: Store, step: tuple[str, str, str, int]) -> None:
    match step:
        case ("merge", name, into, _):
            store.names.merge(name, into)
        case ("split", name, *_):
            store.names.split(name)
        case ("split_in", name, *_):
            store.names.split_in(name, "0")
        case ("accept", *_):
            (found,) = store.annotations.of("0")
            if accept(found) != found:
                store.edits.annotations("0", "accept", [Change(before=found, after=accept(found))])
        case ("undo", *_):
            store.edits.undo()
        case ("redo", *_):
            store.edits.redo()


@settings(max_examples=40)
@given(taken=st.lists(steps, max_size=10))
def test_undoing_all_restores_what_was_and_redoing_all_what_came(
    blank: Path, taken: list[tuple[str, str, str, int]]
) -> None:
    with store_with_all(blank) as people:
        path = people[0].path
        before = content(path)
        for step in taken:
            with suppress(NamesError, NothingToUndo):
                take(people[step[-1]], step)
        after, undone = content(path), 0
        with suppress(NothingToUndo):
            while True:
                people[undone % 2].edits.undo()
                undone += 1
        assert content(path) == before
        for _ in range(undone):
            people[0].edits.redo()
        assert content(path) == after
