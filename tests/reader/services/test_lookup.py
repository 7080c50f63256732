"""Questions answered in a thread."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import pytest
from textual.message import Message

from annotations.errors import StoreError
from annotations.model import Article
from annotations.store import Store
from reader.services.lookup import Lookup
from reader.services.messages import WorkFailed

PATIENCE = 20
"""Seconds."""


@dataclass
class Counted(Message):
    number: int


@pytest.fixture
def answers() -> "Queue[Message]":
    return Queue()


@pytest.fixture
def lookup(tmp_path: Path, answers: "Queue[Message]") -> Iterator[Lookup]:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        store.articles.add_one(Article(id="a", text="Rain."))
    found = Lookup(path, post=answers.put)
    yield found
    found.stop()


def count(store: Store) -> Counted:
    return Counted(store.articles.count())


def test_answers_come_from_the_store(lookup: Lookup, answers: "Queue[Message]") -> None:
    lookup.ask("count", count)
    answer = answers.get(timeout=PATIENCE)
    assert isinstance(answer, Counted) and answer.number == 1


def test_a_later_question_of_the_same_kind_interrupts_the_first(
    lookup: Lookup, answers: "Queue[Message]"
) -> None:
    begun = threading.Event()

    def endless(store: Store) -> Counted:
        store._connection.raw.create_function("begin", 0, begun.set)
        return Counted(
            store._connection.value("""
            WITH RECURSIVE n (i) AS (SELECT begin() UNION ALL SELECT coalesce(i, 0) + 1 FROM n)
            SELECT max(i) FROM n
        """)
        )

    lookup.ask("count", endless)
    assert begun.wait(PATIENCE)
    lookup.ask("count", count)
    answer = answers.get(timeout=PATIENCE)
    assert isinstance(answer, Counted) and answer.number == 1
    assert answers.empty()


def test_questions_of_other_kinds_wait_for_their_turn(
    lookup: Lookup, answers: "Queue[Message]"
) -> None:
    held, begun = threading.Event(), threading.Event()

    def slow(store: Store) -> Counted:
        begun.set()
        held.wait(PATIENCE)
        return Counted(0)

    lookup.ask("slow", slow)
    assert begun.wait(PATIENCE)
    lookup.ask("count", lambda store: Counted(5))
    lookup.ask("count", count)
    assert not lookup.is_idle
    held.set()
    numbers = [
        answer.number
        for answer in (answers.get(timeout=PATIENCE) for _ in "ab")
        if isinstance(answer, Counted)
    ]
    assert numbers == [0, 1]


def test_failures_are_told_and_the_next_question_is_answered(
    lookup: Lookup, answers: "Queue[Message]"
) -> None:
    def fail(store: Store) -> Counted:
        raise StoreError("No.")

    lookup.ask("count", fail)
    failure = answers.get(timeout=PATIENCE)
    assert isinstance(failure, WorkFailed) and failure.error.message == "No."
    lookup.ask("count", count)
    assert isinstance(answers.get(timeout=PATIENCE), Counted)


def test_nothing_is_answered_once_it_is_stopped(tmp_path: Path, answers: "Queue[Message]") -> None:
    path = tmp_path / "other.db"
    Store.open(path).close()
    lookup = Lookup(path, post=answers.put)
    lookup.ask("count", count)
    answers.get(timeout=PATIENCE)
    lookup.stop()
    assert lookup.is_idle
