"""The library: selecting articles, and what is done to all of them."""

import pytest

from annotations.model import Article
from annotations.store import Store
from tests.app.driver import ARTICLE, Open, Statuses

OTHERS = (
    Article(id="b", title="Bus stops", text="A bus stopped.", published="2020-01-01"),
    Article(id="c", title="Cat found", text="A cat was found.", published="2018-01-01"),
)


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)


def tags(store: Store) -> dict[str, tuple[str, ...]]:
    return {each.id: each.tags for each in store.articles.iterate()}


async def test_selected_articles_are_marked_and_counted(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("v")
        lines = reader.shown().splitlines()
        assert (lines[1][0], lines[2][0]) == ("●", " ")
        assert "1 selected of 3 articles" in reader.shown()
        await reader.press("j", "V")
        assert "3 selected of 3 articles" in reader.shown()
        await reader.press("*")
        assert "selected" not in reader.shown()
        await reader.press("*")
        assert "3 selected" in reader.shown()
        await reader.press("escape")
        assert "selected" not in reader.shown()


async def test_tags_on_and_off_all_that_are_selected(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("v", "v", "t")
        assert "Tags for 2:" in reader.shown()
        await reader.type("x, y\r")
        assert "tagged 2 articles; U undoes it" in reader.shown()
        assert tags(store) == {"flood": ("x", "y"), "b": ("x", "y"), "c": ()}
        await reader.press("t")
        await reader.type("-x\r")
        assert tags(store) == {"flood": ("y",), "b": ("y",), "c": ()}
        await reader.press("U", "U")
        assert tags(store) == {"flood": (), "b": (), "c": ()}


async def test_deciding_on_all_needs_a_selection(opened: Open, statuses: Statuses) -> None:
    async with opened(article=None) as reader:
        await reader.press("j", "a")
        assert "select articles first" in reader.shown()
        assert set(statuses().values()) == {"suggested"}
        await reader.press("*", "a")
        assert "accepted all that waited in 1 article" in reader.shown()
        assert set(statuses().values()) == {"accepted"}
        assert "6/6" in reader.shown()
        await reader.press("A")
        assert set(statuses().values()) == {"suggested"}
        await reader.press("x")
        assert set(statuses().values()) == {"rejected"}
        await reader.press("U", "U", "ctrl+y")
        assert set(statuses().values()) == {"suggested"}


async def test_deleting_and_bringing_back(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("v", "j", "v", "delete")
        assert "deleted 2 articles; U undoes it" in reader.shown()
        assert list(tags(store)) == ["flood"]
        assert "1 article" in reader.shown()
        await reader.press("U")
        assert list(tags(store)) == ["flood", "b", "c"]
        assert "undid: delete in Bus stops, Cat found" in reader.shown()
        await reader.press("ctrl+y", "slash")
        await reader.type("is:deleted\r")
        assert "Bus stops" in reader.shown() and "River" not in reader.shown()
        await reader.press("backspace", "escape")
        assert "restored 1 article" in reader.shown()
        assert list(tags(store)) == ["flood", "b"]


async def test_what_is_no_longer_listed_is_no_longer_selected(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("*", "slash")
        await reader.type("cat\r")
        assert "1 selected of 1 article" in reader.shown()


async def test_running_all_again(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(article=None) as reader:
        asked: list[str] = []

        def detect(article_id: str | None = None, *, again: bool = False) -> None:
            if article_id is not None and again:
                asked.append(article_id)

        monkeypatch.setattr(reader.app.background, "detect", detect)
        await reader.press("v", "v", "R")
        assert asked == [ARTICLE.id, "b"]


async def test_nothing_to_change(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("v", "a")
        assert "accepted all that waited in no article" in reader.shown()
        await reader.press("ctrl+y")
        assert "There is no edit left to redo." in reader.shown()
