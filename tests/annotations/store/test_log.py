"""What people have done, read back: groups, what each did, and the history of an annotation."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotations.errors import NoSuchArticle
from annotations.model import Article, Detector, Entity, Layer, Status
from annotations.review import Change, Marks, accept, reject, relabel
from annotations.store import Store
from annotations.store.group_sums import Sums
from annotations.store.log import Wanted
from annotations.store.migrations.running import steps

TEXT = "Oldport and Lindow flooded; Oldport drowned."
OLDPORT = Entity(start=0, end=7, text="Oldport", label="GPE")
LINDOW = Entity(start=12, end=18, text="Lindow", label="GPE")
AGAIN = Entity(start=28, end=35, text="Oldport", label="GPE")
DETECTOR = Detector(name="finder", version="1")

SetClock = Callable[[str], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the time at which edits are made."""

    def set_clock(at: str) -> None:
        monkeypatch.setattr("annotations.store.edit_log.now", lambda: at)

    set_clock("2026-03-01T10:00:00+00:00")
    return set_clock


@pytest.fixture
def flooded(empty: Store, clock: SetClock) -> Store:
    """Two articles with three towns each."""
    for article_id in ("a", "b"):
        article = Article(id=article_id, text=TEXT, title=f"Title {article_id}")
        empty.articles.add_one(article)
        empty.runs.record(article_id, DETECTOR, [OLDPORT, LINDOW, AGAIN])
    return empty


def relabelled(store: Store, article_id: str, kind: str, *, first: int = 0, last: int = 3) -> int:
    """Relabel some towns of an article in one go; the id of the group."""
    changes = [
        Change(before=each, after=relabel(each, kind))
        for each in store.annotations.of(article_id)[first:last]
    ]
    return store.edits.annotations(article_id, "relabel", changes).id


def sums(store: Store) -> list[tuple[str, int, Sums]]:
    ids = store.log.ids(Wanted())
    return [(each.action, each.articles, each.sums) for each in store.log.groups(ids)]


def test_groups_are_listed_newest_first_with_what_they_did_as_a_whole(flooded: Store) -> None:
    relabelled(flooded, "a", "ORG")
    relabelled(flooded, "a", "FAC", first=1)
    flooded.edits.marks("a", "tag", before=Marks(), after=Marks(tags=("x",)))
    flooded.bulk.decide([1, 2], "accept all", accept)
    assert sums(flooded) == [
        (
            "accept all",
            1,
            Sums(changes=3, layer=Layer.ENTITIES, kind_before="GPE", kind_after="GPE"),
        ),
        ("tag", 1, Sums()),
        ("relabel", 1, Sums(changes=2, layer=Layer.ENTITIES, kind_before="ORG", kind_after="FAC")),
        ("relabel", 1, Sums(changes=3, layer=Layer.ENTITIES, kind_before="GPE", kind_after="ORG")),
    ]


def test_kinds_are_those_of_all_changes_or_none(flooded: Store) -> None:
    relabelled(flooded, "a", "ORG", last=1)
    relabelled(flooded, "a", "FAC")
    flooded.bulk.delete([1, 2])
    assert sums(flooded)[:2] == [
        ("delete", 2, Sums()),
        ("relabel", 1, Sums(changes=3, layer=Layer.ENTITIES, kind_after="FAC")),
    ]


def test_a_group_that_is_logged_piece_by_piece_is_summed_up_as_a_whole(
    flooded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.store.bulk._AT_ONCE", 1)
    relabelled(flooded, "b", "ORG", last=1)
    flooded.bulk.decide([1, 2], "relabel all", lambda each: relabel(each, "LOC"))
    assert sums(flooded)[0] == (
        "relabel all",
        2,
        Sums(changes=6, layer=Layer.ENTITIES, kind_after="LOC"),
    )


def test_layers_that_differ_are_none(detected: Store) -> None:
    detected.bulk.decide([1], "accept all", accept)
    assert sums(detected) == [("accept all", 1, Sums(changes=4))]


def test_groups_of_an_older_store_are_summed_up(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="sum_up_edits")
    older.execute("INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Oslo')")
    older.executemany(
        "INSERT INTO edit_groups (action, annotator, at, state) VALUES (?, 'ana', '2020', 'done')",
        [("relabel",), ("add",), ("tag",)],
    )
    older.executemany(
        "INSERT INTO edits (edit_group, article, annotation, layer, before, after)"
        " VALUES (?, 1, ?, ?, ?, ?)",
        [
            (1, 1, "entities", '{"label": "GPE"}', '{"label": "ORG"}'),
            (1, 2, "entities", '{"label": "GPE"}', '{"label": "FAC"}'),
            (2, 3, "quotes", None, '{"type": "direct"}'),
            (3, None, None, '{"tags": []}', '{"tags": ["x"]}'),
        ],
    )
    older.close()
    with Store.open(path, create=False) as store:
        kinds = store._connection.rows(
            "SELECT articles, changes, layer, kind_before, kind_after FROM edit_groups"
        )
    assert kinds == [
        (1, 2, "entities", "GPE", None),
        (1, 1, "quotes", None, "direct"),
        (1, 0, None, None, None),
    ]


def test_groups_of_an_article_a_person_and_a_time(
    flooded: Store, open_store: Callable[..., Store], clock: SetClock
) -> None:
    ben = open_store(annotator="ben")
    first = relabelled(flooded, "a", "ORG")
    clock("2026-03-02T10:00:00+00:00")
    second = relabelled(ben, "b", "ORG")
    both = 3
    ben.bulk.decide([1, 2], "relabel", lambda each: relabel(each, "LOC"))
    log = flooded.log
    assert list(log.ids(Wanted())) == [both, second, first]
    assert list(log.ids(Wanted(), limit=1)) == [both]
    assert list(log.ids(Wanted(article_id="a"))) == [both, first]
    assert list(log.ids(Wanted(annotator="ben"))) == [both, second]
    assert list(log.ids(Wanted(annotator="nobody"))) == []
    day = {"since": "2026-03-01T00:00:00+00:00", "before": "2026-03-02T00:00:00+00:00"}
    assert list(log.ids(Wanted(**day))) == [first]
    assert list(log.ids(Wanted(since=day["before"]))) == [both, second]
    assert list(log.ids(Wanted(article_id="a", annotator="ben", since=day["before"]))) == [both]
    assert log.annotators() == ["ana", "ben"]
    with pytest.raises(NoSuchArticle):
        log.ids(Wanted(article_id="nowhere"))


def test_nobody_has_edited_a_new_store(empty: Store) -> None:
    assert (list(empty.log.ids(Wanted())), empty.log.annotators()) == ([], [])


def test_the_first_change_is_one_of_the_article_that_is_looked_at(flooded: Store) -> None:
    flooded.bulk.decide([1, 2], "accept", accept)
    (of_all,) = flooded.log.groups([1])
    (of_article,) = flooded.log.groups([1], article_id="b")
    assert of_all.first is not None and of_all.first.title == "Title a"
    assert of_article.first is not None and of_article.first.title == "Title b"
    assert isinstance(of_article.first.change, Change)
    assert of_article.first.change.after == flooded.annotations.of("b")[0]
    assert flooded.log.groups([7, 1, 9])[0].id == 1


def test_changes_of_a_group(flooded: Store) -> None:
    group = relabelled(flooded, "a", "ORG")
    ids = flooded.log.edits(group)
    found = flooded.log.changes(ids)
    assert [found[each].annotation for each in ids] == [1, 2, 3]
    assert {each.article_id for each in found.values()} == {"a"}
    assert flooded.log.changes([99]) == {}


def test_history_of_an_annotation_begins_with_what_it_was_suggested_as(flooded: Store) -> None:
    suggested = flooded.annotations.of("a")[0]
    assert suggested.id is not None
    relabelled(flooded, "a", "ORG")
    flooded.edits.undo()
    relabelled(flooded, "a", "FAC", last=1)
    standing = flooded.annotations.of("a")[0]
    flooded.edits.annotations("a", "reject", [Change(before=standing, after=reject(standing))])
    history = flooded.log.of_annotation(suggested.id)
    assert history is not None
    assert (history.article_id, history.title) == ("a", "Title a")
    assert history.began == suggested
    assert [(each.action, each.state, each.together) for each in history.steps] == [
        ("relabel", "dropped", 3),
        ("relabel", "done", 1),
        ("reject", "done", 1),
    ]
    assert [each.change.after and each.change.after.kind for each in history.steps] == [
        *("ORG", "FAC", "FAC"),
    ]
    assert history.now == flooded.annotations.of("a")[0]


def test_history_of_what_was_added_and_removed(flooded: Store) -> None:
    own = replace(OLDPORT, label="FAC", status=Status.ADDED)
    added = flooded.edits.annotations("a", "add", [Change(before=None, after=own)]).changes[0].after
    assert added is not None and added.id is not None
    flooded.edits.annotations("a", "remove", [Change(before=added, after=None)])
    history = flooded.log.of_annotation(added.id)
    assert history is not None
    assert (history.began, history.now) == (None, None)
    assert [each.action for each in history.steps] == ["add", "remove"]


def test_history_of_what_nobody_has_touched_and_of_nothing(flooded: Store) -> None:
    history = flooded.log.of_annotation(1)
    assert history is not None
    assert (history.steps, history.began) == ((), flooded.annotations.get(1))
    assert flooded.log.of_annotation(99) is None
