"""Undoing and redoing up to any edit, undoing a single older one, and going back to a state."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import EditConflict, NothingToUndo, OffsetError
from annotations.model import Article, Detector, Entity, Status
from annotations.review import Change, Marks, accept, reject, relabel
from annotations.store import Store
from annotations.store.rewinding import Way
from tests.annotations.store.series import ACTIONS, Step, dump, fill, take

LINE = "Oldport and Lindow flooded."
OLDPORT = Entity(start=0, end=7, text="Oldport", label="GPE")
LINDOW = Entity(start=12, end=18, text="Lindow", label="GPE")
FINDER = Detector(name="finder", version="1")
steps = st.tuples(st.sampled_from(ACTIONS), st.integers(0, 1_000))


@pytest.fixture
def flooded(empty: Store) -> Store:
    """Two articles with two towns each."""
    for article_id in ("a", "b"):
        empty.articles.add_one(Article(id=article_id, text=LINE, title=f"Title {article_id}"))
        empty.runs.record(article_id, FINDER, [OLDPORT, LINDOW])
    return empty


def relabelled(store: Store, article_id: str, place: int, kind: str) -> int:
    """Relabel one town of an article; the id of the group."""
    before = store.annotations.of(article_id)[place]
    change = Change(before=before, after=relabel(before, kind))
    return store.edits.annotations(article_id, "relabel", [change]).id


def kinds(store: Store) -> str:
    return " ".join(each.kind for key in ("a", "b") for each in store.annotations.of(key))


def test_back_to_an_edit_and_forth_again(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    relabelled(flooded, "b", 0, "LOC")
    third = relabelled(flooded, "a", 0, "FAC")
    rewinding = flooded.rewinding
    assert rewinding.way_to(third) == Way(undo=True, groups=0)
    assert rewinding.way_to(first) == Way(undo=True, groups=2)
    way, group = rewinding.go(first)
    assert (way, group.id) == (Way(undo=True, groups=2), first)
    assert kinds(flooded) == "ORG GPE GPE GPE"
    assert rewinding.way_to(third) == Way(undo=False, groups=2)
    rewinding.go(third)
    assert kinds(flooded) == "FAC GPE LOC GPE"


def test_back_to_an_edit_in_one_article(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    elsewhere = relabelled(flooded, "b", 0, "LOC")
    third = relabelled(flooded, "a", 1, "FAC")
    assert flooded.rewinding.go(first, article_id="a")[0] == Way(undo=True, groups=1)
    assert kinds(flooded) == "ORG GPE LOC GPE"
    flooded.rewinding.undo(elsewhere)
    assert flooded.rewinding.go(third, article_id="a")[0] == Way(undo=False, groups=1)
    assert kinds(flooded) == "ORG FAC GPE GPE"


def test_all_of_it_is_undone_or_nothing(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    flooded.bulk.decide([1, 2], "accept all", accept)
    relabelled(flooded, "b", 1, "LOC")
    last = relabelled(flooded, "a", 1, "FAC")
    with pytest.raises(EditConflict, match="relabel in “Title b” by ana"):
        flooded.rewinding.go(first, article_id="a")
    assert kinds(flooded) == "ORG FAC GPE LOC"
    assert flooded.rewinding.way_to(last).groups == 0


def test_nothing_is_undone_that_nobody_was_asked_about(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    relabelled(flooded, "a", 1, "LOC")
    way = flooded.rewinding.way_to(first)
    relabelled(flooded, "b", 1, "LOC")
    with pytest.raises(EditConflict, match="meanwhile"):
        flooded.rewinding.go(first, expected=way)
    assert kinds(flooded) == "ORG LOC GPE LOC"
    assert flooded.rewinding.go(first, article_id="a", expected=way)[0] == way


def test_how_far_it_has_come_is_told_over_all_edits(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    relabelled(flooded, "a", 1, "LOC")
    flooded.bulk.decide([1, 2], "accept all", accept)
    told: list[tuple[int, int]] = []
    flooded.rewinding.go(first, report=lambda done, total: told.append((done, total)))
    assert told == [(2, 3), (3, 3)]


def test_a_single_older_edit_is_undone_and_redone(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    relabelled(flooded, "a", 1, "LOC")
    assert flooded.rewinding.undo(first).id == first
    assert kinds(flooded) == "GPE LOC GPE GPE"
    with pytest.raises(NothingToUndo, match="undone already"):
        flooded.rewinding.undo(first)
    flooded.rewinding.redo(first)
    assert kinds(flooded) == "ORG LOC GPE GPE"
    with pytest.raises(NothingToUndo, match="done already"):
        flooded.rewinding.redo(first)


def test_a_later_edit_of_the_same_stands_in_the_way(
    flooded: Store, open_store: Callable[..., Store]
) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    relabelled(open_store(annotator="ben"), "a", 0, "LOC")
    with pytest.raises(EditConflict, match="relabel in “Title a” by ben"):
        flooded.rewinding.undo(first)
    flooded.edits.undo()
    flooded.rewinding.undo(first)
    assert kinds(flooded) == "GPE GPE GPE GPE"


def test_a_later_edit_stands_in_the_way_even_if_it_led_back(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    relabelled(flooded, "a", 0, "LOC")
    relabelled(flooded, "a", 0, "ORG")
    with pytest.raises(EditConflict, match="A later edit stands on this one"):
        flooded.rewinding.undo(first)


def test_later_tags_stand_in_the_way_but_not_a_deletion(flooded: Store) -> None:
    first, second = (
        flooded.edits.marks("a", "tag", before=Marks(tags=before), after=Marks(tags=after)).id
        for before, after in (((), ("x",)), (("x",), ("x", "y")))
    )
    flooded.bulk.delete([1])
    with pytest.raises(EditConflict, match="tag in “Title a”"):
        flooded.rewinding.undo(first)
    flooded.rewinding.undo(second)
    flooded.rewinding.undo(first)
    assert flooded.articles.get("a").tags == ()


def test_what_later_edits_took_the_place_of_stays_undone(flooded: Store) -> None:
    first = relabelled(flooded, "a", 0, "ORG")
    flooded.edits.undo()
    relabelled(flooded, "a", 1, "LOC")
    for walk in (flooded.rewinding.go, flooded.rewinding.redo):
        with pytest.raises(NothingToUndo, match="cannot be redone"):
            walk(first)
    with pytest.raises(NothingToUndo, match="no such edit"):
        flooded.rewinding.go(99)


def test_a_removed_annotation_comes_back_under_its_id(flooded: Store) -> None:
    own = replace(OLDPORT, label="FAC", status=Status.ADDED, tags=("x",))
    added = flooded.edits.annotations("a", "add", [Change(before=None, after=own)]).changes[0].after
    assert added is not None and added.id is not None
    flooded.edits.annotations("a", "remove", [Change(before=added, after=None)])
    group = flooded.edits.go_back("a", [Change(before=None, after=added)])
    assert (group.action, group.changes[0].after) == ("restore", added)
    assert flooded.annotations.get(added.id) == added
    flooded.edits.undo()
    assert flooded.annotations.get(added.id) is None
    flooded.edits.redo()
    assert flooded.annotations.get(added.id) == added


def test_going_back_to_the_suggestion_is_nobodys_decision(
    flooded: Store, open_store: Callable[..., Store]
) -> None:
    suggested = flooded.annotations.of("a")[0]
    relabelled(flooded, "a", 0, "ORG")
    corrected = flooded.annotations.of("a")[0]
    ben = open_store(annotator="ben")
    ben.edits.go_back("a", [Change(before=corrected, after=suggested)])
    assert flooded.annotations.of("a")[0] == suggested
    ben.edits.go_back("a", [Change(before=suggested, after=corrected)])
    assert flooded.annotations.of("a")[0] == replace(corrected, annotator="ben")


def test_going_back_changes_something_that_is_as_it_was_seen(flooded: Store) -> None:
    town = flooded.annotations.of("a")[0]
    with pytest.raises(ValueError, match="has to change"):
        flooded.edits.go_back("a", [Change(before=town, after=town)])
    with pytest.raises(EditConflict):
        flooded.edits.go_back("a", [Change(before=accept(town), after=reject(town))])
    with pytest.raises(OffsetError):
        flooded.edits.go_back("a", [Change(before=town, after=replace(town, text="Newport"))])


@settings(max_examples=25)
@given(series=st.lists(steps, min_size=1, max_size=10), place=st.integers(0, 9))
def test_to_any_edit_and_back_restores_what_was(
    blank: Path, series: list[Step], place: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(blank, folder))
        with Store.open(path, annotator="ana") as store:
            fill(store)
            after: dict[int, object] = {}
            for step in series:
                if take(store, step):
                    after[store.edits.history(limit=1)[0].id] = dump(path)
            if not after:
                return
            chosen, last = sorted(after)[place % len(after)], max(after)
            way, _ = store.rewinding.go(chosen)
            assert way.groups == sum(each > chosen for each in after)
            assert dump(path) == after[chosen]
            store.rewinding.go(last)
            assert dump(path) == after[last]
            assert store.check() == []
