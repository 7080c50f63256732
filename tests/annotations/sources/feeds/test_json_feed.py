"""JSON Feed."""

import json

import pytest

from annotations.model import Article
from annotations.sources import Options, input_of_bytes, read_input
from annotations.sources.feeds.json_feed import KIND
from annotations.sources.head import Head

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Delta Daily",
    "home_page_url": "https://delta.example/",
    "feed_url": "https://delta.example/feed.json",
    "language": "en-US",
    "authors": [{"name": "Desk"}],
    "items": [
        {
            "id": "https://delta.example/1",
            "url": "/1",
            "title": "Three held",
            "content_html": "<p>Three men were held.</p><p>Nobody was hurt.</p>",
            "summary": "Three.",
            "date_published": "2026-03-02T10:00:00+01:00",
            "authors": [{"name": "Anna Lind"}, {"url": "x"}],
            "tags": ["Law", "x"],
        },
        {"id": 2, "content_text": "Rain fell.\nIt stopped.", "author": "nonsense"},
        "nonsense",
    ],
}


def read(feed: object) -> list[object]:
    given = input_of_bytes(json.dumps(feed).encode(), name="feed.json")
    return list(read_input(given, Options()))


def test_items_are_articles() -> None:
    first, second = read(FEED)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "Three men were held.\n\nNobody was hurt."
    assert (first.id, first.url) == ("https://delta.example/1", "https://delta.example/1")
    assert (first.byline, first.section, first.language) == (("Anna Lind",), "Law", "en")
    assert first.published == "2026-03-02T10:00:00+01:00"
    assert (second.id, second.title) == ("https://delta.example/feed.json#2", "Rain fell.")
    assert (second.text, second.byline) == ("Rain fell.\n\nIt stopped.", ("Desk",))


@pytest.mark.parametrize(
    ("feed", "problem"),
    [
        (FEED | {"items": None}, "feed.json is a JSON feed without items."),
        (FEED | {"items": []}, "feed.json is a feed without entries."),
    ],
)
def test_what_is_missing_is_told(feed: object, problem: str) -> None:
    assert [str(item) for item in read(feed)] == [problem]


def test_one_that_breaks_off() -> None:
    given = input_of_bytes(json.dumps(FEED, indent=1).encode()[:-40], name="feed.json")
    [problem] = read_input(given)
    assert str(problem) == "feed.json is a JSON feed that breaks off."


def test_it_is_known_by_its_version() -> None:
    escaped = json.dumps(FEED).replace("/", "\\/")
    assert KIND.recognises(Head(data=escaped.encode(), name="a"))
    assert not KIND.recognises(Head(data=b'{"version": "1", "items": []}', name="feed.json"))
