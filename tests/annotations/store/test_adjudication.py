"""Disagreements settled in a store: committed, undone, redone, and by two at once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import EditConflict, NothingToUndo
from annotations.measure.differences import between
from annotations.measure.disagreements import Settled, Verdict, changes, key_of, wanted
from annotations.model import Annotation, Article, Entity, Status
from annotations.review import Change
from annotations.store import Store

TEXT = "Ana Ruiz of Oldport told the Post."
ARTICLE = Article(id="x", text=TEXT)


def entity(text: str, label: str, status: Status = Status.ACCEPTED) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, status=status)


A, B = entity("Oldport", "GPE"), entity("Oldport", "ORG", Status.CORRECTED)
DIFFERENCE = between(A, B, mutual=True)
KEY = ("x", key_of(DIFFERENCE))


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> Path:
    made = tmp_path / "c.db"
    made.write_bytes(blank.read_bytes())
    return made


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, annotator="cleo") as opened:
        opened.articles.add_one(ARTICLE)
        yield opened


def settle(store: Store, verdict: Verdict) -> None:
    """Settle it, however it was settled until now."""
    before = next(iter(store.adjudication.settled("x")), None)
    there = [] if before is None else store.adjudication.standing(before.annotations)
    after = Settled(difference=DIFFERENCE, verdict=verdict, annotations=())
    made = changes(there, wanted(DIFFERENCE, verdict))
    store.adjudication.settle("x", made, before=before, after=after)


def shown(store: Store) -> list[tuple[str, Status]]:
    found: Sequence[Annotation] = store.annotations.of("x")
    return [(each.kind, each.status) for each in found if each.status is not Status.REJECTED]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.FIRST, [("GPE", Status.ACCEPTED)]),
        (Verdict.SECOND, [("ORG", Status.CORRECTED)]),
        (Verdict.BOTH, [("GPE", Status.ACCEPTED), ("ORG", Status.CORRECTED)]),
        (Verdict.NEITHER, []),
    ],
)
def test_what_is_taken_is_committed(
    store: Store, path: Path, verdict: Verdict, expected: list[tuple[str, Status]]
) -> None:
    settle(store, verdict)
    with Store.open(path) as other:
        assert shown(other) == expected
        ((how, ids),) = other.adjudication.verdicts().values()
        assert how is verdict
        assert other.adjudication.verdicts().keys() == {KEY}
        assert [each.kind for each in other.adjudication.standing(ids)] == [
            kind for kind, _ in expected
        ]
        (settled,) = other.adjudication.settled("x")
        assert settled.difference == DIFFERENCE


def test_who_settled_it_stands_behind_it(store: Store) -> None:
    settle(store, Verdict.FIRST)
    (stands,) = store.annotations.of("x")
    assert stands.annotator == "cleo"


def test_undone_and_redone_as_one_step(store: Store) -> None:
    settle(store, Verdict.BOTH)
    store.adjudication.undo()
    assert (shown(store), store.adjudication.verdicts()) == ([], {})
    store.adjudication.redo()
    assert len(shown(store)) == 2
    assert store.adjudication.verdicts()[KEY][0] is Verdict.BOTH


def test_settled_otherwise_later(store: Store) -> None:
    settle(store, Verdict.FIRST)
    settle(store, Verdict.SECOND)
    assert shown(store) == [("ORG", Status.CORRECTED)]
    settle(store, Verdict.NEITHER)
    assert shown(store) == []
    settle(store, Verdict.FIRST)
    assert shown(store) == [("GPE", Status.CORRECTED)]
    assert len(store.annotations.of("x")) == 1


def test_a_verdict_that_changes_no_annotation_is_remembered_and_undone(store: Store) -> None:
    settle(store, Verdict.NEITHER)
    assert store.adjudication.verdicts() == {KEY: (Verdict.NEITHER, ())}
    assert store.adjudication.undo().action == "settle neither"
    assert store.adjudication.verdicts() == {}


@given(st.lists(st.sampled_from([*(set(Verdict) - {Verdict.OWN})]), min_size=1, max_size=6))
def test_undoing_all_leads_back(
    tmp_path_factory: pytest.TempPathFactory, blank: Path, made: list[Verdict]
) -> None:
    path = tmp_path_factory.mktemp("undo") / "c.db"
    path.write_bytes(blank.read_bytes())
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
        states = []
        for verdict in made:
            states.append((store.annotations.of("x"), store.adjudication.verdicts()))
            settle(store, verdict)
        for state in reversed(states):
            store.adjudication.undo()
            assert (store.annotations.of("x"), store.adjudication.verdicts()) == state


def test_what_was_done_before_is_not_undone(store: Store, path: Path) -> None:
    added = entity("Post", "ORG", Status.ADDED)
    store.edits.annotations("x", "add", [Change(before=None, after=added)])
    with Store.open(path) as later:
        with pytest.raises(NothingToUndo):
            later.adjudication.undo()
        settle(later, Verdict.FIRST)
    with Store.open(path) as again:  # what was settled the last time can be
        assert again.adjudication.undo().action == "settle A"
        with pytest.raises(NothingToUndo):
            again.adjudication.undo()
        again.edits.undo()
    with Store.open(path) as last, pytest.raises(NothingToUndo):
        last.adjudication.redo()


def test_two_cannot_settle_the_same_unawares(store: Store, path: Path) -> None:
    after = Settled(difference=DIFFERENCE, verdict=Verdict.SECOND, annotations=())
    with Store.open(path) as other:
        settle(other, Verdict.FIRST)
    with pytest.raises(EditConflict):
        store.adjudication.settle("x", changes([], [B]), before=None, after=after)
    assert shown(store) == [("GPE", Status.ACCEPTED)]


def test_what_was_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    settle(store, Verdict.FIRST)
    (before,) = store.adjudication.settled("x")
    there = store.adjudication.standing(before.annotations)
    change = Change(before=there[0], after=there[0].of_kind("FAC"))
    store.edits.annotations("x", "relabel", [change])
    after = replace(before, verdict=Verdict.SECOND)
    with pytest.raises(EditConflict):
        store.adjudication.settle("x", changes(there, [B]), before=before, after=after)
    assert store.adjudication.settled("x") == [before]


def test_the_log_tells_it(store: Store) -> None:
    settle(store, Verdict.NEITHER)
    (group,) = store.edits.history()
    assert (group.action, group.article_ids) == ("settle neither", ("x",))
