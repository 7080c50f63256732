"""The values that a filter can go on to have."""

import pytest

from annotations.filters import Key
from annotations.model import Article, Detector, Entity
from annotations.store import Store


@pytest.fixture
def library(empty: Store) -> Store:
    for number, (source, tag, name) in enumerate(
        [("Mail", "aid", "Oslo"), ("The Post", "food aid", "Oslo"), ("mailbox", "x", "Os Bay")]
    ):
        article = Article(id=str(number), text=name, source=source, tags=(tag,))
        empty.articles.add_one(article)
        found = Entity(start=0, end=len(name), text=name, label="GPE", name=name)
        empty.runs.record(article.id, Detector(name="d", version="1"), [found])
    return empty


@pytest.mark.parametrize(
    ("key", "begun", "values"),
    [
        (Key.SOURCE, "", ["Mail", "mailbox", "The Post"]),
        (Key.SOURCE, "ma", ["Mail", "mailbox"]),
        (Key.SOURCE, "po", ["The Post"]),
        (Key.TAG, "aid", ["aid", "food aid"]),
        (Key.PLACE, "os", ["Oslo", "Os Bay"]),
        (Key.PLACE, "", ["Oslo", "Os Bay"]),
        (Key.PERSON, "os", []),
        (Key.PERSON, "", []),
        (Key.NAME, "bay", ["Os Bay"]),
        (Key.IS, "un", []),
    ],
)
def test_values_beginning(library: Store, key: Key, begun: str, values: list[str]) -> None:
    assert library.vocabulary.beginning(key, begun) == values


def test_no_more_than_asked_for(library: Store) -> None:
    for key in (Key.SOURCE, Key.TAG, Key.PLACE):
        assert len(library.vocabulary.beginning(key, "", limit=1)) == 1
    assert library.vocabulary.beginning(Key.PLACE, "o", limit=1) == ["Oslo"]
