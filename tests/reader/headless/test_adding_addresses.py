"""`closeread add` with addresses, and with --watch."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotations.store import Store
from reader.headless import watching
from tests.site import Site

Call = Callable[..., Any]

FEED = "<rss><channel><title>Wire</title><item><title>A</title><guid>urn:a</guid>"
FEED += "<description>{}</description></item></channel></rss>"


def test_an_address_is_added_as_any_file(call: Call, store: Store, site: Site) -> None:
    address = site.add("/a", "One.")
    assert call("add", "--allow-private", address).messages == [
        "1 added, 0 unchanged, 0 in conflict, 0 failed."
    ]
    [article] = store.articles.iterate()
    assert (article.text, article.url, article.read_from) == ("One.", address, address)
    assert call("add", "--allow-private", address).messages == [
        "0 added, 1 unchanged, 0 in conflict, 0 failed."
    ]


def test_a_changed_page_is_a_new_version(call: Call, store: Store, site: Site) -> None:
    text = "The harbour of Visborg was closed on Monday. Twelve sailors were missing."
    call("add", "--allow-private", site.add("/a", text))
    outcome = call("add", "--allow-private", site.add("/a", text + " Two were found."))
    assert outcome.messages[-1] == "new version: 1 article, 0 annotations carried over."


def test_private_addresses_and_others_that_fail(call: Call, store: Store, site: Site) -> None:
    address = site.add("/a", "One.")
    outcome = call("add", address, "ftp://a.example/b")
    assert outcome.status == 1
    assert outcome.messages == [
        f"{address} is on a private machine or network, and was not opened. "
        "--allow-private opens addresses on your own machine and network.",
        "ftp://a.example/b is not fetched: closeread opens http and https alone. "
        "Download it with another program, and add the file.",
        "0 added, 0 unchanged, 0 in conflict, 2 failed.",
    ]
    assert site.asked == []


def test_bookmarks_that_are_named_are_fetched_and_resumed(
    call: Call, store: Store, site: Site
) -> None:
    address = site.add("/a", "One.")
    Path("urls.txt").write_text(f"{address}\n{site.address}/gone\n")
    outcome = call("add", "--allow-private", "urls.txt")
    assert outcome.messages[-1] == "1 added, 0 unchanged, 0 in conflict, 1 failed."
    again = call("add", "--allow-private", "urls.txt")
    assert again.messages[-2:] == [
        "urls.txt: 1 of 2 links are in the library already.",
        "0 added, 0 unchanged, 0 in conflict, 1 failed.",
    ]
    assert site.paths == ["/a", "/gone", "/gone"]


def test_bookmarks_in_a_folder_are_not(call: Call, store: Store, site: Site) -> None:
    Path("news").mkdir()
    Path("news/urls.txt").write_text(site.add("/a", "One."))
    outcome = call("add", "--allow-private", "news")
    assert outcome.messages[0] == (
        "news/urls.txt lists 1 link, not opened. Name the file itself to have them fetched."
    )
    assert site.asked == []


def test_annotating_an_address(call: Call, site: Site, detectors: list[Any]) -> None:
    outcome = call("annotate", "--allow-private", site.add("/a", "One."))
    assert '"text":"One."' in outcome.output.replace(": ", ":")


class Clock:
    """Time that passes only while somebody sleeps, and ends as Ctrl+C does."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.happenings: Iterator[Callable[[], object]] = iter(())

    def sleep(self, seconds: float) -> None:
        """Let the next thing happen meanwhile."""
        self.now += seconds
        happening = next(self.happenings, None)
        if happening is None:
            raise KeyboardInterrupt
        happening()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    real = watching.watch

    def watch(*words: Any, **more: Any) -> int:
        return real(*words, **more, clock=lambda: made.now, sleep=made.sleep)

    monkeypatch.setattr(watching, "watch", watch)
    monkeypatch.setattr("time.strftime", lambda form: "12:34")
    return made


def test_watching_a_feed_and_a_folder(
    call: Call, store: Store, site: Site, clock: Clock, detectors: list[Any]
) -> None:
    feed = site.add("/feed", FEED.format("A whole story. " * 40))
    Path("news").mkdir()
    nothing = [lambda: None] * 500

    def a_file_comes() -> None:
        Path("news/b.txt").write_text("From the folder.")

    def the_feed_changes() -> None:
        site.add("/feed", FEED.format("A whole story. " * 40 + "It went on."))

    clock.happenings = iter([a_file_comes, *nothing, the_feed_changes, *nothing])
    outcome = call("add", "--allow-private", "--watch", "--detect", "news", feed, "--every", "5")
    assert outcome.status == 0
    assert outcome.messages == [
        "Watching 2 folders and feeds; Ctrl+C ends it.",
        "12:34 news: nothing new.",
        f"12:34 {feed}: 1 added.",
        "The detector ran on 1 articles and found 1 annotations.",
        "12:34 news: 1 added.",
        "The detector ran on 1 articles and found 1 annotations.",
        f"12:34 {feed}: 1 new version.",
        "The detector ran on 1 articles and found 1 annotations.",
        "Watching ended: 2 added, 1 new version.",
    ]
    assert len(site.asked) == 7


def test_watching_what_is_gone_ends(call: Call, store: Store, site: Site, clock: Clock) -> None:
    address = site.add("/feed", status=410)
    outcome = call("add", "--allow-private", "--watch", address)
    assert outcome.status == 1
    assert outcome.messages == [
        f"Watching {address}; Ctrl+C ends it.",
        f"{address} was not opened: 410 Gone.",
        "Watching ended: nothing came.",
    ]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("add", "--watch", "-"), "Standard input cannot be watched: it ends."),
        (("add", "--every", "5", "a.txt"), "--every goes with --watch alone."),
    ],
)
def test_wrong_usage(call: Call, words: tuple[str, ...], problem: str) -> None:
    outcome = call(*words)
    assert (outcome.status, outcome.messages) == (2, [problem])


@pytest.mark.parametrize("minutes", ["0", "-1", "x", "nan", "inf", "99999"])
def test_how_often_is_in_minutes(call: Call, minutes: str) -> None:
    outcome = call("add", "--watch", "a", "--every", minutes)
    assert outcome.status == 2
    assert "give minutes, 1 to 10080" in outcome.messages[-1]


def test_a_teaser_does_not_take_the_place_of_its_page(call: Call, store: Store, site: Site) -> None:
    page = "Twelve people were killed when the quay gave way.\n\nDivers went on until night."
    item = (
        "<guid>urn:a</guid><link>/quay</link><description>Twelve people were killed …</description>"
    )
    site.add("/quay", page)
    feed = site.add("/feed", f"<rss><channel><item>{item}</item></channel></rss>")
    call("add", "--allow-private", "--full", feed)
    outcome = call("add", "--allow-private", feed)
    assert outcome.messages[-1] == "0 added, 1 unchanged, 0 in conflict, 0 failed."
    assert store.articles.get("urn:a").text == page


def test_what_is_opened_is_fetched_once(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotations.sources import read_all
    from reader import launch
    from reader.app import ReaderApp

    shown: list[Any] = []

    def run(app: ReaderApp) -> int:
        added = list(read_all(app._paths, app.session.reading))
        shown.extend([app._article, *added])
        return 0

    monkeypatch.setattr(launch, "_run", run)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("reader.headless.opening.require_terminal", lambda: None)
    from reader.cli import main

    assert main([site.add("/a", "One."), "--allow-private"]) == 0
    first, added = shown
    assert (first.text, added.text) == ("One.", "One.")
    assert site.paths == ["/a"]
