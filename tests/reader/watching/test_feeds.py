"""Feeds that are watched."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from annotations.model import Article
from annotations.sources import Address, Options
from annotations.sources.network.fetching import Fetcher
from annotations.store import Store
from reader.watching.feeds import WatchedFeed
from reader.watching.rounds import NEVER
from tests.site import Site

NOON = 1_800_000_000.0
FEED = "<rss><channel><title>Wire</title><item><title>A</title><description>{}</description></item>"
FEED += "</channel></rss>"


class Scene:
    """A store, a clock, and who watches."""

    def __init__(self, store: Store, address: str) -> None:
        self.store = store
        self.address = address
        self.now = NOON
        self.watched = self.watch()

    def watch(self, *, full: bool = False) -> WatchedFeed:
        """Begin to watch, as after a restart."""
        fetcher = Fetcher(allow_private=True)
        self.watched = WatchedFeed(
            Address(self.address),
            every=1800,
            fetcher=fetcher,
            options=Options(full=full, fetch=fetcher),
            feeds=self.store.feeds,
            clock=lambda: self.now,
        )
        return self.watched

    def look(self, *, settle: bool = True) -> list[str]:
        """What a look brings when it is due."""
        self.now = max(self.now, self.watched.due)
        items = list(self.watched.look())
        if settle:
            self.watched.settle()
        return [item.text if isinstance(item, Article) else str(item) for item in items]

    @property
    def waits(self) -> float:
        """Seconds until the next look."""
        return self.watched.due - self.now


@pytest.fixture
def scene(site: Site, blank: Path, tmp_path: Path) -> Iterator[Scene]:
    with Store.open(Path(copy(blank, tmp_path / "store.db"))) as store:
        yield Scene(store, f"{site.address}/feed")


def test_what_has_not_changed_is_not_sent_again(scene: Scene, site: Site) -> None:
    site.add(
        "/feed", FEED.format("One."), ETag='"1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT"
    )
    assert (scene.look(), scene.waits) == (["One."], 1800)
    assert (scene.look(), scene.waits) == ([], 1800)
    scene.watch()
    assert scene.look() == []
    site.add("/feed", FEED.format("Two."), ETag='"2"')
    assert scene.look() == ["Two."]
    sent = [headers.get("if-none-match") for _, headers in site.asked]
    assert sent == [None, '"1"', '"1"', '"1"']
    assert site.asked[1][1]["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"


def test_an_entry_that_cannot_be_read_is_told_once(scene: Scene, site: Site) -> None:
    site.add("/feed", "<rss><channel><item><link>https://a.example</link></item></channel></rss>")
    assert scene.look() == [f"{site.address}/feed, entry 1 has no text."]
    assert scene.look() == []


def test_what_was_not_kept_is_asked_for_again(scene: Scene, site: Site) -> None:
    site.add("/feed", FEED.format("One."), ETag='"1"')
    scene.look(settle=False)
    scene.watch()
    assert scene.look() == ["One."]


def test_that_entries_are_known_does_not_mean_that_pages_are(scene: Scene, site: Site) -> None:
    site.add("/feed", FEED.format("One."), ETag='"1"')
    scene.look()
    scene.watch(full=True)
    assert scene.look() == ["One."]


def test_failures_are_told_once_and_backed_off(scene: Scene, site: Site) -> None:
    site.add("/feed", status=500)
    told = f"{site.address}/feed was not opened: 500 Internal Server Error."
    assert (scene.look(), scene.waits) == ([told], 3600)
    assert (scene.look(), scene.waits) == ([], 7200)
    site.add("/feed", FEED.format("One."))
    assert (scene.look(), scene.waits) == (["One."], 1800)
    site.add("/feed", status=500)
    assert (scene.look(), scene.waits) == ([told], 3600)
    for _ in range(20):
        scene.look()
    assert scene.waits == 86_400


def test_a_server_is_left_alone_for_as_long_as_it_asks(scene: Scene, site: Site) -> None:
    site.add("/feed", status=429, Retry_After="20000")
    scene.look()
    assert scene.waits == 20_000
    scene.watch()
    assert scene.waits == 20_000
    site.add("/feed", FEED.format("One."), Retry_After="7000")
    assert (scene.look(), scene.waits) == (["One."], 7000)
    site.add("/feed", status=503, Retry_After="999999999")
    scene.look()
    assert scene.waits == 86_400


def test_a_feed_that_is_gone_for_good_is_not_asked_again(scene: Scene, site: Site) -> None:
    site.add("/feed", status=410)
    assert scene.look() == [f"{site.address}/feed was not opened: 410 Gone."]
    assert scene.watched.due == NEVER


def test_what_is_no_address_is_told_and_not_tried_again(scene: Scene) -> None:
    scene.address = "ftp://anna:secret@a.example/feed"
    scene.watch()
    [problem] = scene.look()
    assert problem.startswith("ftp://a.example/feed is not fetched")
    assert scene.watched.due == NEVER
