"""The command palette: commands, articles and names."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input, OptionList

from annotations.model import Annotation, Article, Detector, Entity
from annotations.store import Store
from reader.palette.searching import Entry
from reader.palette.stored import NameProvider
from reader.screens.article.screen import ArticleScreen
from tests.app.driver import ARTICLE, Driver, Open

DETECTOR = Detector(name="d", version="1")


def person(text: str, name: str) -> Annotation:
    start = text.index(name)
    return Entity(start=start, end=start + len(name), text=name, label="PERSON", name=name)


@pytest.fixture
def others(store: Store) -> None:
    """Two articles with a name that the first article has, one of them earlier than that."""
    texts = {
        "early": ("Calder elected", "2018-01-01", "The town chose. Ines Calder won."),
        "late": (
            "[red]Snow[/] on the [@click=app.quit]pass",
            "2021-01-01",
            "Ines Calder, Bo Rask.",
        ),
    }
    for article_id, (title, published, text) in texts.items():
        article = Article(id=article_id, title=title, published=published, text=text)
        store.articles.add_one(article)
        store.runs.record(article_id, DETECTOR, [person(text, "Ines Calder")])


async def listed(reader: Driver, query: str) -> Sequence[str]:
    """What the palette lists once something was typed, best first."""
    await reader.press("ctrl+p")
    reader.app.screen.query_one(Input).value = query
    await reader.until(lambda: 0 < len(prompts(reader)) < 15)
    return prompts(reader)


def prompts(reader: Driver) -> list[str]:
    """What the palette lists."""
    options = reader.app.screen.query_one(OptionList)
    return [str(each.prompt) for each in options.options]


async def test_commands_are_found_by_a_few_letters(opened: Open) -> None:
    async with opened() as reader:
        assert (await listed(reader, "acc next"))[0].startswith("Accept and go to the next")


async def test_only_commands_that_work_here(opened: Open) -> None:
    async with opened(article=None) as reader:
        found = await listed(reader, "sort")
        assert found[0] == "Sort by the next column\ns"
        assert not any("next annotation" in each for each in found)
        await reader.press("escape", "escape")
        assert not any("sample" in each for each in await listed(reader, "sample corp"))


async def test_the_sample_corpus_is_offered_to_an_empty_library(
    opened: Open, tmp_path: Path
) -> None:
    async with opened(article=None, path=tmp_path / "empty.db") as reader:
        await reader.type("\x10corpus")
        await reader.until(lambda: prompts(reader) == ["Add and open the sample corpus\no"])


async def test_an_article_is_opened(opened: Open, others: None) -> None:
    async with opened(article=None) as reader:
        assert (await listed(reader, "calder el"))[0] == "Calder elected\narticle early"
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        assert reader.screen.article.id == "early"


async def test_an_article_without_a_title_is_found_by_its_id(opened: Open, store: Store) -> None:
    store.articles.add_one(Article(id="wire-7731", text="Snow."))
    async with opened(article=None) as reader:
        assert await listed(reader, "wire-77") == ["wire-7731\narticle wire-7731"]


async def test_brackets_in_a_title_are_no_markup(opened: Open, others: None) -> None:
    async with opened(article=None) as reader:
        found = await listed(reader, "snow")
        assert found == ["[red]Snow[/] on the [@click=app.quit]pass\narticle late"]
        await reader.press("escape", "escape")


async def test_a_name_opens_the_earliest_article_at_its_first_mention(
    opened: Open, others: None
) -> None:
    async with opened() as reader:
        found = await listed(reader, "ines")
        assert found[0] == "Ines Calder\nperson in 3 articles"
        await reader.press("enter")
        await reader.until(lambda: reader.screen.article.id == "early")
        await reader.until(lambda: reader.focused == "Ines Calder")


async def test_a_name_of_the_open_article_is_gone_to(opened: Open) -> None:
    async with opened() as reader:
        await listed(reader, "oldp")
        await reader.press("enter")
        await reader.until(lambda: reader.focused == "Oldport")
        assert reader.screen.article == ARTICLE
        assert len(reader.app.screen_stack) == 1


async def test_commands_are_there_before_the_store_has_answered(
    opened: Open, others: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, read = Event(), NameProvider.read

    def wait(provider: NameProvider, store: Store, query: str) -> Iterable[Entry]:
        answered.wait(30)
        return read(provider, store, query)

    monkeypatch.setattr(NameProvider, "read", wait)
    async with opened(article=None) as reader:
        await reader.type("\x10so")
        await reader.type("rt")
        await reader.until(lambda: prompts(reader)[:1] == ["Sort by the next column\ns"])
        reader.app.screen.query_one(Input).value = "ines cald"
        await reader.until(lambda: prompts(reader) == ["searching …"])
        answered.set()
        await reader.until(lambda: prompts(reader) == ["Ines Calder\nperson in 3 articles"])


async def test_letters_typed_at_once_are_not_lost(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.type("\x10sort")
        await reader.until(lambda: reader.app.screen.query_one(Input).value == "sort")
        await reader.until(lambda: prompts(reader)[:1] == ["Sort by the next column\ns"])


@pytest.mark.parametrize("keys", ["\x10next theme\r", "\x10", ""])
async def test_enter_takes_what_fits_all_letters_before_it(opened: Open, keys: str) -> None:
    async with opened(article=None) as reader:
        if keys:
            await reader.type(keys)
        else:
            await reader.press("ctrl+p")
            await reader.until(lambda: len(prompts(reader)) > 15)
        if "\r" not in keys:
            await reader.type("next theme\r")
        await reader.until(lambda: reader.app.theme == "textual-light")
        assert reader.library.is_current


async def test_typed_commands_are_found_with_their_arguments(opened: Open) -> None:
    async with opened() as reader:
        assert (await listed(reader, "width"))[0] == ":width N\nthe most characters on a line"
        await reader.press("enter")
        await reader.until(lambda: ":width " in reader.shown())
        await reader.press("escape")
        found = await listed(reader, "theme li")
        assert found[:1] == [":theme light\nput a theme on, and remember it"]
        await reader.press("enter")
        await reader.until(lambda: reader.app.theme == "textual-light")
        assert (await listed(reader, "goto 40%")) == [
            ":goto 40%\nto a part or a line of the article"
        ]
        await reader.press("enter")
        await reader.until(lambda: reader.view.reading.cursor > 0)


async def test_nothing_blinks(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("ctrl+p")
        assert not reader.app.screen.query_one(Input).cursor_blink
        await reader.press("escape", "escape", "slash")
        assert not reader.screen.query_one(Input).cursor_blink
        await reader.press("escape", "tab", "e")
        assert not reader.app.screen.query_one(Input).cursor_blink
