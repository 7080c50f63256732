"""RSS and Atom."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Options, input_of_bytes, read_input
from annotations.sources.feeds.xml_feed import KIND
from annotations.sources.head import Head

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="feed.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Harbour &amp; Coast Monitor</title>
<atom:link href="https://harbour.example/feed/" rel="self" type="application/rss+xml"/>
<link>https://harbour.example</link>
<language>en-GB</language>
<item>
<title>Twelve killed at &#8216;old&#8217; quay</title>
<link>https://harbour.example/2026/quay/</link>
<dc:creator><![CDATA[Anna Lind]]></dc:creator>
<dc:creator><![CDATA[Jo Berg]]></dc:creator>
<pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate>
<category><![CDATA[World]]></category><category><![CDATA[quay]]></category>
<guid isPermaLink="false">https://harbour.example/?p=4711</guid>
<description><![CDATA[<p>Twelve people were killed when the quay gave way [&#8230;]</p>
<p>The post <a href="x">Twelve killed</a> appeared first on <a href="y">Harbour</a>.</p>
]]></description>
<content:encoded><![CDATA[<p>Twelve people were killed when the quay gave way.</p>
<script>alert("no")</script>
<p>“It fell,” the mayor <b>said</b>.</p>
<p>The post <a href="x">Twelve killed</a> appeared first on <a href="y">Harbour</a>.</p>
]]></content:encoded>
</item>
<item>
<title>Ferry late</title>
<link>/ferry</link>
<guid isPermaLink="false">12</guid>
<description>The ferry was two hours late &lt;a href="x"&gt;Continue reading&lt;/a&gt;</description>
<pubDate>Tue, 03 Mar 2026 09:00:00 EST</pubDate>
</item>
</channel>
</rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom" xml:base="https://delta.example/">
<title type="html">Delta &amp;amp; Daily</title>
<id>tag:delta.example,2026:feed</id>
<updated>2026-03-02T12:00:00Z</updated>
<author><name>Desk</name></author>
<entry>
<title type="html">&lt;b&gt;Three&lt;/b&gt; held</title>
<link rel="enclosure" href="https://delta.example/a.mp3"/>
<link rel="alternate" href="held.html"/>
<id>tag:delta.example,2026:1</id>
<published>2026-03-01T23:30:00-05:00</published>
<updated>2026-03-02T12:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three men were held.</p>
<p>Nobody was hurt.</p></div></content>
</entry>
</feed>"""

RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/rdf"><title>Old Wire</title>
<link>https://old.example/</link></channel>
<item rdf:about="https://old.example/1"><title>Flood</title><link>https://old.example/1</link>
<description>Two villages were flooded.</description><dc:date>2004-05-06T07:08:09+02:00</dc:date>
</item></rdf:RDF>"""

RSS_091 = """

<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Very Old Wire</title><link>https://very.example/</link>
<item><title>Storm</title><link>https://very.example/storm</link>
<description>A storm&nbsp;&mdash; the third &copy;.</description></item></channel></rss>"""


def read(data: str | bytes, **options: object) -> list[Article]:
    """The articles of a feed, none of which fails."""
    found = list(read_raw(data, **options))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def read_raw(data: str | bytes, **options: object) -> list[Article | SourceError]:
    raw = data.encode() if isinstance(data, str) else data
    given = input_of_bytes(raw, name="feed.xml")
    return list(read_input(given, Options(**options)))  # type: ignore[arg-type]


def test_rss_as_wordpress_writes_it() -> None:
    first, second = read(RSS)
    assert first.text == (
        "Twelve people were killed when the quay gave way.\n\n“It fell,” the mayor said."
    )
    assert (first.id, first.title) == (
        "https://harbour.example/?p=4711",
        "Twelve killed at ‘old’ quay",
    )
    assert first.source == "Harbour & Coast Monitor"
    assert first.url == "https://harbour.example/2026/quay/"
    assert first.published == "2026-03-02T10:00:00+01:00"
    assert (first.byline, first.section, first.tags) == (("Anna Lind", "Jo Berg"), "World", ())
    assert (first.language, first.read_from, first.origin) == ("en", "feed.xml, entry 1", None)
    assert second.id == "https://harbour.example#12"
    assert second.url == "https://harbour.example/ferry"
    assert second.text == "The ferry was two hours late Continue reading"
    assert second.published == "2026-03-03T09:00:00-05:00"


def test_atom() -> None:
    [article] = read(ATOM)
    assert article.text == "Three men were held.\n\nNobody was hurt."
    assert (article.id, article.title, article.source) == (
        "tag:delta.example,2026:1",
        "Three held",
        "Delta & Daily",
    )
    assert article.url == "https://delta.example/held.html"
    assert article.published == "2026-03-01T23:30:00-05:00"
    assert article.updated == "2026-03-02T12:00:00+00:00"
    assert article.language == "en"


def test_rss_of_old() -> None:
    [article] = read(RSS_1)
    assert (article.title, article.text) == ("Flood", "Two villages were flooded.")
    assert (article.source, article.published) == ("Old Wire", "2004-05-06T07:08:09+02:00")
    [article] = read(RSS_091)
    assert article.text == "A storm\N{NO-BREAK SPACE}— the third ©."


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_charsets(charset: str) -> None:
    feed = (
        ATOM.replace("Three men", "Trois cafés")
        .replace("“", "")
        .replace('encoding="utf-8"', f'encoding="{charset}"')
    )
    [article] = read(feed.encode(charset))
    assert article.text.startswith("Trois cafés")


def test_what_is_only_the_beginning_is_told() -> None:
    told: list[str] = []
    read(RSS, tell=told.append)
    assert told == [
        "feed.xml: 1 of 2 entries hold only the beginning of an article; --full fetches the pages "
        "behind them."
    ]


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    told: list[str] = []
    cut = RSS[: RSS.index("two hours late") + 8]
    articles = read(cut, tell=told.append)
    assert [article.title for article in articles] == ["Twelve killed at ‘old’ quay", "Ferry late"]
    assert told[-1] == "feed.xml breaks off; it was read as far as it goes."


def test_numbers_are_ids_within_their_feed_alone() -> None:
    other = RSS.replace("https://harbour.example<", "https://other.example<")
    assert read(RSS)[1].id != read(other)[1].id
    assert read(RSS)[0].id == read(other)[0].id


def test_one_id_for_all_entries_is_none() -> None:
    feed = RSS.replace(">12</guid>", ">https://harbour.example/?p=4711</guid>")
    first, second = read(feed)
    assert first.id == "https://harbour.example/?p=4711"
    assert len(second.id) == 16


def test_the_hash_tells_whether_an_entry_has_changed() -> None:
    first, second = read(RSS)
    changed, same = read(RSS.replace("gave way.", "collapsed."))
    assert (changed.sha256 == first.sha256, same.sha256 == second.sha256) == (False, True)


def test_without_entries_or_text() -> None:
    assert [str(item) for item in read_raw("<rss><channel><title>A</title></channel></rss>")] == [
        "feed.xml is a feed without entries."
    ]
    empty = "<rss><channel><item><link>https://a.example</link></item></channel></rss>"
    assert [str(item) for item in read_raw(empty)] == ["feed.xml, entry 1 has no text."]


def test_more_tags_than_a_feed_has() -> None:
    [problem] = read_raw(RSS.replace("Ferry late", "<a>" * 300_000))
    assert str(problem) == "feed.xml is a feed with more than 300,000 tags."


def test_nothing_that_a_terminal_obeys() -> None:
    feed = RSS.replace("Ferry late", "Ferry &#27;[31m\u202elate [red]")
    title = read(feed)[1].title
    assert "\x1b" not in title
    assert "\u202e" not in title
    assert title.endswith("[red]")


def _entities(depth: int) -> str:
    lines = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 50}">' for n in range(depth)
    )
    return f"<!DOCTYPE rss [{lines}]>" + RSS[RSS.index("<rss") :].replace(
        "Ferry late", f"&a{depth - 1};"
    )


HOSTILE: dict[str, Callable[[], str]] = {
    "entities": lambda: _entities(9),
    "outside": lambda: RSS.replace(
        "<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1
    ).replace("Ferry late", "&x;"),
    "deep": lambda: RSS.replace("Ferry late", "<a>" * 5_000),
    "deep in HTML": lambda: RSS.replace("“It fell", "<div>" * 20_000),
    "NUL": lambda: RSS.replace("Ferry", "Fer\0ry"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_feeds_end_in_articles_or_errors(name: str) -> None:
    for item in read_raw(HOSTILE[name]()):
        assert isinstance(item, Article | SourceError)
        if isinstance(item, Article):
            assert "root:" not in item.title
            assert len(item.title) < 10_000


@settings(max_examples=40)
@for_all(st.integers(0, len(RSS)), st.integers(0, 40), st.text(max_size=8))
def test_any_feed_ends_in_articles_or_errors(at: int, cut: int, put: str) -> None:
    mutated = (RSS[:at] + put + RSS[at + cut :]).encode("utf-8", errors="replace")
    for item in read_input(input_of_bytes(mutated, name="a")):
        assert isinstance(item, Article | SourceError)


@pytest.mark.parametrize("feed", [RSS, ATOM, RSS_1, RSS_091, "Warning: x\n" + RSS])
def test_feeds_are_known_by_their_beginning(feed: str) -> None:
    assert KIND.recognises(Head(data=feed.encode(), name="a"))


@pytest.mark.parametrize(
    "other",
    [
        '<!DOCTYPE html><html><p>&lt;rss version="2.0"> <rss version="2.0"></p></html>',
        '<feed xmlns="urn:something"/>',
        '<rdf:RDF xmlns:rdf="x" xmlns:foaf="y"/>',
        "Feed the <rssx> animals.",
        "",
    ],
)
def test_others_are_not(other: str) -> None:
    assert not KIND.recognises(Head(data=other.encode(), name="a.xml"))


def test_a_feed_is_read_from_a_stream() -> None:
    from annotations.sources import read_standard_input

    assert len(list(read_standard_input(io.BytesIO(RSS.encode())))) == 2
