"""Pages are read as files; what holds no article says so."""

import plistlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import input_of_bytes, read, read_input
from annotations.sources.head import Head
from annotations.sources.inputs import digest
from annotations.sources.web import mhtml, page, safari

FILES = Path(__file__).parents[1] / "files" / "web"
PAGE = (FILES / "pages" / "wordpress_blocks.html").read_bytes()


def one(data: bytes, name: str = "page.html") -> Article | str:
    """The article of an input, or the message of its error."""
    (item,) = read_input(input_of_bytes(data, name=name, origin=f"/n/{name}"))
    return item if isinstance(item, Article) else str(item)


def test_a_page_is_one_article() -> None:
    article = one(PAGE)
    assert isinstance(article, Article)
    assert article.title == "Market shelled for second day in Tel Zaruk"
    assert (article.source, article.section) == ("Northern Ledger", "Conflict")
    assert article.byline == ("Halima Sorrel",)
    assert (article.published, article.updated) == (
        "2023-02-14T17:42:08+00:00",
        "2023-02-15T06:03:51+00:00",
    )
    assert article.url == "https://northernledger.example/2023/02/14/market-shelled-second-day/"
    assert (article.language, article.origin) == ("en", "/n/page.html")
    assert article.sha256 == digest(PAGE)
    assert article.text.startswith("Mortar rounds struck the covered market")
    assert "\n\nMonday: four killed, eleven wounded\n\nTuesday:" in article.text


@pytest.mark.parametrize(
    "html",
    [
        b"<html><body><div id=app></div><script>run()</script></body></html>",
        b"<html><head><meta http-equiv=refresh content='0; url=/x'></head></html>",
        b"<!DOCTYPE html>",
    ],
)
def test_a_page_without_an_article_says_so(html: bytes) -> None:
    assert one(html) == (
        "page.html holds no article that can be read without running its scripts. "
        "Open the page in a browser and save it from there, complete or as one file."
    )


def test_the_stub_of_what_has_to_be_paid_for_is_no_article() -> None:
    html = b"""<html><head><script type="application/ld+json">{"@type": "NewsArticle",
    "isAccessibleForFree": false}</script></head><body><article><h1>Who sells the drones?</h1>
    <p>In the rubble of Stara Luka lay an engine of the kind that mowers for lawns have, and on it
    stood a number that leads to</p></article></body></html>"""
    assert one(html) == (
        "page.html holds only the beginning of an article that has to be paid for. "
        "Save the page while you are signed in."
    )


def test_hostile_pages_end_in_one_line() -> None:
    assert one(b"<html>" + b"<div>" * 50_000 + b"x") == "page.html is nested too deeply."
    assert str(mhtml_of_bytes(bytes(range(256)) * 9)).startswith("page.mhtml is not text.")
    assert one(b"<p>word</p>" * 1_000_000) == "page.html has more than 10 MB of markup."
    article = one(b"<html><body><p>" + b"Two people died there. " * 100_000)
    assert isinstance(article, Article)
    assert len(article.text) > 2_000_000


@pytest.mark.parametrize(
    ("data", "name", "is_page"),
    [
        (b"<!DOCTYPE html><p>x", "x", True),
        (b"\n<!-- saved from url=(1)x -->\n<HTML>", "x", True),
        (b"<?xml version='1.0'?><html xmlns='x'>", "x.xml", True),
        (b"<div>x</div>", "standard input", True),
        (b"Warning: x\n<html>", "x.html", True),
        (b"<rss></rss>", "x.html", False),
        (b"<div align=center>\n\n# x", "x.md", False),
        (b"just text", "x.html", False),
        (b"\x00\x01\x02" * 99, "x.html", False),
        (b"{}", "x", False),
    ],
)
def test_what_is_a_page(data: bytes, name: str, is_page: bool) -> None:
    assert page.recognises(Head(data=data, name=name)) == is_page


def saved(*parts: tuple[str, bytes], headers: str, start: str = "") -> bytes:
    """A page with what belongs to it, as browsers save it."""
    lines = [
        headers,
        f'Content-Type: multipart/related; type="text/html"; boundary="b"{start}',
        "",
        "",
    ]
    body = b"".join(
        b"--b\r\n" + head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + data + b"\r\n"
        for head, data in parts
    )
    return "\r\n".join(lines).encode() + body + b"--b--\r\n"


def mhtml_of_bytes(data: bytes) -> Article | str:
    return one(saved((HTML, data), headers=CHROME), "page.mhtml")


HTML = "Content-Type: text/html\nContent-Transfer-Encoding: 8bit"
CHROME = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/x\r\nMIME-Version: 1.0"
)
IE = "From: <Saved by Microsoft Internet Explorer 5>\r\nMIME-Version: 1.0"
BARE = PAGE.replace(b'<link rel="canonical"', b"<link").replace(b"og:url", b"")


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (saved((HTML, BARE), headers=CHROME), "https://a.example/x"),
        (
            saved((f"{HTML}\nContent-Location: http://b.example/y", BARE), headers=IE),
            "http://b.example/y",
        ),
        (
            saved(
                (f"{HTML}\nContent-ID: <ad>", b"<p>Buy now, this is cheap.</p>"),
                (f"{HTML}\nContent-ID: <page>\nContent-Location: http://b.example/y", BARE),
                headers=IE,
                start='; start="<page>"',
            ),
            "http://b.example/y",
        ),
        (
            saved((HTML, b"<frameset><frame src=x></frameset>"), (HTML, BARE), headers=CHROME),
            "https://a.example/x",
        ),
    ],
)
def test_pages_in_one_file(data: bytes, url: str) -> None:
    article = one(data, "page.mhtml")
    assert isinstance(article, Article)
    assert article.url == url
    assert article.text.startswith("Mortar rounds struck")
    assert article.sha256 == digest(data)


def test_a_file_without_a_page_says_so() -> None:
    assert (
        one(saved(("Content-Type: image/png", b"x"), headers=CHROME), "a.mht")
        == "a.mht holds no page."
    )


def test_mail_is_no_saved_page() -> None:
    mail = saved((HTML, PAGE), headers="From: a@a.example\r\nTo: b@b.example\r\nMIME-Version: 1.0")
    assert not mhtml.recognises(Head(data=mail, name="x.eml"))
    assert mhtml.recognises(Head(data=saved((HTML, PAGE), headers=CHROME), name="x"))
    assert not mhtml.recognises(Head(data=b"Title: x\n\nText", name="x.txt"))


def test_web_archives_of_safari() -> None:
    main = {
        "WebResourceData": BARE,
        "WebResourceURL": "https://a.example/x",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceMIMEType": "text/html",
    }
    data = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    article = one(data, "page.webarchive")
    assert isinstance(article, Article)
    assert (article.url, article.sha256) == ("https://a.example/x", digest(data))
    assert one(b"bplist00 broken", "a.webarchive") == (
        "a.webarchive is damaged, or no web archive of Safari."
    )
    assert not safari.recognises(Head(data=b"bplist00", name="x.plist"))


def test_what_belongs_to_a_saved_page_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "Market.html").write_bytes(PAGE)
    for folder in ("Market_files", "Market-Dateien", "Other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_bytes(PAGE)
    read_from = [item.read_from for item in read(tmp_path) if isinstance(item, Article)]
    assert read_from == [
        str(tmp_path / "Market.html"),
        str(tmp_path / "Other_files" / "frame.html"),
    ]


@given(st.lists(st.tuples(st.integers(0, len(PAGE)), st.binary(max_size=12)), max_size=4))
def test_a_damaged_page_is_an_article_or_an_error(changes: list[tuple[int, bytes]]) -> None:
    data = PAGE
    for at, new in changes:
        data = data[:at] + new + data[at + len(new) :]
    (item,) = read_input(input_of_bytes(data, name="page.html"))
    assert isinstance(item, Article | SourceError)
