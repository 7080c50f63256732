"""What a queue brings, over a real store."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.model import Article, ArticleState, Confidence, Detector, Entity
from annotations.review import Change, accept
from annotations.store import Store
from reader.queueing import seeking
from reader.queueing.order import Order
from reader.queueing.review_queue import ReviewQueue

LETTERS = {"l": Confidence.LOW, "m": Confidence.MEDIUM, "h": Confidence.HIGH, "u": None}
"""How sure a name is that is written so."""


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "store.db"
    Store.open(path).close()
    return path


@pytest.fixture
def store(blank: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(Path(shutil.copy(blank, tmp_path / "store.db")), annotator="ana") as opened:
        yield opened


def add(store: Store, *texts: str) -> list[int]:
    """Articles in which each letter is a name that is as sure; their keys."""
    for number, text in enumerate(texts):
        article = Article(id=str(number), text=text + ".")
        store.articles.add_one(article)
        names = [
            Entity(start=at, end=at + 1, text=letter, label="ORG", confidence=LETTERS[letter])
            for at, letter in enumerate(text)
        ]
        store.runs.record(article.id, Detector(name="finder", version="1"), names)
    return store.articles.keys_of([str(number) for number in range(len(texts))])


def bring(store: Store, queue: ReviewQueue) -> str | None:
    """What comes next, as the article's number and the place in it."""
    spot = queue.search.following(store.queue)
    if spot is None or spot.brought is None:
        return None
    queue.take(spot)
    return f"{spot.brought.article_id}.{spot.brought.start}"


def decide(store: Store, queue: ReviewQueue) -> None:
    assert queue.brought is not None
    before = store.annotations.get(queue.brought.id)
    assert before is not None
    change = Change(before=before, after=accept(before))
    store.edits.annotations(queue.brought.article_id, "accept", [change])


def work_off(store: Store, queue: ReviewQueue) -> list[str]:
    brought = []
    while (place := bring(store, queue)) is not None:
        brought.append(place)
        decide(store, queue)
    return brought


def test_least_sure_first(store: Store) -> None:
    queue = ReviewQueue(add(store, "hl", "ulm", "l"))
    assert work_off(store, queue) == ["0.1", "1.1", "2.0", "1.0", "1.2", "0.0"]


def test_reading_order(store: Store) -> None:
    queue = ReviewQueue(add(store, "hl", "ulm", "l"), order=Order.READING)
    assert work_off(store, queue) == ["0.0", "0.1", "1.0", "1.1", "1.2", "2.0"]


def test_from_an_article_on_and_round(store: Store) -> None:
    keys = add(store, "m", "m", "m")
    queue = ReviewQueue(keys, first=keys[1], order=Order.READING)
    assert work_off(store, queue) == ["1.0", "2.0", "0.0"]


def test_put_off_articles_come_last(store: Store) -> None:
    queue = ReviewQueue(add(store, "lh", "h"))
    store.edits.set_state("0", "put off", ArticleState.LATER)
    assert work_off(store, queue) == ["1.0", "0.0", "0.1"]


def test_skipped_ones_come_last_of_all(store: Store) -> None:
    queue = ReviewQueue(add(store, "ml", "h"))
    assert bring(store, queue) == "0.1"
    queue.skip()
    assert bring(store, queue) == "0.0"
    queue.skip()
    assert bring(store, queue) == "1.0"
    decide(store, queue)
    spot = queue.search.following(store.queue)
    assert spot is not None
    assert spot.came_round
    queue.take(spot)
    assert queue.skipped == set()
    decide(store, queue)
    assert work_off(store, queue) == ["0.0"]


def test_what_waits_again_behind_is_brought_in_the_end(store: Store) -> None:
    queue = ReviewQueue(add(store, "m", "m"), order=Order.READING)
    bring(store, queue)
    decide(store, queue)
    assert bring(store, queue) == "1.0"
    store.edits.undo()
    assert work_off(store, queue) == ["0.0", "1.0"]


def test_what_others_decide_is_passed_over(store: Store) -> None:
    queue = ReviewQueue(add(store, "mm", "m"), order=Order.READING)
    assert bring(store, queue) == "0.0"
    assert queue.waits(store.queue)
    decide(store, queue)
    assert not queue.waits(store.queue)
    store.edits.set_state("0", "exclude", ArticleState.EXCLUDED)
    assert work_off(store, queue) == ["1.0"]


def test_another_order_on_the_way(store: Store) -> None:
    queue = ReviewQueue(add(store, "hm", "hl"))
    assert bring(store, queue) == "1.1"
    queue.reorder()
    assert queue.waits(store.queue)
    decide(store, queue)
    assert bring(store, queue) == "0.0"
    queue.reorder()
    decide(store, queue)
    assert work_off(store, queue) == ["0.1", "1.0"]


def test_counts_what_was_decided_and_taken_back(store: Store) -> None:
    queue = ReviewQueue(add(store, "m"))
    assert queue.words == "counting what waits"
    queue.left = 9
    queue.edited("0", decided=1)
    queue.edited("1", decided=0)
    queue.edited("1", decided=3)
    assert (queue.words, queue.edited_last) == ("4 of 9", "1")
    queue.undone()
    queue.undone()
    assert (queue.words, queue.edited_last) == ("1 of 9", "0")
    queue.undone()
    queue.undone()
    assert (queue.words, queue.edited_last) == ("0 of 9", None)


@settings(max_examples=25)
@given(
    texts=st.lists(st.text("lmhu", max_size=3), max_size=5),
    order=st.sampled_from(Order),
    page=st.integers(1, 3),
    skip=st.sets(st.integers(0, 8)),
)
def test_everything_is_brought_once(
    blank: Path, texts: list[str], order: Order, page: int, skip: set[int]
) -> None:
    with (
        TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patch,
        Store.open(Path(shutil.copy(blank, Path(folder) / "s.db")), annotator="ana") as store,
    ):
        patch.setattr(seeking, "PAGE", page)
        queue = ReviewQueue(add(store, *texts), order=order)
        every = {f"{number}.{at}" for number, text in enumerate(texts) for at in range(len(text))}
        brought = []
        for turn in range(len(every) + len(skip) + 1):
            place = bring(store, queue)
            if place is None:
                break
            if turn in skip:
                queue.skip()
            else:
                brought.append(place)
                decide(store, queue)
        assert sorted(brought) == sorted(every)
