"""Keys that come faster than the screen follows, as on a slow line."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from annotations.model import Article
from annotations.store import Store
from reader.keyboard.keymap import keymap
from reader.screens.article.screen import ArticleScreen
from reader.screens.library.screen import LibraryScreen
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from tests.app.driver import ARTICLE, TEXT, Open, Statuses

UNTOUCHED = {"suggested"}


async def test_what_is_sought_is_typed_into_the_prompt(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await reader.type("/xatown")
        await reader.until(lambda: "Find: xatown" in reader.shown())
        await reader.until(lambda: "“xatown” does not occur." in reader.shown())
        assert set(statuses().values()) == UNTOUCHED


async def test_a_filter_is_typed_into_the_prompt(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.type("/tsq")
        await reader.until(lambda: "Filter: tsq" in reader.shown())


async def test_marks_and_labels_take_the_very_next_key(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await reader.type("ma")
        await reader.until(lambda: "marked as a" in reader.shown())
        await reader.type(";d")
        await reader.until(lambda: reader.focused == "“We lost at least 12 people,”")
        assert set(statuses().values()) == UNTOUCHED


async def test_sequences_are_taken_as_they_come(opened: Open) -> None:
    async with opened() as reader:
        await reader.type("jjggl")
        await reader.until(lambda: reader.view.reading.cursor == 1)


async def test_keys_for_the_next_article_do_not_reach_this_one(
    opened: Open, store: Store, store_path: Path, statuses: Statuses
) -> None:
    store.articles.add_one(Article(id="other", title="Other", text="Another text."))
    async with opened(path=store_path) as reader:
        await reader.press("tab")
        await reader.type("Jxa")
        await reader.until(
            lambda: (
                isinstance(reader.app.screen, ArticleScreen)
                and reader.app.screen.article.title == "Other"
            )
        )
        await reader.type("K")
        await reader.until(lambda: reader.screen.article.title == ARTICLE.title)
        await reader.type("qx")
        await reader.until(lambda: isinstance(reader.app.screen, LibraryScreen))
        assert set(statuses().values()) == UNTOUCHED


async def test_two_questions_at_once_are_one(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("the")
        await reader.pilot.click("#article-view", offset=(10, 0))
        await reader.press("j", "slash", "y")
        assert "Find: they" in reader.shown()


@pytest.mark.parametrize("times", [1, 3])
async def test_one_search_after_the_other(opened: Open, times: int) -> None:
    async with opened() as reader:
        for _ in range(times):
            await reader.type("/the\r")
            await reader.until(lambda: "Find:" not in reader.shown())
            assert len(reader.view.reading.hits) == 4
        await reader.press("escape")
        await reader.press("slash")
        await reader.type("dawn\r")
        assert reader.view.reading.cursor == TEXT.index("dawn")


@pytest.fixture
def six(store: Store, store_path: Path) -> Path:
    """A store with six articles more, the latest first in the library."""
    for number in range(6):
        day = f"2020-01-0{9 - number}"
        title = f"Report {number}"
        store.articles.add_one(Article(id=title, title=title, text="It rained.", published=day))
    return store_path


async def test_as_many_articles_further_as_keys(opened: Open, six: Path) -> None:
    async with opened(article=None, path=six) as reader:
        await reader.type("\rJJJJJKJ")
        assert reader.screen.article.title == "Report 5"


async def test_enter_goes_by_the_rows_that_were_asked_for(opened: Open, six: Path) -> None:
    async with opened(article=None, path=six) as reader:
        await reader.type("/river\r\r")
        assert reader.screen.article.title == ARTICLE.title


async def test_what_is_typed_after_the_palette_is_typed_into_it(opened: Open) -> None:
    async with opened() as reader:
        reader.app.post_message(events.Key("ctrl+p", None))
        await reader.type("zen")
        assert reader.app.screen.query_one(Input).value == "zen"
        await reader.press("escape")


async def test_a_question_is_left_and_the_next_key_is_a_command(opened: Open) -> None:
    async with opened() as reader:
        await reader.type("/the\x1bjj")
        assert "Find:" not in reader.shown()
        assert reader.view.reading.line == 2


async def test_a_letter_that_came_with_escape_is_a_letter_after_escape(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash", "t")
        reader.app.post_message(events.Key("alt+j", "j"))
        await reader.settle()
        assert "Find:" not in reader.shown()
        assert reader.view.reading.line == 1


async def test_alt_and_a_letter_can_be_given_a_command(opened: Open) -> None:
    keys, problems = keymap({"text.next": ("alt+n",)})
    assert problems == []
    chosen = Configuration(path=Path("config.toml"), settings=Settings(keymap=keys))
    async with opened(configuration=chosen) as reader:
        reader.app.post_message(events.Key("alt+n", "n"))
        await reader.settle()
        assert reader.focused == "Ines Calder"


async def test_what_is_pasted_comes_in_its_turn(opened: Open) -> None:
    async with opened() as reader:
        reader.app.post_message(events.Key("slash", "/"))
        reader.app.post_message(events.Paste("school"))
        reader.app.post_message(events.Key("enter", "\r"))
        await reader.settle()
        assert reader.view.reading.cursor == TEXT.index("school")
