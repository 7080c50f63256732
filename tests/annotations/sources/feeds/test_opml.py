"""Lists of feeds."""

import pytest

from annotations.model import Article
from annotations.sources import Options, input_of_bytes, read_input
from annotations.sources.network.opening import fetching
from tests.site import Site

FEED = "<rss><channel><title>{0}</title><item><title>{0}</title><description>It rained in {0}."
FEED += "</description></item></channel></rss>"


def opml(site: Site) -> bytes:
    return f"""<?xml version="1.0"?><opml version="1.0"><head><title>My feeds</title></head><body>
    <outline text="News"><outline type="rss" text="A" xmlUrl="{site.address}/a"/>
    <outline type="rss" text="Gone" xmlUrl="{site.address}/gone"/>
    <outline text="B" xmlUrl="{site.address}/b"/></outline>
    <outline text="A again" xmlUrl="{site.address}/a"/></body></opml>""".encode()


def test_the_articles_of_all_feeds(site: Site) -> None:
    site.add("/a", FEED.format("Visborg"))
    site.add("/b", FEED.format("Lund"))
    given = input_of_bytes(opml(site), name="feeds.opml")
    options = Options(fetch=fetching(allow_private=True), is_known=lambda name: True)
    found = list(read_input(given, options))
    assert [item.text if isinstance(item, Article) else str(item) for item in found] == [
        "It rained in Visborg.",
        f"{site.address}/gone was not opened: 404 Not Found.",
        "It rained in Lund.",
    ]


def test_one_that_was_not_named_is_told_of(site: Site) -> None:
    given = input_of_bytes(opml(site), name="feeds.opml")
    assert [str(item) for item in read_input(given)] == [
        "feeds.opml lists 3 feeds, not opened. Name the file itself to have them fetched."
    ]
    assert site.asked == []


@pytest.mark.parametrize("body", ["", "<outline", '<outline xmlUrl="file:///etc/passwd"/>'])
def test_without_feeds(body: str) -> None:
    given = input_of_bytes(f"<opml><body>{body}".encode(), name="a.opml")
    assert [str(item) for item in read_input(given)] == ["a.opml has no feeds to the web."]
