"""Two processes, or two screens, on one store."""

import sqlite3
from collections.abc import Callable

import pytest

from annotations.errors import StoreBusy, StoreError
from annotations.model import Article
from annotations.review import Change, Marks, accept
from annotations.store import Store

OpenStore = Callable[..., Store]


def test_change_by_another_is_noticed_once(detected: Store, open_store: OpenStore) -> None:
    other = open_store(annotator="ben")
    assert not other.changed()
    before = detected.annotations.of("a-1")[0]
    detected.edits.annotations("a-1", "accept", [Change(before=before, after=accept(before))])
    assert other.changed()
    assert not other.changed()
    assert other.annotations.of("a-1")[0].annotator == "ana"


def test_own_change_is_not_news(store: Store, open_store: OpenStore) -> None:
    open_store()
    store.edits.marks("a-1", "note", before=Marks(), after=Marks(note="x"))
    assert not store.changed()


def test_opening_a_store_is_not_a_change(store: Store, open_store: OpenStore) -> None:
    store.changed()
    open_store()
    assert not store.changed()


def test_store_that_another_process_writes_is_busy(store: Store) -> None:
    with sqlite3.connect(store.path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="nothing was changed"):
            store.edits.marks("a-1", "note", before=Marks(), after=Marks(note="x"))
        assert store.articles.get("a-1").note is None
        writer.execute("ROLLBACK")
    writer.close()
    store.edits.marks("a-1", "note", before=Marks(), after=Marks(note="x"))


def test_store_opens_while_another_process_writes(store: Store, open_store: OpenStore) -> None:
    with sqlite3.connect(store.path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        other = open_store()
        assert not other.read_only
        assert other.articles.has("a-1")
        writer.execute("ROLLBACK")
    writer.close()


def test_making_a_store_that_another_process_is_making_waits_its_turn(
    open_store: OpenStore, path: object
) -> None:
    with sqlite3.connect(str(path), isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            open_store()
        writer.execute("ROLLBACK")
    writer.close()
    assert open_store().check() == []


def test_error_in_a_transaction_undoes_it(store: Store) -> None:
    with pytest.raises(StoreError, match="no such table"), store._connection.writing():
        store._connection.execute("UPDATE articles SET title = 'x'")
        store._connection.execute("DELETE FROM nowhere")
    assert store.articles.get("a-1").title == "Waiting"
    store.articles.add_one(Article(id="b", text="Rain."))


def test_interruption_undoes_a_transaction(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store._connection.writing():
        store._connection.execute("UPDATE articles SET title = 'x'")
        raise KeyboardInterrupt
    assert store.articles.get("a-1").title == "Waiting"


def test_full_disk_says_so(store: Store) -> None:
    pages = store._connection.value("PRAGMA page_count")
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match=r"full.*Free some space"):
        store.articles.add_one(Article(id="b", text="Rain. " * 10_000))
    assert not store.articles.has("b")


def test_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.articles.count()


def test_what_is_remembered_is_read_again_once_somebody_has_written(
    empty: Store, open_store: OpenStore
) -> None:
    connection = empty._connection
    read: list[str] = []

    def remember(what: str) -> int:
        def look() -> int:
            read.append(what)
            return len(read)

        return connection.remembered(what, look)

    assert [remember("a"), remember("b"), remember("a")] == [1, 2, 1]
    empty.articles.add_one(Article(id="x", text="Rain."))
    assert remember("a") == 3
    open_store().articles.add_one(Article(id="y", text="Rain."))
    assert remember("a") == 4
    for number in range(8):
        remember(str(number))
    assert remember("a") == 13
