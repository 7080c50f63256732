from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.errors import EditConflict, NoSuchArticle, NothingToUndo, OffsetError
from annotations.model import Annotation, Article, CasualtyFigure, Entity, Quote, Status
from annotations.review import Change, Marks, accept, reject, relabel
from annotations.store import Store
from annotations.store.edit_log import EditGroup

OpenStore = Callable[..., Store]


def change(store: Store, before: Annotation | None, after: Annotation | None) -> EditGroup:
    return store.edits.annotations("a-1", "edit", [Change(before=before, after=after)])


def first(store: Store) -> Annotation:
    return store.annotations.of("a-1")[0]


def test_group_says_who_did_what(detected: Store) -> None:
    before = first(detected)
    group = detected.edits.annotations(
        "a-1", "accept", [Change(before=before, after=accept(before))]
    )
    after = replace(before, status=Status.ACCEPTED, annotator="ana")
    assert (group.action, group.annotator, group.state) == ("accept", "ana", "done")
    assert group.article_ids == ("a-1",)
    assert group.changes == (Change(before=before, after=after),)
    assert first(detected) == after
    assert detected.edits.history() == [group]


def test_adding_gives_an_id_and_removing_takes_the_row(store: Store, entity: Entity) -> None:
    own = replace(entity, status=Status.ADDED, tags=("x",), note="Mine.", id=77)
    added = change(store, None, own).changes[0].after
    assert added is not None
    assert added == replace(own, id=added.id, annotator="ana")
    assert added.id != 77
    change(store, added, None)
    assert store.annotations.of("a-1") == []


def test_tags_and_note_of_an_annotation(detected: Store) -> None:
    before = first(detected)
    change(detected, before, replace(before, tags=("b", "a", "b", ""), note="Who?"))
    after = first(detected)
    assert (after.tags, after.note) == (("b", "a"), "Who?")
    change(detected, after, replace(after, tags=("a", "c"), note=""))
    assert (first(detected).tags, first(detected).note) == (("a", "c"), None)
    detected.edits.undo()
    assert first(detected) == after


def test_bulk_change_is_one_group(detected: Store) -> None:
    before = detected.annotations.of("a-1")
    changes = [Change(before=each, after=reject(each)) for each in before]
    group = detected.edits.annotations("a-1", "reject all", changes)
    assert len(group.changes) == 4
    assert {each.status for each in detected.annotations.of("a-1")} == {Status.REJECTED}
    detected.edits.undo()
    assert detected.annotations.of("a-1") == before


def test_changes_of_a_group_may_build_on_each_other(detected: Store) -> None:
    before = first(detected)
    accepted = replace(accept(before), annotator="ana")
    noted = replace(accepted, note="Sure.")
    detected.edits.annotations(
        "a-1",
        "accept and note",
        [Change(before=before, after=accepted), Change(before=accepted, after=noted)],
    )
    assert first(detected) == noted
    detected.edits.undo()
    assert first(detected) == before
    detected.edits.redo()
    assert first(detected) == noted


def test_change_that_changes_nothing_is_no_edit(detected: Store) -> None:
    before = first(detected)
    with pytest.raises(ValueError, match="change something"):
        change(detected, before, before)
    with pytest.raises(ValueError, match="change something"):
        detected.edits.annotations("a-1", "accept", [])
    with pytest.raises(ValueError, match="change something"):
        detected.edits.marks("a-1", "tag", before=Marks(note=""), after=Marks())
    assert detected.edits.history() == []


def test_layer_cannot_change(detected: Store, quote: Quote) -> None:
    before = first(detected)
    with pytest.raises(ValueError, match="layer"):
        change(detected, before, replace(quote, id=before.id))


def test_unknown_article(store: Store, entity: Entity) -> None:
    with pytest.raises(NoSuchArticle):
        store.edits.annotations("x", "add", [Change(before=None, after=entity)])
    with pytest.raises(NoSuchArticle):
        store.edits.marks("x", "tag", before=Marks(), after=Marks(note="n"))
    with pytest.raises(NoSuchArticle):
        store.edits.undo(article_id="x")


def test_wrong_offsets_are_refused(detected: Store) -> None:
    before = detected.annotations.of("a-1")
    shifted = replace(before[0], start=1)
    fine = Change(before=before[1], after=accept(before[1]))
    with pytest.raises(OffsetError):
        detected.edits.annotations("a-1", "x", [fine, Change(before=before[0], after=shifted)])
    with pytest.raises(OffsetError):
        change(detected, None, shifted)
    assert detected.annotations.of("a-1") == before
    assert detected.edits.history() == []


def test_annotation_changed_elsewhere_is_not_overwritten(
    detected: Store, open_store: OpenStore
) -> None:
    seen = first(detected)
    other = open_store(annotator="ben")
    change(other, seen, relabel(seen, "ORG"))
    with pytest.raises(EditConflict, match=r"'Mara Dell' has been changed elsewhere"):
        change(detected, seen, accept(seen))
    with pytest.raises(EditConflict):
        change(detected, seen, None)
    assert (first(detected).kind, first(detected).annotator) == ("ORG", "ben")


def test_annotation_removed_elsewhere_is_not_brought_back(detected: Store) -> None:
    seen = first(detected)
    change(detected, seen, None)
    with pytest.raises(EditConflict):
        change(detected, seen, accept(seen))


def test_annotation_of_another_article_is_a_conflict(detected: Store) -> None:
    text = detected.articles.get("a-1").text
    detected.articles.add_one(Article(id="b", text=text))
    seen = first(detected)
    with pytest.raises(EditConflict):
        detected.edits.annotations("b", "accept", [Change(before=seen, after=accept(seen))])


def test_annotation_that_was_never_stored_cannot_be_changed(store: Store, entity: Entity) -> None:
    with pytest.raises(EditConflict):
        change(store, entity, accept(entity))


def test_marks_of_an_article(store: Store) -> None:
    one = Marks(tags=("b", "a"), note="Read.")
    group = store.edits.marks("a-1", "tag", before=Marks(), after=one)
    assert (group.action, group.article_ids, group.changes) == ("tag", ("a-1",), ())
    article = store.articles.get("a-1")
    assert (article.tags, article.note) == (("b", "a"), "Read.")
    with pytest.raises(EditConflict, match="tags or note"):
        store.edits.marks("a-1", "tag", before=Marks(), after=Marks(note="x"))
    store.edits.undo()
    assert store.articles.get("a-1").tags == ()
    store.edits.redo()
    assert store.articles.get("a-1") == article


def test_note_does_not_touch_the_full_text_index(store: Store) -> None:
    statements: list[str] = []
    store._connection.raw.set_trace_callback(statements.append)
    store.edits.marks("a-1", "note", before=Marks(), after=Marks(note="Read."))
    store._connection.raw.set_trace_callback(None)
    assert statements
    assert not [statement for statement in statements if "articles_fts" in statement]


def test_undo_and_redo_survive_reopening(detected: Store, open_store: OpenStore) -> None:
    before = first(detected)
    change(detected, before, relabel(before, "ORG"))
    after = first(detected)
    detected.close()
    assert open_store(annotator="ben").edits.undo().state == "undone"
    store = open_store()
    assert first(store) == before
    assert store.edits.redo().state == "done"
    assert first(open_store()) == after


def test_undone_annotation_returns_under_its_id(detected: Store) -> None:
    before = first(detected)
    change(detected, before, None)
    detected.edits.undo()
    assert first(detected) == before
    detected.edits.redo()
    assert before not in detected.annotations.of("a-1")


def test_removed_figure_returns_whole(detected: Store, figure: CasualtyFigure) -> None:
    before = detected.annotations.of("a-1")[3]
    assert before == replace(figure, id=before.id, detector="finder 1.0")
    change(detected, before, None)
    detected.edits.undo()
    assert detected.annotations.of("a-1")[3] == before


def test_nothing_to_undo_or_redo(detected: Store) -> None:
    with pytest.raises(NothingToUndo, match="undo"):
        detected.edits.undo()
    change(detected, first(detected), accept(first(detected)))
    with pytest.raises(NothingToUndo, match="redo"):
        detected.edits.redo()


def test_undo_goes_back_and_redo_forth_in_order(detected: Store) -> None:
    states = [first(detected)]
    for label in ("ORG", "GPE", "LOC"):
        change(detected, states[-1], relabel(states[-1], label))
        states.append(first(detected))
    for state in reversed(states[:-1]):
        detected.edits.undo()
        assert first(detected) == state
    for state in states[1:]:
        detected.edits.redo()
        assert first(detected) == state


def test_undo_of_one_article_leaves_the_others(detected: Store) -> None:
    detected.articles.add_one(Article(id="b", text="Rain."))
    change(detected, first(detected), accept(first(detected)))
    detected.edits.marks("b", "note", before=Marks(), after=Marks(note="x"))
    assert detected.edits.undo(article_id="a-1").article_ids == ("a-1",)
    with pytest.raises(NothingToUndo):
        detected.edits.undo(article_id="a-1")
    assert detected.articles.get("b").note == "x"
    assert detected.edits.undo().article_ids == ("b",)
    assert detected.edits.redo().article_ids == ("b",)
    assert detected.edits.redo(article_id="a-1").article_ids == ("a-1",)


def test_fresh_edit_drops_what_was_undone_on_its_article(detected: Store) -> None:
    detected.articles.add_one(Article(id="b", text="Rain."))
    detected.edits.marks("b", "note", before=Marks(), after=Marks(note="x"))
    change(detected, first(detected), accept(first(detected)))
    detected.edits.undo()
    detected.edits.undo()
    change(detected, first(detected), relabel(first(detected), "ORG"))
    states = [(group.article_ids[0], group.state) for group in detected.edits.history()]
    assert states == [("a-1", "done"), ("a-1", "dropped"), ("b", "undone")]
    with pytest.raises(NothingToUndo):
        detected.edits.redo(article_id="a-1")
    assert detected.edits.redo().article_ids == ("b",)


def test_undo_of_what_was_changed_since_is_a_conflict(detected: Store) -> None:
    before = first(detected)
    change(detected, before, accept(before))
    detected._connection.execute("UPDATE annotations SET label = 'LAW' WHERE id = ?", (before.id,))
    with pytest.raises(EditConflict):
        detected.edits.undo()
    assert first(detected).kind == "LAW"
    assert detected.edits.history()[0].state == "done"


def test_history_is_newest_first_and_limited(detected: Store) -> None:
    detected.articles.add_one(Article(id="b", text="Rain."))
    for label in ("ORG", "GPE"):
        change(detected, first(detected), relabel(first(detected), label))
    detected.edits.marks("b", "note", before=Marks(), after=Marks(note="x"))
    history = detected.edits.history()
    assert [group.id for group in history] == sorted((g.id for g in history), reverse=True)
    assert [group.action for group in history] == ["note", "edit", "edit"]
    assert detected.edits.history(limit=1) == history[:1]
    assert detected.edits.history(article_id="a-1") == history[1:]
