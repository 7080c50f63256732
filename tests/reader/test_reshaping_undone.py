"""Whatever is moved, split and merged: undoing all gives back the exact store, redoing the end."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import review
from annotations.following import followers
from annotations.model import Annotation, CasualtyFigure, Layer, Span, Status
from annotations.review import Change
from annotations.store import Store
from reader.borders import moved
from reader.layout import Layout
from reader.reshaping import merged, reshaped, split
from reader.telling import CannotReshape, Given
from tests.app.driver import ARTICLE, DETECTOR, TEXT, span, suggestions

GIVEN = Given(text=TEXT)
CLUSTER = Layout(TEXT, 80).cluster_at
NUMBERS = st.integers(0, 2**16)
STEPS = st.lists(st.tuples(st.sampled_from(("move", "split", "merge")), NUMBERS), max_size=30)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store.open(tmp_path_factory.mktemp("undone") / "store.db")


def moving(one: Annotation, number: int) -> list[Change]:
    end, by = ("start", "end")[number & 1], ("word", "character")[number >> 1 & 1]
    step, times = (1, -1)[number >> 2 & 1], 1 + (number >> 3) % 3
    stretch, _ = moved(TEXT, one, end, step, by=by, cluster_at=CLUSTER, times=times)  # type: ignore[arg-type]
    return [Change(before=one, after=reshaped(one, *stretch, given=GIVEN))]


def splitting(one: Annotation, number: int) -> list[Change]:
    offset = CLUSTER(one.start + number % (one.end - one.start))[0]
    parts = split(one, offset, given=GIVEN)
    return [Change(before=one if part.id else None, after=part) for part in parts]


def merging(one: Annotation, others: list[Annotation]) -> list[Change]:
    behind = [each for each in others if each.start >= one.start and each.id != one.id]
    together = [one, *(each for each in behind if each.layer is one.layer)][:2]
    after = merged(together, given=GIVEN)
    kept = [Change(before=each, after=after) for each in together if each.id == after.id]
    return kept + [
        Change(before=each, after=review.reject(each)) for each in together if each.id != after.id
    ]


def changes_of(kind: str, number: int, there: list[Annotation]) -> list[Change]:
    """What one step changes, with all that follows it."""
    one = there[number % len(there)]
    made = {
        "move": lambda: moving(one, number // 8),
        "split": lambda: splitting(one, number // 8),
        "merge": lambda: merging(one, there),
    }[kind]()
    made += followers(made, there)
    return [each for each in made if each.before != each.after]


def check_spans(there: list[Annotation]) -> None:
    """Offsets are checked by the store; what figures are bound to has to stand somewhere."""
    shown = [each for each in there if each.status in review.SHOWN]
    quotes = {(each.start, each.end) for each in shown if each.layer is Layer.QUOTES}
    for each in shown:
        if isinstance(each, CasualtyFigure) and each.claimed_in is not None:
            assert (each.claimed_in.start, each.claimed_in.end) in quotes


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(STEPS)
def test_undone_and_redone(store: Store, steps: list[tuple[str, int]]) -> None:
    begin = _begin(store)
    done = 0
    for kind, number in steps:
        there = [each for each in store.annotations.of(ARTICLE.id) if each.status in review.SHOWN]
        try:
            changes = changes_of(kind, number, there)
        except CannotReshape:
            continue
        if changes:
            store.edits.annotations(ARTICLE.id, kind, changes)
            done += 1
    end = store.annotations.of(ARTICLE.id)
    check_spans(end)
    for _ in range(done):
        store.edits.undo(article_id=ARTICLE.id)
    assert store.annotations.of(ARTICLE.id) == begin
    for _ in range(done):
        store.edits.redo(article_id=ARTICLE.id)
    assert store.annotations.of(ARTICLE.id) == end
    for _ in range(done):
        store.edits.undo(article_id=ARTICLE.id)


def _begin(store: Store) -> list[Annotation]:
    """The article with its suggestions, one of which is claimed in a quote."""
    if not store.articles.has(ARTICLE.id):
        quote = span("“We lost at least 12 people,”")
        store.articles.add_one(ARTICLE)
        store.runs.record(ARTICLE.id, DETECTOR, [_claimed(each, quote) for each in suggestions()])
    found = store.annotations.of(ARTICLE.id)
    assert {each.status for each in found} == {Status.SUGGESTED}
    return found


def _claimed(each: Annotation, quote: Span) -> Annotation:
    is_inside = isinstance(each, CasualtyFigure) and each.text in quote.text
    return replace(each, claimed_in=quote) if is_inside else each  # type: ignore[call-arg]
