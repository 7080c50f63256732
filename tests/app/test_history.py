"""What became of an annotation, and going back to any state of it."""

import pytest

from annotations.review import Change
from annotations.store import Store
from reader.screens.article.screen import ArticleScreen
from reader.screens.history import HistoryScreen
from tests.app.driver import ARTICLE, Driver, Open, Statuses

RELABEL = ("tab", "tab", "e", *"fac", "enter")
"""The second name, which was suggested as a body, becomes a building."""


def kind(store: Store, text: str) -> str | None:
    found = [each.kind for each in store.annotations.of(ARTICLE.id) if each.text == text]
    return found[0] if found else None


async def to_history(reader: Driver) -> None:
    await reader.press("g", "h")
    assert isinstance(reader.app.screen, HistoryScreen)


async def test_every_state_with_what_differs_from_the_one_before(opened: Open) -> None:
    async with opened() as reader:
        await reader.press(*RELABEL, "t", *"old", "enter", "U")
        await to_history(reader)
        shown = reader.shown()
    assert "History of “Marrow Bridge” (FAC) in “River takes bridge”" in shown
    assert "suggested by test 1" in shown
    assert "label        ORG → FAC" in shown
    assert "tag “Marrow Bridge” (FAC), undone" in shown
    assert "tags         old" in shown
    assert "2 edits" in shown


async def test_back_to_the_suggestion_as_a_new_edit(
    opened: Open, store: Store, statuses: Statuses
) -> None:
    async with opened() as reader:
        await reader.press(*RELABEL)
        await to_history(reader)
        await reader.press("g", "g", "r")
        assert "went back: restore “Marrow Bridge” FAC → ORG; U undoes it" in reader.shown()
        assert statuses()["Marrow Bridge"] == "suggested"
        assert [each.action for each in store.edits.history()] == ["restore", "relabel"]
        await reader.press("r")
        assert "it is so already" in reader.shown()
        await reader.press("U")
        assert kind(store, "Marrow Bridge") == "FAC"
        await reader.press("ctrl+y")
        assert kind(store, "Marrow Bridge") == "ORG"
        await reader.press("escape")
        assert reader.focused == "Marrow Bridge"
        assert "label ORG" in reader.shown()


async def test_a_removed_one_comes_back_from_the_log(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("v", "w", "w", "enter", *"person", "enter", "delete")
        assert kind(store, "Mayor Ines") is None
        await reader.press("g", "l", "g", "h")
        await reader.until(lambda: "which was removed" in reader.shown())
        await reader.press("k", "r")
        await reader.until(lambda: kind(store, "Mayor Ines") == "PERSON")
        await reader.until(lambda: "which was removed" not in reader.shown())
        await reader.press("G", "k", "r")
        await reader.until(lambda: kind(store, "Mayor Ines") is None)


async def test_enter_goes_to_where_it_stands(opened: Open) -> None:
    async with opened() as reader:
        await reader.press(*RELABEL)
        await to_history(reader)
        await reader.press("enter")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert len(reader.app.screen_stack) == 1
        assert reader.focused == "Marrow Bridge"


async def test_there_has_to_be_an_annotation(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("g", "h")
        assert "There is no annotation under the cursor" in reader.shown()


async def test_what_nobody_has_touched_has_one_state(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await to_history(reader)
        assert "0 edits" in reader.shown()
        await reader.press("r")
        assert "it is so already" in reader.shown()


async def test_what_others_do_to_it_is_followed(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await to_history(reader)
        before = store.annotations.of(ARTICLE.id)[0]
        change = Change(before=before, after=before.of_kind("ORG"))
        store.edits.annotations(ARTICLE.id, "relabel", [change])
        await reader.until(lambda: "label        PERSON → ORG" in reader.shown())


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_it_fits_any_screen(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await reader.press(*RELABEL)
        await to_history(reader)
        assert "ORG → FAC" in reader.shown()
        await reader.press("g", "g")
        assert "suggested by test 1" in reader.shown()
