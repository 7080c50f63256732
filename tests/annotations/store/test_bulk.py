"""Edits of many articles, each one step to undo."""

from collections.abc import Callable

import pytest

from annotations.errors import EditConflict, NothingToUndo
from annotations.filters import parsed
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Detector,
    Entity,
    Quote,
    Span,
    Status,
)
from annotations.review import Change, Marks, accept, if_undecided, reject, reopen
from annotations.store import Addition, Store
from annotations.store.bulk import BulkOutcome

OpenStore = Callable[..., Store]


@pytest.fixture
def library(empty: Store) -> Store:
    """Two articles with a name and a date each, and one without anything."""
    for article_id in ("one", "two"):
        empty.articles.add_one(Article(id=article_id, text="Oslo in May", tags=("old",)))
        found = [
            Entity(start=0, end=4, text="Oslo", label="GPE", name="Oslo"),
            Entity(start=8, end=11, text="May", label="DATE"),
        ]
        empty.runs.record(article_id, Detector(name="finder", version="1"), found)
    empty.articles.add_one(Article(id="three", text="Rain."))
    return empty


def keys(store: Store) -> list[int]:
    return list(store.articles.keys(sort="added", descending=False))


def statuses(store: Store, article_id: str = "one") -> list[Status]:
    return [each.status for each in store.annotations.of(article_id)]


def tags(store: Store) -> list[tuple[str, ...]]:
    return [each.tags for each in store.articles.iterate()]


def test_tags_of_many_are_one_step(library: Store) -> None:
    outcome = library.bulk.tag(keys(library), add=["new", "old"], remove=["gone"])
    assert outcome == BulkOutcome(articles=3, changes=3)
    assert tags(library) == [("old", "new"), ("old", "new"), ("new", "old")]
    assert library.bulk.tag(keys(library), remove=["old"]).articles == 3
    assert tags(library) == [("new",)] * 3
    library.edits.undo()
    library.edits.undo()
    assert tags(library) == [("old",), ("old",), ()]
    library.edits.redo()
    assert tags(library)[2] == ("new", "old")


def test_what_would_change_nothing_is_no_edit(library: Store) -> None:
    outcome = library.bulk.tag(keys(library)[:2], add=["old"])
    assert outcome == BulkOutcome(articles=0, changes=0)
    with pytest.raises(NothingToUndo):
        library.edits.undo()


def test_accepting_all_that_waits_leaves_dates_and_decisions_alone(library: Store) -> None:
    place = library.annotations.of("two")[0]
    library.edits.annotations("two", "reject", [Change(before=place, after=reject(place))])
    outcome = library.bulk.decide(keys(library), "accept all", if_undecided(accept))
    assert outcome == BulkOutcome(articles=1, changes=1)
    assert statuses(library) == [Status.ACCEPTED, Status.SUGGESTED]
    assert statuses(library, "two") == [Status.REJECTED, Status.SUGGESTED]
    assert library.annotations.of("one")[0].annotator == "ana"
    library.edits.undo()
    assert statuses(library) == [Status.SUGGESTED, Status.SUGGESTED]


def test_decisions_are_taken_back_but_nothing_that_a_person_made(library: Store) -> None:
    library.bulk.decide(keys(library), "accept all", if_undecided(accept))
    own = Entity(start=5, end=7, text="in", label="ORG", status=Status.ADDED)
    library.edits.annotations("one", "add", [Change(before=None, after=own)])
    outcome = library.bulk.decide(keys(library), "reopen all", reopen)
    assert outcome == BulkOutcome(articles=2, changes=2)
    assert statuses(library) == [Status.SUGGESTED, Status.ADDED, Status.SUGGESTED]


def test_deleting_hides_and_undo_brings_everything_back(library: Store) -> None:
    before = library.annotations.of("one")
    outcome = library.bulk.delete(keys(library)[::2])
    assert outcome == BulkOutcome(articles=2, changes=2)
    assert [each.id for each in library.articles.iterate()] == ["two"]
    assert library.articles.count() == 1
    assert library.runs.pending() == []
    assert library.search.find(parsed("rain")) == []
    for query, found in (("", 1), ("oslo", 1), ("-oslo", 0), ("is:deleted", 2), ("is:unrun", 0)):
        assert len(library.articles.keys(query=parsed(query))) == found
    assert len(library.articles.keys(limit=9)) == 1
    library.edits.undo()
    assert keys(library) == [1, 2, 3]
    assert library.annotations.of("one") == before
    library.edits.redo()
    assert library.articles.count() == 1
    assert library.check() == []


def test_deleted_articles_are_in_no_view(library: Store) -> None:
    library.bulk.delete(keys(library)[:1])
    value = library._connection.value
    assert value("SELECT count(*) FROM entities") == 2
    assert value("SELECT articles FROM names WHERE name = 'Oslo'") == 1


def test_restoring_is_an_edit_of_its_own(library: Store) -> None:
    library.bulk.delete([1])
    library.bulk.tag([2], add=["later"])
    assert library.bulk.restore([1, 2]) == BulkOutcome(articles=1, changes=1)
    assert keys(library) == [1, 2, 3]
    library.edits.undo()
    assert keys(library) == [2, 3]


def test_adding_a_deleted_article_again_leaves_it_deleted(library: Store) -> None:
    library.bulk.delete([3])
    assert library.articles.add_one(Article(id="three", text="Rain.")).addition is Addition.DELETED
    assert library.articles.add_one(Article(id="three", text="Snow.")).addition is Addition.CONFLICT
    assert keys(library) == [1, 2]


def test_deletion_that_somebody_else_has_taken_back_is_not_undone(
    library: Store, open_store: OpenStore
) -> None:
    library.bulk.delete([1])
    open_store().bulk.restore([1])
    other = open_store()
    other.edits.undo()
    other.edits.undo()
    other.bulk.delete([1])
    library.edits.undo()
    assert keys(library) == [1, 2, 3]
    library._connection.execute("INSERT INTO deleted_articles VALUES (1)")
    with pytest.raises(EditConflict, match="deleted elsewhere"):
        library.edits.redo()


def test_tags_changed_elsewhere_meanwhile_are_not_undone(library: Store) -> None:
    library.bulk.tag([1, 2], add=["new"])
    library._connection.execute("DELETE FROM article_tags WHERE article = 2")
    with pytest.raises(EditConflict):
        library.edits.undo()
    assert library.articles.get("one").tags == ("old", "new")


def test_groups_tell_the_articles_they_are_about(library: Store) -> None:
    library.bulk.delete([1, 3])
    library.edits.marks("two", "note", before=Marks(tags=("old",)), after=Marks(note="x"))
    groups = library.edits.history()
    assert [(each.action, each.article_ids) for each in groups] == [
        ("note", ("two",)),
        ("delete", ("one", "three")),
    ]


def test_what_is_bound_to_rejected_quotes_follows_in_the_same_step(empty: Store) -> None:
    text = "“Two died,” he said, “on Monday.”"
    whole, first = Span.cut(text, 0, len(text)), Span.cut(text, 0, 11)
    empty.articles.add_one(Article(id="one", text=text))
    found = [
        Quote(start=0, end=11, text="“Two died,”", type="direct", utterance=whole),
        CasualtyFigure(start=1, end=4, text="Two", category="killed", claimed_in=first),
        Quote(start=21, end=33, text="“on Monday.”", type="mixed", utterance=whole),
    ]
    empty.runs.record("one", Detector(name="finder", version="1"), found)
    before = empty.annotations.of("one")

    def reject_direct(annotation: Annotation) -> Annotation | None:
        return reject(annotation) if annotation.kind == "direct" else annotation

    def bonds() -> tuple[Span | None, Span | None]:
        _, other, figure = empty.annotations.of("one")
        assert isinstance(figure, CasualtyFigure) and isinstance(other, Quote)
        return figure.claimed_in, other.utterance

    outcome = empty.bulk.decide(keys(empty), "reject direct", reject_direct)
    assert outcome == BulkOutcome(articles=1, changes=1)
    assert bonds() == (None, None)
    assert statuses(empty) == [Status.REJECTED, Status.SUGGESTED, Status.SUGGESTED]
    empty.edits.undo()
    assert empty.annotations.of("one") == before
    chosen = {keys(empty)[0]: [each.id for each in before[:1] if each.id]}
    empty.bulk.decide_on(chosen, "reject", lambda _: reject, fits=lambda _: True)
    assert bonds() == (None, None)
