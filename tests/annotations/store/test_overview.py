"""How far a library is as a whole."""

from dataclasses import replace

import pytest

from annotations.model import Annotation, Article, ArticleState, Detector, Entity, Layer, Status
from annotations.review import Change, accept, if_undecided, reject
from annotations.store import Store
from tests.annotations.store.conftest import TEXT


@pytest.fixture
def library(detected: Store, detector: Detector, suggestions: list[Annotation]) -> Store:
    """The article, one like it, one that is not run, one excluded and one deleted."""
    for article_id in ("b", "excluded", "deleted"):
        detected.articles.add_one(Article(id=article_id, text=TEXT))
        detected.runs.record(article_id, detector, suggestions)
    detected.articles.add_one(Article(id="unrun", text=TEXT))
    detected.edits.set_state("excluded", "exclude", ArticleState.EXCLUDED)
    detected.bulk.delete([detected.articles.key("deleted")])
    return detected


def decide(store: Store, place: int, *, turn_down: bool = False) -> None:
    before = store.annotations.of("a-1")[place]
    after = reject(before) if turn_down else accept(before)
    store.edits.annotations("a-1", "decide", [Change(before=before, after=after)])


def test_nothing_at_all(empty: Store) -> None:
    progress = empty.overview.progress()
    assert set(progress.states.values()) == {0}
    assert (progress.decided, progress.undecided, progress.waiting, progress.unread) == (0, 0, 0, 0)
    assert empty.overview.work(limit=10) == []


def test_articles_by_state_without_deleted_ones(library: Store) -> None:
    decide(library, 0)
    progress = library.overview.progress()
    assert progress.states == {
        ArticleState.NEW: 2,
        ArticleState.BEGUN: 1,
        ArticleState.LATER: 0,
        ArticleState.REVIEWED: 0,
        ArticleState.EXCLUDED: 1,
    }
    assert progress.unread == 1


def test_annotations_without_those_of_excluded_articles(library: Store) -> None:
    decide(library, 0)
    decide(library, 1, turn_down=True)
    progress = library.overview.progress()
    assert (progress.decided, progress.undecided) == (2, 6)
    assert progress.standing == {Layer.ENTITIES: 3, Layer.QUOTES: 2, Layer.CASUALTIES: 2}


def test_nothing_waits_in_what_is_said_to_be_reviewed(library: Store) -> None:
    library.edits.set_state("a-1", "mark reviewed", ArticleState.REVIEWED)
    progress = library.overview.progress()
    assert (progress.undecided, progress.waiting) == (8, 4)


def test_work_is_what_people_decide(library: Store) -> None:
    decide(library, 0)
    tagged = library.annotations.of("a-1")[1]
    change = Change(before=tagged, after=replace(tagged, tags=("x",)))
    library.edits.annotations("a-1", "tag", [change])
    decide(library, 2)
    library.edits.undo()
    keys = [library.articles.key(each) for each in ("a-1", "b")]
    library.bulk.decide(keys, "accept", if_undecided(accept))
    work = library.overview.work(limit=10)
    assert [(each.annotator, each.changes, each.articles) for each in work] == [
        ("ana", 1, 1),
        ("ana", 7, 2),
    ]
    assert library.overview.work(limit=1) == work[1:]


def test_imports_are_no_work(library: Store) -> None:
    added = Entity(start=70, end=74, text="army", label="ORG", status=Status.ADDED)
    library.imports.merge(library.articles.get("b"), [added])
    assert library.overview.work(limit=10) == []
