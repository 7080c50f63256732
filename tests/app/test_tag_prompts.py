"""Tags are completed, checked and spelled alike in every question that takes them."""

from collections.abc import Callable

import pytest
from textual.widgets import Static

from annotations.model import Article
from annotations.store import Store
from reader.widgets.prompt import Prompt
from tests.app.driver import ARTICLE, Driver, Open


@pytest.fixture
def tags(store: Store) -> Callable[[], tuple[str, ...]]:
    """Some tags in use; reads those of the article that is open."""
    for number, used in enumerate((("urgent",), ("urgent", "method/mine"), ("method/drone",))):
        store.articles.add_one(Article(id=f"x{number}", text="Rain.", tags=used))
    return lambda: store.articles.get(ARTICLE.id).tags


def prompt(reader: Driver) -> Prompt:
    return reader.app.screen.query_one(Prompt)


def remark(reader: Driver) -> str:
    return str(prompt(reader).query_one("#prompt-remark", Static).render())


@pytest.mark.parametrize("keys", [("T",), ("t",)])
async def test_tags_of_an_article_are_completed_level_by_level(
    opened: Open, tags: Callable[[], tuple[str, ...]], keys: tuple[str, ...]
) -> None:
    async with opened() as reader:
        await reader.press(*keys)
        await reader.type("me")
        await reader.press("tab")
        assert prompt(reader)._input.value == "method/"
        await reader.press("tab")
        assert prompt(reader)._input.value == "method/drone"
        await reader.type(", u")
        await reader.press("tab")
        await reader.type("\r")
        assert tags() == ("method/drone", "urgent")


async def test_the_tag_most_used_comes_first(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    async with opened() as reader:
        await reader.press("T", "tab")
        assert prompt(reader)._input.value == "method/"
        await reader.press("tab")
        assert prompt(reader)._input.value == "urgent"


async def test_tags_of_an_annotation_are_completed(
    opened: Open, tags: Callable[[], tuple[str, ...]], store: Store
) -> None:
    async with opened() as reader:
        await reader.press("tab", "t")
        await reader.type("ur")
        await reader.press("tab", "enter")
        assert store.annotations.of(ARTICLE.id)[0].tags == ("urgent",)


async def test_typed_tags_are_completed_and_checked(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    async with opened() as reader:
        await reader.press("colon")
        await reader.type("tag ur")
        await reader.press("tab", "enter")
        assert tags() == ("urgent",)
        await reader.press("colon")
        await reader.type("tag a//b\r")
        assert tags() == ("urgent",)


async def test_the_spelling_in_use_is_taken_over_and_said(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    async with opened() as reader:
        await reader.press("T")
        await reader.type("Urgent")
        assert remark(reader) == "used as “urgent”"
        await reader.press("enter")
        assert tags() == ("urgent",)


async def test_what_is_no_tag_is_asked_for_again_with_what_was_typed(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    async with opened() as reader:
        await reader.press("T")
        await reader.type("good, bad/\r")
        assert tags() == ()
        assert prompt(reader)._input.value == "good, bad/"
        await reader.type("worse\r")
        assert tags() == ("good", "bad/worse")


async def test_tags_are_put_on_and_taken_off_selected_articles(
    opened: Open, tags: Callable[[], tuple[str, ...]], store: Store
) -> None:
    async with opened(article=None) as reader:
        await reader.press("asterisk", "t")
        await reader.type("new, -URGENT\r")
        assert dict(store.tags.names()) == {"new": 4, "method/mine": 1, "method/drone": 1}


async def test_a_note_of_several_lines(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("C")
        await reader.type("Ask Mara.")
        await reader.press("ctrl+j")
        await reader.type("Then the mayor.\r")
        assert store.articles.get(ARTICLE.id).note == "Ask Mara.\nThen the mayor."
        assert "✎ Ask Mara. ⏎ Then the mayor." in reader.shown()
        await reader.press("i")
        assert "Ask Mara." in reader.shown() and "⏎" not in reader.shown().split("note")[-1]
        await reader.press("escape", "C", "enter")
        assert store.articles.get(ARTICLE.id).note == "Ask Mara.\nThen the mayor."
