"""Every statement on the way of reading and editing finds its rows by an index."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.filters import parsed
from annotations.model import Annotation, Article, ArticleState, Detector
from annotations.own_rules import Does, OwnRule
from annotations.review import Change, Marks, accept, reject
from annotations.sources.content_id import content_id
from annotations.store import SORTS, Store, log
from annotations.store.log import Wanted
from annotations.store.names.bearing import Bearing
from annotations.store.names.values import NameGroup
from annotations.store.steps import later_on_the_same
from annotations.store.waiting import Stage, Sureness
from tests.annotations.store.conftest import TEXT

LARGE = re.compile(
    r"SCAN (n|a|e|f|g|t|annotations|articles|edits|edit_groups|runs|article_tags|annotation_tags"
    r"|own_rule_edits|own_rule_uses)\b"
)


LOW = Stage(Sureness.LOW)
SMALL = re.compile(r"USING INDEX edit_groups_(done|undone)$")
"""Partial indexes, of which only the end is read."""


RULE = OwnRule(text="Lindow", does=Does.LABEL, value="ORG")
NAMED = OwnRule(text="Mara Dell", does=Does.NAME, value="Mara")


def tag_first(store: Store, tag: str) -> None:
    before = store.annotations.of("a-1")[0]
    after = replace(accept(before), tags=(tag,))
    store.edits.annotations("a-1", "tag", [Change(before=before, after=after)])


def offered_after_rejecting(store: Store) -> OwnRule | None:
    before = store.annotations.of("a-1")[0]
    store.edits.annotations("a-1", "reject", [Change(before=before, after=reject(before))])
    return store.own_rules.offered()


CALLS: dict[str, Callable[[Store], object]] = {
    "get": lambda store: store.articles.get("a-1"),
    "has": lambda store: store.articles.has("a-1"),
    "iterate": lambda store: next(store.articles.iterate()),
    "query": lambda store: store.articles.keys(query=parsed("soldiers")),
    "filter": lambda store: store.articles.keys(
        query=parsed("source:mail tag:x place:lindow on:2016 has:tags has:note soldiers")
    ),
    "contexts": lambda store: store.mentions.contexts([1, 2]),
    "size of a step": lambda store: store.edits.size_of_step("a-1", undo=True),
    "new text": lambda store: store.articles.add_one(
        Article(id="a-1", text=f"It rained.\n\n{TEXT}", url="https://example.org")
    ),
    "known by its address": lambda store: store.articles.add_one(
        Article(id=content_id("New."), text="New.", url="https://example.org")
    ),
    "what waits": lambda store: store.versions.waiting(store.versions.waiting_ids("a-1")),
    "versions": lambda store: store.versions.of("a-1"),
    "version": lambda store: store.articles.version("a-1"),
    "later edits": lambda store: later_on_the_same(store._connection, 1),
    "related": lambda store: store.relations.related(1),
    "highlighted": lambda store: store.search.highlighted(parsed("x"), 1, mark=("", "")),
    "tag many": lambda store: store.bulk.tag([1], add=["z"]),
    "state": lambda store: store.edits.set_state("a-1", "exclude", ArticleState.EXCLUDED),
    "state of many": lambda store: store.bulk.set_state([1], "put off", ArticleState.LATER),
    "states": lambda store: store.articles.keys(
        query=parsed("is:new,begun,later,reviewed,excluded -is:unreviewed")
    ),
    "waits in": lambda store: store.queue.next_in(1, LOW, after=None, skipped=()),
    "waits where": lambda store: store.queue.places([1], LOW),
    "left": lambda store: store.queue.left([1]),
    "looking for copies": lambda store: store.copies.catch_up(),
    "copies": lambda store: store.copies.of(1),
    "outlets": lambda store: store.copies.outlets(1),
    "copies of a list": lambda store: store.articles.keys(query=parsed("is:copy has:copies")),
    "known by its text": lambda store: store.articles.known_as(Article(id="x", text=TEXT)),
    "delete": lambda store: store.bulk.delete([1]),
    "rows": lambda store: store.articles.rows([1, 2, 3]),
    "columns": lambda store: store.annotations.columns("a-1"),
    "revision": lambda store: store.annotations.revision("a-1"),
    "figures": lambda store: store.annotations.figures([1, 2, 3]),
    "of": lambda store: store.annotations.of("a-1"),
    "annotation": lambda store: store.annotations.get(1),
    "last run": lambda store: store.runs.last("a-1"),
    "record": lambda store: store.runs.record("a-1", Detector(name="d", version="3"), []),
    "record again": lambda store: store.runs.record(
        "a-1", Detector(name="d", version="4"), store.annotations.of("a-1")
    ),
    "edit": lambda store: tag_first(store, "y"),
    "marks": lambda store: store.edits.marks("a-1", "x", before=Marks(), after=Marks(note="n")),
    "undo": lambda store: store.edits.undo(),
    "undo one article": lambda store: store.edits.undo(article_id="a-1"),
    "redo": lambda store: (store.edits.undo(), store.edits.redo()),
    "redo one article": lambda store: (store.edits.undo(), store.edits.redo(article_id="a-1")),
    "history": lambda store: store.edits.history(article_id="a-1"),
    "log of an article": lambda store: store.log.ids(Wanted(article_id="a-1")),
    "log of a person": lambda store: store.log.ids(Wanted(annotator="ana")),
    "log of a day": lambda store: store.log.ids(Wanted(since="2026-03-01", before="2026-03-02")),
    "log of a person in an article": lambda store: store.log.ids(
        Wanted(article_id="a-1", annotator="ana", since="2026-03-01")
    ),
    "logged groups": lambda store: store.log.groups([1, 2], article_id="a-1"),
    "logged changes": lambda store: store.log.changes(store.log.edits(1)),
    "history of an annotation": lambda store: store.log.of_annotation(1),
    "way": lambda store: (store.rewinding.way_to(1), store.rewinding.way_to(1, article_id="a-1")),
    "back to": lambda store: store.rewinding.go(1),
    "undo one": lambda store: store.rewinding.undo(1),
    "redo one": lambda store: (store.edits.undo(), store.rewinding.go(1), store.edits.undo()),
    "meant": lambda store: store.articles.meant("soldiers"),
    "keys of": lambda store: store.articles.keys_of(["a-1"]),
    "titled": lambda store: store.articles.titled("wai"),
    "names beginning": lambda store: store.names.beginning("mar"),
    "names begun": lambda store: store.names.begun("mar"),
    "offered rule": lambda store: offered_after_rejecting(store),
    "rules waiting": lambda store: store.own_rules.waiting(RULE, limit=9),
    "rule on a name": lambda store: store.own_rules.make(NAMED),
    "rule": lambda store: store.own_rules.make(RULE),
    "rule in an article": lambda store: store.own_rules.make(RULE, article_id="a-1"),
    "record by a rule": lambda store: (
        store.own_rules.make(RULE),
        store.runs.record("a-1", Detector(name="d", version="3"), store.annotations.of("a-1")),
    ),
    "undo a rule": lambda store: (store.own_rules.make(RULE), store.edits.undo()),
    "bearing": lambda store: store.mentions.bearing(
        Bearing(name="Mara Dell", group=NameGroup.PERSON)
    ),
    "bearing in one article": lambda store: store.mentions.bearing(
        Bearing(name="Mara Dell"), article_id="a-1"
    ),
    "search": lambda store: store.search.find(parsed("soldiers")),
    "tag names": lambda store: store.tags.names(),
    "tag colours": lambda store: store.tags.colours(),
    "all tags": lambda store: store.tags.uses(),
    "rename a tag": lambda store: store.tag_edits.rename_tag("x", "y/x"),
    "colour a tag": lambda store: store.tag_edits.colour_tag("x", "red"),
    "remove a tag": lambda store: store.tag_edits.remove_tag("x"),
    "decisions": lambda store: list(store.decisions.articles(store.decisions.keys())),
    "work": lambda store: store.overview.work(limit=10),
    "import": lambda store: store.imports.merge(store.articles.get("a-1"), []),
}


def plans(store: Store, call: Callable[[Store], object]) -> list[str]:
    """The plans of all statements that a call runs."""
    statements: list[str] = []
    raw = store._connection.raw
    raw.set_trace_callback(statements.append)
    call(store)
    raw.set_trace_callback(None)
    return [
        detail
        for statement in statements
        if statement.split(None, 1)[0] in ("SELECT", "INSERT", "UPDATE", "DELETE")
        for *_, detail in raw.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]


@pytest.mark.parametrize("name", CALLS)
def test_no_large_table_is_scanned(
    detected: Store, suggestions: list[Annotation], name: str
) -> None:
    tag_first(detected, "x")
    found = plans(detected, CALLS[name])
    assert found
    assert not [plan for plan in found if LARGE.search(plan) and not SMALL.search(plan)]


def test_people_are_told_apart_without_reading_the_log(detected: Store) -> None:
    found = detected._connection.rows(f"EXPLAIN QUERY PLAN {log._ANNOTATORS}")
    read = [detail for *_, detail in found if "edit_groups" in detail or " g " in detail]
    assert len(read) == 2
    assert all(each.startswith("SEARCH") and "edit_groups_annotator" in each for each in read)


@pytest.mark.parametrize("sort", ["published", "title", "source"])
def test_lists_are_read_from_an_index(store: Store, sort: str) -> None:
    found = plans(store, lambda store: store.articles.keys(sort=sort))
    large = [plan for plan in found if LARGE.search(plan)]
    assert large == [f"SCAN articles USING COVERING INDEX articles_{sort}"]


@pytest.mark.parametrize("sort", SORTS)
def test_no_sort_reads_the_texts(store: Store, sort: str) -> None:
    assert "SCAN articles" not in plans(store, lambda store: store.articles.keys(sort=sort))


def test_waiting_articles_are_found_without_their_texts(store: Store) -> None:
    assert "SCAN articles" not in plans(store, lambda store: store.runs.pending())
