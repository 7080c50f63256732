"""An article that gets another text while it is read, and what has no place in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotations.review import Change, accept
from annotations.store import Store
from reader.screens.article.screen import ArticleScreen
from reader.screens.unplaced import UnplacedScreen
from reader.screens.versions import VersionScreen, VersionsScreen
from reader.widgets.article_view import ArticleView
from tests.app.driver import ARTICLE, TEXT, Driver, Open

NEW = "It rained.\n\n" + TEXT.replace("at least 12 people", "at least 14 people")


@pytest.fixture
def ben(store_path: Path) -> Store:
    """The other reader, who has accepted everything."""
    store = Store.open(store_path, annotator="ben")
    changes = [Change(before=each, after=accept(each)) for each in store.annotations.of("flood")]
    store.edits.annotations("flood", "accept", changes)
    return store


def add_text(store: Store, text: str = NEW) -> None:
    store.articles.add_one(replace(ARTICLE, text=text))


def waiting(store: Store) -> list[str]:
    return [each.annotation.text for each in store.versions.unplaced("flood")]


def standing(store: Store) -> list[str]:
    return [each.text for each in store.annotations.of("flood")]


async def renewed(reader: Driver, version: int) -> None:
    """Wait until the reader shows the article in a version."""
    await reader.until(
        lambda: (
            isinstance(screen := reader.app.screen, ArticleScreen)
            and screen.article.version == version
            and bool(screen.query(ArticleView))
            and screen.is_listed
        ),
        seconds=5,
    )
    await reader.settle()


async def test_an_open_article_follows_to_its_new_text(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab")
        word = TEXT[reader.view.reading.cursor :][:8]
        add_text(ben)
        await renewed(reader, 2)
        assert reader.view.reading.text == NEW
        assert NEW[reader.view.reading.cursor :].startswith(word)
        shown = reader.shown()
        assert "version 2 · 2 to place" in shown
        assert "It rained." in shown


async def test_an_edit_of_a_text_that_is_gone_is_refused(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("v", "w")  # a word is selected
        screen = reader.screen
        screen._is_renewed = True  # as if the store had not been looked at yet
        add_text(ben)
        before = standing(ben)
        await reader.press("enter")
        await reader.type("org\r")
        assert standing(ben) == before


async def test_a_question_is_answered_before_the_article_is_shown_anew(
    opened: Open, ben: Store
) -> None:
    async with opened() as reader:
        await reader.press("tab", "c")
        add_text(ben)
        await reader.pilot.pause(0.6)
        assert reader.screen.article.version == 1
        await reader.type("why?\r")
        await renewed(reader, 2)
        assert {each.note for each in ben.annotations.of("flood")} == {None, "why?"}


async def test_what_has_no_place_is_put_where_it_is_alike(opened: Open, ben: Store) -> None:
    add_text(ben)
    assert waiting(ben) == ["“We lost at least 12 people,”", "at least 12 people"]
    async with opened() as reader:
        await reader.press("g", "u")
        assert isinstance(reader.app.screen, UnplacedScreen)
        assert "2 to place" in reader.shown()
        await reader.press("j", "p")
        assert waiting(ben) == ["“We lost at least 12 people,”"]
        assert "at least 14 people" in standing(ben)
        assert "placed “at least 14 people”, without its number" in reader.shown()
        await reader.press("U")
        await reader.settle()
        assert len(waiting(ben)) == 2
        await reader.press("escape")
        assert reader.screen.article.version == 2


async def test_it_is_placed_by_hand_in_the_text(opened: Open, ben: Store) -> None:
    add_text(ben)
    async with opened() as reader:
        await reader.press("g", "u", "j", "enter")
        assert reader.selected == "at least 14 people"
        assert "The place of “at least 12 people”?" in reader.shown()
        await reader.press("escape", "escape")
        assert "It waits for a place as before." in reader.shown()
        await reader.press("g", "u", "j", "enter", "o", "w", "w", "o", "enter")
        assert waiting(ben) == ["“We lost at least 12 people,”"]
        assert "1 more to place" in reader.shown()
        await reader.press("U")
        assert len(waiting(ben)) == 2
        assert "2 to place" in reader.shown()


async def test_what_has_no_place_is_dropped_and_comes_back(opened: Open, ben: Store) -> None:
    add_text(ben)
    async with opened() as reader:
        await reader.press("g", "u", "X")
        assert waiting(ben) == []
        assert "Everything has its place." in reader.shown()
        await reader.press("x")
        assert "everything has its place" in reader.shown()
        await reader.press("U")
        await reader.settle()
        assert len(waiting(ben)) == 2


async def test_the_library_lists_it_for_all_articles(opened: Open, ben: Store) -> None:
    add_text(ben)
    async with opened(article=None) as reader:
        assert "2 to place · River" in reader.shown()
        await reader.press("g", "u")
        assert isinstance(reader.app.screen, UnplacedScreen)
        assert "River takes bridge" in reader.shown()
        await reader.press("enter")
        await renewed(reader, 2)
        await reader.until(lambda: "The place of" in reader.shown())
        await reader.press("enter")
        assert waiting(ben) == ["at least 12 people"]


async def test_earlier_texts_are_looked_at_and_gone_back_to(opened: Open, ben: Store) -> None:
    add_text(ben)
    async with opened() as reader:
        await reader.press("g", "u", "v")
        assert isinstance(reader.app.screen, VersionsScreen)
        await reader.press("r")
        assert "the article has this text now" in reader.shown()
        await reader.press("j", "enter")
        assert isinstance(reader.app.screen, VersionScreen)
        assert "version 1, to be read only" in reader.shown()
        await reader.press("r")
        assert isinstance(reader.app.screen, VersionsScreen)
        assert ben.articles.get("flood").text == TEXT
        assert waiting(ben) == []
        await reader.press("escape", "escape")
        await renewed(reader, 3)
        await reader.press("U")
        await renewed(reader, 2)
        assert reader.view.reading.text == NEW


async def test_an_article_with_one_text_has_nothing_to_place(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("g", "u")
        assert "Everything has its place." in reader.shown()
        await reader.press("v")
        assert "The article has had no other text." in reader.shown()


async def test_the_place_is_kept_in_another_text(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab", "tab", "m", "a")
        place = reader.view.reading.cursor
        word = TEXT[place : place + 6]
    add_text(ben)
    async with opened() as reader:
        cursor = reader.view.reading.cursor
        assert NEW[cursor : cursor + 6] == word
        await reader.press("g", "g", "apostrophe", "a")
        assert NEW[reader.view.reading.cursor :].startswith(word)
