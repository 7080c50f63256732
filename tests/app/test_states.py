"""Saying how far an article is, in the article and in the library."""

import pytest

from annotations.model import Article, ArticleState
from annotations.store import Store
from tests.app.driver import Open


@pytest.mark.parametrize(
    ("key", "state", "sign"), [("r", "reviewed", "✓"), ("x", "excluded", "×"), ("l", "later", "»")]
)
async def test_in_the_article(opened: Open, store: Store, key: str, state: str, sign: str) -> None:
    async with opened() as reader:
        await reader.press("Z", key)
        assert store.articles.get("flood").state == state
        assert f"{sign} {state} · The Example" in reader.shown()
        await reader.press("q")
        assert f"{sign} 0/6" in reader.shown()
        await reader.press("enter", "Z", "n")
        assert store.articles.get("flood").state is None
        assert f"{sign} {state}" not in reader.shown()


async def test_undo_and_redo_in_the_article(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("Z", "x", "U")
        assert store.articles.get("flood").state is None
        assert "undid: exclude" in reader.shown()
        assert "× excluded" not in reader.shown()
        await reader.press("ctrl+y")
        assert store.articles.get("flood").state is ArticleState.EXCLUDED
        assert "× excluded" in reader.shown()


async def test_the_same_again_changes_nothing(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("Z", "n")
        assert "as far as its annotations say, as before" in reader.shown()
        assert store.edits.history() == []


async def test_an_article_that_is_not_in_the_store_yet(opened: Open, store: Store) -> None:
    async with opened(article=Article(id="fresh", text="Rain fell.")) as reader:
        await reader.press("Z", "x")
        assert store.articles.get("fresh").state is ArticleState.EXCLUDED
        assert "× excluded" in reader.shown()


async def test_in_the_library_one_or_many_in_one_step(opened: Open, store: Store) -> None:
    store.articles.add_one(Article(id="b", title="Bus stops", text="A bus stopped."))
    async with opened(article=None) as reader:
        await reader.press("Z", "l")
        assert store.articles.get("flood").state is ArticleState.LATER
        await reader.press("asterisk", "Z", "x")
        assert [store.articles.get(each).state for each in ("flood", "b")] == ["excluded"] * 2
        assert "excluded 2 articles; U undoes it" in reader.shown()
        await reader.press("U")
        assert [store.articles.get(each).state for each in ("flood", "b")] == ["later", None]


async def test_filter_follows(opened: Open, store: Store) -> None:
    store.articles.add_one(Article(id="b", title="Bus stops", text="A bus stopped."))
    async with opened(article=None) as reader:
        await reader.press("slash")
        await reader.type("is:new\r")
        assert "2 articles for" in reader.shown()
        await reader.press("Z", "x")
        assert "1 article for" in reader.shown()
