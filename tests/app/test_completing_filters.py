"""Tab in the filter of the library."""

from collections.abc import Callable
from threading import Event

import pytest
from textual.widgets import Input

from annotations.filters import Key
from annotations.model import Article
from annotations.store import Store
from annotations.store.vocabulary import Vocabulary
from tests.app.driver import Driver, Open


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    store.articles.add_one(
        Article(id="b", title="Bus stops", text="A bus.", source="Evening Mail", tags=("bus",))
    )


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets a store answer that is silent before, when asked how something can go on."""
    answered, beginning = Event(), Vocabulary.beginning

    def wait(vocabulary: Vocabulary, key: Key, begun: str) -> list[str]:
        answered.wait(30)
        return beginning(vocabulary, key, begun)

    monkeypatch.setattr(Vocabulary, "beginning", wait)
    return answered.set


def typed(reader: Driver) -> str:
    return reader.library.query_one(Input).value


@pytest.mark.parametrize(
    ("begun", "completed", "count"),
    [
        ("so", "source:", "2 articles"),
        ("source:ev", 'source:"Evening Mail"', "1 article"),
        ("bus tag:", "bus tag:bus", "1 article"),
        ("place:o", "place:Oldport", "1 article"),
        ("person:", 'person:"Ines Calder"', "1 article"),
        ("is:b", "is:begun", "0 articles"),
    ],
)
async def test_tab_completes(opened: Open, begun: str, completed: str, count: str) -> None:
    async with opened(article=None) as reader:
        await reader.press("slash")
        await reader.type(begun)
        await reader.press("tab")
        assert typed(reader) == completed
        await reader.press("enter")
        assert count in reader.shown()


async def test_tab_goes_through_what_can_follow_and_shows_it(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        await reader.press("slash")
        assert "before: is: has:  Tab: more" in reader.shown()
        await reader.type("is:")
        await reader.press("tab")
        assert typed(reader) == "is:unrun"
        assert "foreign · new · unreviewed · begun · later" in reader.shown()
        await reader.press("tab")
        assert typed(reader) == "is:foreign"
        await reader.press("backspace")
        assert "begun · later" not in reader.shown()


async def test_what_there_is_is_told_first(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        await reader.press("slash")
        await reader.type("is:foo")
        assert "is none of unrun, foreign, new, unreviewed, begun, later," in reader.shown()


@pytest.mark.parametrize(("meanwhile", "then"), [("", "tag:bus"), ("x", "tag:x")])
async def test_keys_do_not_wait_for_the_store(
    opened: Open, answer: Callable[[], None], meanwhile: str, then: str
) -> None:
    async with opened(article=None) as reader:
        await reader.press("slash")
        await reader.pilot.press(*"tag", "colon", "tab", *meanwhile)
        assert typed(reader) == f"tag:{meanwhile}"
        answer()
        await reader.settle()
        assert typed(reader) == then
