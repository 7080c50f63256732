"""Every statement on the way of reading and editing finds its rows by an index."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.filters import parsed
from annotations.model import Annotation, Detector
from annotations.review import Change, Marks, accept
from annotations.store import SORTS, Store
from annotations.store.steps import later_on_the_same

LARGE = re.compile(
    r"SCAN (n|a|e|f|g|t|annotations|articles|edits|edit_groups|runs|article_tags|annotation_tags)\b"
)


SMALL = re.compile(r"USING INDEX edit_groups_(done|undone)$")
"""Partial indexes, of which only the end is read."""


def tag_first(store: Store, tag: str) -> None:
    before = store.annotations.of("a-1")[0]
    after = replace(accept(before), tags=(tag,))
    store.edits.annotations("a-1", "tag", [Change(before=before, after=after)])


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
    "later edits": lambda store: later_on_the_same(store._connection, 1),
    "related": lambda store: store.relations.related(1),
    "highlighted": lambda store: store.search.highlighted(parsed("x"), 1, mark=("", "")),
    "tag many": lambda store: store.bulk.tag([1], add=["z"]),
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
    "meant": lambda store: store.articles.meant("soldiers"),
    "keys of": lambda store: store.articles.keys_of(["a-1"]),
    "titled": lambda store: store.articles.titled("wai"),
    "names beginning": lambda store: store.names.beginning("mar"),
    "names begun": lambda store: store.names.begun("mar"),
    "search": lambda store: store.search.find(parsed("soldiers")),
    "tag names": lambda store: store.tags.names(),
    "tag colours": lambda store: store.tags.colours(),
    "all tags": lambda store: store.tags.uses(),
    "rename a tag": lambda store: store.tag_edits.rename_tag("x", "y/x"),
    "colour a tag": lambda store: store.tag_edits.colour_tag("x", "red"),
    "remove a tag": lambda store: store.tag_edits.remove_tag("x"),
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
