"""Pages in web archives are read; all else that a crawler keeps is passed over."""

import gzip
import io
import zlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, limits, read_input
from annotations.sources.archives import wacz
from annotations.sources.archives.bounded import Allowance
from annotations.sources.archives.web_records import Page, pages
from annotations.sources.head import Head
from tests.annotations.sources.archives.making import piped, zipped

PAGE = (
    "<html><head><title>The bridge is shut</title></head><body><article><h1>The bridge is shut</h1>"
    + "".join(
        f"<p>The bridge at Tarq was shut for day {day}, the council said, “as a precaution”.</p>"
        for day in "12345"
    )
    + "</article></body></html>"
).encode()
ADDRESS = "http://courier.example/bridge"


class Crawl:
    """A web archive in the making, as crawlers write them: each record compressed by itself."""

    def __init__(self, *, packs: bool = True) -> None:
        self._packs = packs
        self.data = b""

    def add(
        self,
        body: bytes,
        *,
        kind: str = "response",
        status: str = "200 OK",
        address: str = ADDRESS,
        content_type: str = "text/html; charset=utf-8",
        **headers: str,
    ) -> None:
        block, block_type = body, content_type
        if kind in ("response", "revisit"):
            headers = {"Content-Type": content_type, **headers}
            lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
            block = "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body
            block_type = "application/http; msgtype=response"
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Date: 2016-10-20T08:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
            f"Content-Type: {block_type}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        self.data += gzip.compress(record) if self._packs else record


def found_in(data: bytes, *, name: str = "crawl.warc.gz") -> list[Page | SourceError]:
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    allowance = Allowance(packed=0, name=name)
    return list(pages(io.BufferedReader(io.BytesIO(data)), allowance, name=name))


def crawled(body: bytes, **headers: str) -> Page:
    crawl = Crawl()
    crawl.add(body, **headers)
    (page,) = found_in(crawl.data)
    assert isinstance(page, Page)
    return page


def chunked(data: bytes) -> bytes:
    pieces = [data[start : start + 100] for start in range(0, len(data), 100)]
    return b"".join(b"%x;note\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {}),
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"Content_Encoding": "deflate"}),
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (PAGE, {"Transfer_Encoding": "chunked"}),
        (
            chunked(gzip.compress(PAGE)),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
        ),
        (PAGE, {"Content_Encoding": "br"}),
    ],
)
def test_pages_are_as_they_were_delivered(body: bytes, headers: Mapping[str, str]) -> None:
    page = crawled(body, **headers)
    assert page == Page(
        number=1, address=ADDRESS, data=PAGE, charset="utf-8", archived="2016-10-20T08:00:00Z"
    )


def test_only_pages_are_read() -> None:
    crawl = Crawl()
    crawl.add(b"", status="301 Moved", Location="/x")
    crawl.add(PAGE, status="404 Not Found")
    crawl.add(b"\x89PNG", content_type="image/png")
    crawl.add(b"{}", content_type="application/json")
    crawl.add(PAGE, kind="revisit")
    crawl.add(b"fetched in 3 s", kind="metadata", content_type="text/plain")
    crawl.add(PAGE, kind="resource", content_type="text/html")
    crawl.add(b"%PDF-1.4", content_type="application/pdf")
    assert [page.number for page in found_in(crawl.data) if isinstance(page, Page)] == [7, 8]


def test_an_article_says_where_it_was_and_when_it_was_archived() -> None:
    crawl = Crawl()
    crawl.add(PAGE)
    crawl.add(PAGE.replace(b"Tarq", b"Qarnin"), address="http://courier.example/other")
    first, second = read_input(input_of_bytes(crawl.data, name="crawl.warc.gz", origin="/c"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.url, first.origin) == (ADDRESS, ADDRESS)
    assert first.read_from == "crawl.warc.gz, record 1, archived 2016-10-20T08:00:00Z"
    assert "at Qarnin was shut for day 3" in second.text
    assert list(read_input(piped(crawl.data, "crawl.warc.gz"))) == [first, second]


def test_addresses_that_are_none_of_the_web() -> None:
    for address in ("file:///etc/passwd", "urn:pageinfo:x"):
        assert crawled(PAGE, kind="resource", address=address).address is None


def test_an_old_archive() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    body = head + PAGE
    data = (
        b"filedesc://a.arc 0.0.0.0 20161020080000 text/plain 76\n1 0 Internet Archive\n"
        b"URL IP-address Archive-date Content-type Archive-length\n\n"
        + b"%s 192.0.2.1 20161020080000 text/html %d\n" % (ADDRESS.encode(), len(body))
        + body
        + b"\n"
    )
    (page,) = (page for page in found_in(data) if isinstance(page, Page))
    assert (page.address, page.data) == (ADDRESS, PAGE)


def items(data: bytes) -> list[Item]:
    return list(read_input(input_of_bytes(data, name="c.warc")))


def test_a_truncated_archive_is_read_as_far_as_it_goes() -> None:
    crawl = Crawl()
    crawl.add(PAGE)
    first = len(crawl.data)
    crawl.add(PAGE, address="http://courier.example/other")
    article, error = items(crawl.data[: first + 200])
    assert isinstance(article, Article)
    assert isinstance(error, SourceError)
    assert error.message.startswith("c.warc is cut short or damaged (")


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\n" + b"x" * 200_000,
        b"WARC/1.0\r\n" + b"a: b\r\n" * 10_000,
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\n"
        b"Content-Length: 999999\r\n\r\nHTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 10_000,
    ],
)
def test_headers_that_would_fill_the_memory(data: bytes) -> None:
    (error,) = found_in(data, name="c.warc")
    assert isinstance(error, SourceError)
    assert error.message == (
        "c.warc, record 1 is cut short or damaged (its headers are far too long)."
    )


def test_pages_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE", 1_000_000)
    crawl = Crawl()
    crawl.add(bytes(2_000_000))
    crawl.add(gzip.compress(bytes(2_000_000)), Content_Encoding="gzip")
    crawl.add(chunked(gzip.compress(bytes(2_000_000))), Transfer_Encoding="chunked",
              Content_Encoding="gzip")  # fmt: skip
    crawl.add(b"\x1f\x8b", Content_Encoding="gzip")
    crawl.add(b"\x0b\x02\x80", Content_Encoding="br")
    crawl.add(PAGE)
    *errors, last = found_in(crawl.data, name="c")
    assert [error.message for error in errors if isinstance(error, SourceError)] == [
        "c, record 1 has more than 1 MB in one piece.",
        "c, record 2 is cut short or damaged (it unpacks to more than 1 MB).",
        "c, record 3 is cut short or damaged (it unpacks to more than 1 MB).",
        "c, record 5 is cut short or damaged "
        "(it is compressed by br, which closeread does not read).",
    ]
    assert isinstance(last, Page)


def test_nothing_is_written_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    crawl = Crawl(packs=False)
    crawl.add(PAGE)
    items(crawl.data.replace(b"Content-Length: ", b"Content-Length: 1", 1))
    items(crawl.data.rstrip() + b"junk\x1b[31m\r\njunk\r\n")
    assert capsys.readouterr() == ("", "")


def test_a_wacz_holds_web_archives_and_notes() -> None:
    crawl = Crawl()
    crawl.add(PAGE)
    members = {
        "archive/data.warc.gz": crawl.data,
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n{"text": "again"}\n',
        "indexes/index.cdx.gz": gzip.compress(b"example,courier)/bridge 20161020080000 {}"),
        "datapackage.json": b"{}",
    }
    for order in (list(members), list(reversed(members))):
        data = zipped({name: members[name] for name in order})
        (article,) = read_input(input_of_bytes(data, name="crawl.wacz"))
        assert isinstance(article, Article)
        assert article.read_from == (
            "crawl.wacz › archive/data.warc.gz, record 1, archived 2016-10-20T08:00:00Z"
        )
    assert wacz.recognises(Head(data=zipped(members), name="renamed"))
    assert not wacz.recognises(Head(data=zipped({"archive/a.txt": "x"}), name="renamed.zip"))


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=6))
def test_any_change_ends_in_articles_or_errors(place: int, change: bytes) -> None:
    crawl = Crawl(packs=False)
    crawl.add(chunked(gzip.compress(PAGE)), Transfer_Encoding="chunked", Content_Encoding="gzip")
    data = bytearray(crawl.data)
    place %= len(data)
    data[place : place + len(change)] = change
    for item in items(bytes(data)):
        assert isinstance(item, Article | SourceError)
