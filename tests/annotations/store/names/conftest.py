"""Articles that consist of names, for the index of names."""

from collections.abc import Callable

import pytest

from annotations.model import Article, Detector, Entity
from annotations.store import Store

Tell = Callable[..., None]


def entities(*names: str, label: str = "PERSON") -> list[Entity]:
    """One for each name, which stand side by side in a text."""
    found, start = [], 0
    for name in names:
        end = start + len(name)
        found.append(Entity(start=start, end=end, text=name, label=label, name=name))
        start = end + 2
    return found


def article(article_id: str, *names: str, published: str | None = None) -> Article:
    return Article(id=article_id, text=", ".join(names), published=published)


@pytest.fixture
def tell(empty: Store) -> Tell:
    """Adds an article with names, and has a detector find them all."""

    def add(
        article_id: str, *names: str, label: str = "PERSON", published: str | None = None
    ) -> None:
        empty.articles.add_one(article(article_id, *names, published=published))
        detector = Detector(name="finder", version="1")
        empty.runs.record(article_id, detector, entities(*names, label=label))

    return add
