"""The thirty corrections of the recording, by the same keys in the real app."""

from pathlib import Path

import pytest
from misread import article, fill
from thirty import CORRECTIONS, missing

from annotations.store import Store
from tests.app.driver import Open


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    path = tmp_path / "misread.db"
    with Store.open(path) as store:
        fill(store)
    return path


async def test_all_of_them_are_made(opened: Open, store: Store) -> None:
    front = article()
    begun = missing(front, store.annotations.of(front.id))
    assert len(begun) == len(CORRECTIONS) == 30
    async with opened(article=front, size=(100, 30)) as reader:
        for number, each in enumerate(CORRECTIONS, start=1):
            await reader.type(each.keys)
            stored = store.articles.get(front.id)
            assert each.wanted(stored, store.annotations.of(front.id)), (
                f"{number}. {each.said}\n{reader.shown()}"
            )
    assert missing(store.articles.get(front.id), store.annotations.of(front.id)) == []
