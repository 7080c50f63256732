"""Edits of many articles that take their time: seen, stopped, and never lost by leaving."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.model import Article
from annotations.store import Store
from annotations.store.progress import Report
from reader.keyboard.keymap import keymap
from reader.messages import EditArticles
from reader.services.long_edits import LongEdit
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from tests.app.driver import ARTICLE, Open, Statuses


@dataclass
class Slow:
    """An edit that tags an article, and is done only when it is told to go on."""

    tag: str = "slow"
    begun: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def __call__(self, store: Store, report: Report) -> str:
        keys = list(store.articles.keys())

        def told(done: int, total: int) -> None:
            self.begun.set()
            self.go_on.wait(10)
            report(done, total)

        store.bulk.reporting(told).tag(keys, add=[self.tag])
        return f"put {self.tag} on"

    @property
    def message(self) -> EditArticles:
        return EditArticles(LongEdit("tagging", self))


@pytest.fixture
def tags(store: Store) -> Callable[[], tuple[str, ...]]:
    """The tags of the article, as they are committed."""
    return lambda: store.articles.get(ARTICLE.id).tags


async def test_what_goes_on_is_shown(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tags: Callable[[], tuple[str, ...]]
) -> None:
    monkeypatch.setattr("reader.services.editing._TOLD_EVERY", 0)
    slow = Slow()
    async with opened(article=None) as reader:
        reader.app.post_message(slow.message)
        reader.app.post_message(Slow(tag="next", go_on=slow.go_on).message)
        await reader.until(slow.begun.is_set)
        assert tags() == ()
        slow.go_on.set()
        await reader.until(lambda: "put next on" in reader.shown())
        assert tags() == ("slow", "next")
        assert "tagging" not in reader.shown()


async def test_how_far_it_is(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.services.editing._TOLD_EVERY", 0)
    go_on = threading.Event()

    def edit(store: Store, report: Report) -> str:
        report(43, 100)
        go_on.wait(10)
        return "did it"

    async with opened(article=None) as reader:
        reader.app.post_message(EditArticles(LongEdit("rejecting", edit)))
        await reader.until(lambda: "rejecting 43%; Esc stops it" in reader.shown())
        go_on.set()
        await reader.until(lambda: "did it" in reader.shown())
        assert "43%" not in reader.shown()


async def test_escape_stops_it_and_nothing_is_changed(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    slow, behind = Slow(), Slow(tag="behind")
    async with opened(article=None) as reader:
        reader.app.post_message(slow.message)
        reader.app.post_message(behind.message)
        await reader.until(slow.begun.is_set)
        await reader.pilot.press("escape")
        await reader.until(lambda: not reader.app.editing._waiting)
        slow.go_on.set()
        await reader.until(lambda: "stopped tagging: nothing was changed" in reader.shown())
        await reader.settle()
        assert tags() == () and not behind.begun.is_set()
        await reader.press("t", "x", "enter")
        assert tags() == ("x",)


async def test_leaving_waits_until_it_is_saved(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    slow = Slow()
    async with opened(article=None) as reader:
        reader.app.post_message(slow.message)
        await reader.until(slow.begun.is_set)
        await reader.pilot.press("q")
        assert "closeread ends once this is saved" in reader.shown()
        assert reader.app.is_running
        slow.go_on.set()
        await reader.until(lambda: not reader.app.is_running or reader.app._exit)
    assert tags() == ("slow",)


async def test_leaving_twice_leaves_at_once(
    opened: Open, tags: Callable[[], tuple[str, ...]]
) -> None:
    slow = Slow()
    async with opened(article=None) as reader:
        reader.app.post_message(slow.message)
        await reader.until(slow.begun.is_set)
        await reader.pilot.press("q")
        threading.Timer(0.3, slow.go_on.set).start()
        await reader.pilot.press("q")
        await reader.until(lambda: reader.app._exit)
    assert tags() == ()


async def test_an_article_can_be_read_meanwhile_and_says_why_it_cannot_be_edited(
    opened: Open, statuses: Statuses
) -> None:
    slow = Slow()
    async with opened() as reader:
        await reader.press("tab")
        reader.app.post_message(slow.message)
        await reader.until(slow.begun.is_set)
        await reader.pilot.press("a")
        assert "wait until many articles are edited" in reader.shown()
        assert set(statuses().values()) == {"suggested"}
        slow.go_on.set()
        await reader.until(lambda: "put slow on" in reader.shown())
        await reader.press("a")
        assert statuses()["Ines Calder"] == "accepted"


async def test_what_fails_is_told(opened: Open) -> None:
    def edit(store: Store, report: Report) -> str:
        raise StoreError("The disk is full.", hint="Free some space.")

    async with opened(article=None) as reader:
        reader.app.post_message(EditArticles(LongEdit("tagging", edit)))
        await reader.until(lambda: "The disk is full." in reader.shown())
        await reader.settle()


async def test_edits_are_signed_with_the_chosen_name(opened: Open, store: Store) -> None:
    configuration = Configuration(path=Path("config.toml"), settings=Settings(annotator="mira"))
    store.articles.add_one(Article(id="b", title="Bus", text="A bus stopped."))
    async with opened(article=None, configuration=configuration) as reader:
        await reader.press("asterisk", "t", "x", "enter")
    assert store.edits.history()[0].annotator == "mira"


@pytest.mark.parametrize("keys", [">", "|", "]qQi", "]q:accept quotes\r"])
async def test_no_other_edit_is_begun_meanwhile(
    opened: Open, statuses: Statuses, keys: str
) -> None:
    slow = Slow()
    async with opened() as reader:
        await reader.press("tab", "l")
        reader.app.post_message(slow.message)
        await reader.until(slow.begun.is_set)
        reader.hand_over(keys)
        await reader.until(lambda: "wait until many articles are edited" in reader.shown())
        assert set(statuses().values()) == {"suggested"}
        slow.go_on.set()
        await reader.until(lambda: "put slow on" in reader.shown())
    assert set(statuses().values()) == {"suggested"}


async def test_an_article_that_is_opened_meanwhile_waits_too(
    opened: Open, statuses: Statuses
) -> None:
    slow = Slow()
    async with opened(article=None) as reader:
        reader.app.post_message(slow.message)
        await reader.until(slow.begun.is_set)
        reader.hand_over("\r\ta")
        await reader.until(lambda: "wait until many articles are edited" in reader.shown())
        assert set(statuses().values()) == {"suggested"}
        slow.go_on.set()
        await reader.until(lambda: "put slow on" in reader.shown())


async def test_the_chosen_key_undoes_them(opened: Open) -> None:
    keys, problems = keymap({"library.undo": ("f7",)})
    assert problems == []
    chosen = Configuration(path=Path("config.toml"), settings=Settings(keymap=keys))
    async with opened(article=None, configuration=chosen) as reader:
        await reader.press("asterisk", "t", "x", "enter")
        assert "tagged 1 article; F7 undoes it" in reader.shown()
