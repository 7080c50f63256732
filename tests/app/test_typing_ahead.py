"""Keys that come faster than the screen follows, as on a slow line."""

from pathlib import Path

import pytest
from textual import events

from annotations.model import Article
from annotations.store import Store
from reader.screens.article import ArticleScreen
from reader.screens.library import LibraryScreen
from tests.app.driver import ARTICLE, TEXT, Driver, Open, Statuses

UNTOUCHED = {"suggested"}
NAMES = {"/": "slash", ";": "semicolon", "\r": "enter", "\x10": "ctrl+p"}
"""What Textual calls keys that are no letters."""


async def hail(reader: Driver, keys: str) -> None:
    """Hand over many keys at once, as one packet brings them."""
    for key in keys:
        reader.app.post_message(events.Key(NAMES.get(key, key), key))
    await reader.pilot.pause()


async def test_what_is_sought_is_typed_into_the_prompt(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await hail(reader, "/xatown")
        await reader.until(lambda: "Find: xatown" in reader.shown())
        await reader.until(lambda: "“xatown” does not occur." in reader.shown())
        assert set(statuses().values()) == UNTOUCHED


async def test_a_filter_is_typed_into_the_prompt(opened: Open) -> None:
    async with opened(article=None) as reader:
        await hail(reader, "/tsq")
        await reader.until(lambda: "Filter: tsq" in reader.shown())


async def test_marks_and_labels_take_the_very_next_key(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await hail(reader, "ma")
        await reader.until(lambda: "marked as a" in reader.shown())
        await hail(reader, ";d")
        await reader.until(lambda: reader.focused == "“We lost at least 12 people,”")
        assert set(statuses().values()) == UNTOUCHED


async def test_sequences_are_taken_as_they_come(opened: Open) -> None:
    async with opened() as reader:
        await hail(reader, "jjggl")
        await reader.until(lambda: reader.view.reading.cursor == 1)


async def test_keys_for_the_next_article_do_not_reach_this_one(
    opened: Open, store: Store, store_path: Path, statuses: Statuses
) -> None:
    store.articles.add_one(Article(id="other", title="Other", text="Another text."))
    async with opened(path=store_path) as reader:
        await reader.press("tab")
        await hail(reader, "Jxa")
        await reader.until(
            lambda: (
                isinstance(reader.app.screen, ArticleScreen)
                and reader.app.screen.article.title == "Other"
            )
        )
        await hail(reader, "K")
        await reader.until(lambda: reader.screen.article.title == ARTICLE.title)
        await hail(reader, "qx")
        await reader.until(lambda: isinstance(reader.app.screen, LibraryScreen))
        assert set(statuses().values()) == UNTOUCHED


async def test_two_questions_at_once_are_one(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash", *"the")
        await reader.pilot.click("#article-view", offset=(10, 0))
        await reader.press("j", "slash", "y")
        assert "Find: they" in reader.shown()


@pytest.mark.parametrize("times", [1, 3])
async def test_one_search_after_the_other(opened: Open, times: int) -> None:
    async with opened() as reader:
        for _ in range(times):
            await hail(reader, "/the\r")
            await reader.until(lambda: "Find:" not in reader.shown())
            assert len(reader.view.reading.hits) == 4
        await reader.press("escape")
        await reader.press("slash", *"dawn", "enter")
        assert reader.view.reading.cursor == TEXT.index("dawn")
