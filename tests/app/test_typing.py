"""Commands typed behind a colon."""

from pathlib import Path

import pytest
from textual.widgets import Input

from annotations.model import Article
from annotations.store import Store
from reader.settings.memory import MemoryFile
from tests.app.driver import ARTICLE, Driver, Open, Statuses


async def give(reader: Driver, command: str) -> None:
    """Type a command and Enter."""
    await reader.press("colon")
    await reader.type(f"{command}\r")


@pytest.fixture
def long(store: Store) -> Article:
    """An article of a hundred lines."""
    article = Article(id="long", title="A hundred lines", text="Line.\n" * 99 + "Line.")
    store.articles.add_one(article)
    return article


@pytest.mark.parametrize(("place", "line"), [("40%", 39), ("7", 6), ("100%", 99)])
async def test_goto(opened: Open, long: Article, place: str, line: int) -> None:
    async with opened(article=long) as reader:
        await reader.press("colon")
        reader.screen.query_one(Input).value = f"goto {place}"
        await reader.press("enter")
        assert reader.view.reading.line == line
        assert f"{line + 1} %" in reader.shown()
        assert reader.view.has_focus


async def test_width_here_and_in_what_is_opened_later(opened: Open, long: Article) -> None:
    async with opened() as reader:
        await give(reader, "width 40")
        assert reader.view.reading.layout.width == 40
        await give(reader, "open hundred")
        assert reader.screen.article.id == "long"
        assert reader.view.reading.layout.width == 40
        await reader.press("q")
        assert reader.library.table.has_focus


async def test_width_in_the_library(opened: Open) -> None:
    async with opened(article=None) as reader:
        await give(reader, "w 50")
        await reader.press("enter")
        assert reader.view.reading.layout.width == 50


async def test_theme(opened: Open, memory: Path) -> None:
    async with opened(memory=memory) as reader:
        await give(reader, "theme light")
        assert reader.app.theme == "textual-light"
    assert MemoryFile(memory).memory.theme == "light"


async def test_tag_the_annotation_else_the_article(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await give(reader, "tag flood")
        await give(reader, "tag bridge, flood")
        assert store.articles.get(ARTICLE.id).tags == ("flood", "bridge")
        await reader.press("tab")
        await give(reader, "tag mayor")
        tagged = [each for each in store.annotations.of(ARTICLE.id) if each.tags]
        assert [(each.text, each.tags) for each in tagged] == [("Ines Calder", ("mayor",))]


async def test_tag_in_the_library(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        await give(reader, "tag a, b")
        await give(reader, "tag b, c")
        assert store.articles.get(ARTICLE.id).tags == ("a", "b", "c")
        await reader.press("U")
        assert store.articles.get(ARTICLE.id).tags == ("a", "b")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("width many", "'many' is no number of characters."),
        ("width 5", "5 is not between 20 and 200."),
        ("theme pink", "pink is not one of auto, dark"),
        ("goto end", "'end' is no place."),
        ("open nothing", "There is no article 'nothing' in the"),
        ("fly", "There is no command :fly here."),
    ],
)
async def test_what_cannot_be_done_is_said(opened: Open, line: str, said: str) -> None:
    async with opened() as reader:
        await give(reader, line)
        await reader.until(lambda: said in reader.shown())
        assert reader.view.has_focus


async def test_what_does_not_work_in_the_library(opened: Open) -> None:
    async with opened(article=None) as reader:
        await give(reader, "goto 3")
        await reader.until(lambda: "There is no command :goto here." in reader.shown())


async def test_an_empty_library_has_nothing_to_open(opened: Open, tmp_path: Path) -> None:
    async with opened(article=None, path=tmp_path / "none.db") as reader:
        await give(reader, "open x")
        await reader.until(lambda: "There is no article 'x'" in reader.shown())
        await give(reader, "tag x")
        assert not (tmp_path / "none.db").exists()


async def test_tab_completes(opened: Open, store: Store, statuses: Statuses) -> None:
    async with opened() as reader:

        async def completed(text: str) -> str:
            await reader.press("colon")
            await reader.type(text)
            value = reader.screen.query_one(Input).value
            await reader.press("escape")
            return value

        assert await completed("w\t") == "width "
        assert await completed("t\t") == "tag "
        assert await completed("t\t\t") == "theme "
        assert await completed("t\t\t\t") == "tag "
        assert await completed("th\tl\t") == "theme light"
        assert await completed("o riv\t") == "o River takes bridge"
        assert await completed("x\t") == "x"
        await give(reader, "tag flood")
        assert await completed("ta f\t") == "ta flood"
        assert await completed("ta x,f\t") == "ta x, flood"
        assert reader.view.has_focus
