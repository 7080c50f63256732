"""Small files of every kind, to begin from."""

import bz2
import gzip
import io
import json
import lzma
import plistlib
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.sources import all_kinds

FILES = Path(__file__).parents[1] / "annotations/sources/files"
"""What the tests of the kinds read; one folder a kind."""
_LARGEST = 60_000

SUFFIXES = tuple(sorted({suffix for kind in all_kinds() for suffix in kind.suffixes} | {".bin"}))
"""Every suffix that a kind claims."""

TEXT = "The river rose.\n\nAt least 12 people were missing on Tuesday, said Ada Bell, the mayor.\n"
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The river</title>
<meta property="article:published_time" content="2016-05-01T10:00:00+02:00"></head><body><nav>Home
</nav><article><h1>The river rose</h1><p>At least 12 people were missing on Tuesday, said Ada Bell,
the mayor of the town by the river.</p><p>“We have to wait,” she said. The bridge was closed.</p>
<ul><li>One</li></ul><table><tr><td>2</td></tr></table></article></body></html>"""
_ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>News</title><entry><id>urn:x:1</id><title>The river</title><updated>2016-05-01T10:00:00Z
</updated><content type="html">&lt;p&gt;The river rose on Tuesday.&lt;/p&gt;</content></entry>
</feed>"""
_RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><guid>1</guid>
<title>The river</title><link>https://example.org/1</link><pubDate>Sun, 01 May 2016 10:00:00 GMT
</pubDate><description><![CDATA[<p>The river rose on Tuesday.</p>]]></description></item></channel>
</rss>"""
_NITF = """<?xml version="1.0"?><nitf><head><title>The river</title></head><body><body.head>
<hedline><hl1>The river</hl1></hedline></body.head><body.content><p>It rose on Tuesday.</p>
</body.content></body></nitf>"""
_CSV = (
    'id,title,date,text\n1,"The river",2016-05-01,"It rose, said ""Ada"".\nIt fell."\n2,b,,Two.\n'
)
_RECORD = {"id": 1, "title": "The river", "text": TEXT, "date": "2016-05-01", "authors": ["Ada"]}
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
    "WARC-Date: 2016-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n"
)
_HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{HTML}"
_WORD = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/
wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>The river rose.</w:t></w:r></w:p></w:body>
</w:document>""".replace("/\nword", "/word")


_WIRE = "\x01AB0123 4 i EXA 0045\r\nriver-flood\r\n\x02The river rose.\r\n\x03\r\n011000 MAY 16\x04"
_MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/html\r\nContent-Location: https://example.org/1\r\n\r\n{}\r\n--x--\r\n"
)
_OPML = (
    '<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" '
    'xmlUrl="https://example.org/feed"/></body></opml>'
)
_JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "News",
    "items": [{"id": "1", "title": "The river", "content_text": "It rose on Tuesday."}],
}
_DATASETTE = {
    "database": "news",
    "table": "articles",
    "columns": ["id", "title", "text"],
    "rows": [[1, "The river", "It rose on Tuesday."]],
    "next_url": None,
    "truncated": False,
}


def _parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet

    file = io.BytesIO()
    table = pyarrow.table({"title": ["The river"], "text": [TEXT]})
    parquet.write_table(table, file)
    return file.getvalue()


def _webarchive() -> bytes:
    page = {
        "WebResourceData": HTML.encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://example.org/1",
    }
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


def mail(body: str, *, html: bool = False) -> bytes:
    """A message."""
    message = EmailMessage()
    message["From"] = "News <news@example.org>"
    message["Subject"] = "The river"
    message["Date"] = "Sun, 01 May 2016 10:00:00 +0000"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("The river rose." if html else body)
    if html:
        message.add_alternative(body, subtype="html")
        message.set_boundary("=_part_of_a_message_=")  # else it is drawn at random
    return message.as_bytes()


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def tarred(members: dict[str, bytes], *, mode: str = "w") -> bytes:
    """A tar archive; `mode` as for `tarfile.open`."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


_CONTAINER = (
    b'<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    b'version="1.0"><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>'
)
_PACKAGE = b"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata/><manifest><item id="a" href="1.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""

PACKINGS: dict[str, Callable[[bytes, str], bytes]] = {
    ".zip": lambda data, name: zipped({name: data}),
    ".tar": lambda data, name: tarred({name: data}),
    ".tar.gz": lambda data, name: tarred({name: data}, mode="w:gz"),
    ".gz": lambda data, name: gzip.compress(data, mtime=0),
    ".bz2": lambda data, name: bz2.compress(data),
    ".xz": lambda data, name: lzma.compress(data),
    ".epub": lambda data, name: zipped(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": _CONTAINER, "1.xhtml": data}
        | {"content.opf": _PACKAGE}
    ),
    ".docx": lambda data, name: zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": data}
    ),
    ".odt": lambda data, name: zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": data}
    ),
    ".eml": lambda data, name: mail(data.decode("utf-8", "replace"), html=True),
    ".warc": lambda data, name: _in_warc(data),
}
"""Ways to put bytes into a file around them, by its suffix. So a fuzzer gets at what is inside
without having to keep checksums right."""


def _in_warc(data: bytes) -> bytes:
    page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + data.decode("latin-1")
    return _WARC.format(len(page), page).encode("latin-1", "replace")


def generated() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of files of many kinds, whether a kind reads them by now or not."""
    yield "a.txt", TEXT.encode()
    yield "a.md", f"---\ntitle: The river\ndate: 2016-05-01\n---\n# Head\n\n{TEXT}".encode()
    yield "a.html", HTML.encode()
    yield "a.atom", _ATOM.encode()
    yield "a.rss", _RSS.encode()
    yield "a.xml", _NITF.encode()
    yield "a.csv", _CSV.encode()
    yield "a.tsv", _CSV.replace(",", "\t").encode()
    yield "a.jsonl", (json.dumps(_RECORD) + "\n").encode() * 2
    yield "a.json", json.dumps([_RECORD, {"headline": "b", "body": "Two."}]).encode()
    yield "a.eml", mail(TEXT)
    yield "b.eml", mail(HTML, html=True)
    yield "a.mbox", b"From news Sun May  1 10:00:00 2016\n" + mail(TEXT) + b"\n"
    yield "a.warc", _WARC.format(len(_HTTP), _HTTP).encode()
    yield "a.docx", PACKINGS[".docx"](_WORD.encode(), "")
    yield "a.epub", PACKINGS[".epub"](HTML.encode(), "")
    yield "a.zip", zipped({"a.txt": TEXT.encode(), "b.html": HTML.encode()})
    yield "a.tar.gz", tarred({"a.txt": TEXT.encode()}, mode="w:gz")
    yield "a.db", _database()
    yield "a.tar", tarred({"a.txt": TEXT.encode()})
    yield "a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(26)
    yield "a.wire", _WIRE.encode("latin-1")
    yield "a.wacz", zipped({"archive/a.warc": _WARC.format(len(_HTTP), _HTTP).encode()})
    yield "a.parquet", _parquet()
    yield "a.mhtml", _MHTML.format(HTML).encode()
    yield "a.webarchive", _webarchive()
    yield "feed.json", json.dumps(_JSON_FEED).encode()
    yield "table.json", json.dumps(_DATASETTE).encode()
    yield "a.opml", _OPML.encode()
    yield "a.ris", b"TY  - NEWS\nTI  - The river\nAB  - It rose on Tuesday.\nER  - \n"
    yield "b.ris", b"TY  - NEWS\nTI  - The river\nUR  - https://example.org/1\nER  - \n"


def seeds() -> list[tuple[str, bytes]]:
    """All files to begin from, small ones only."""
    kept = (path for path in sorted(FILES.rglob("*")) if path.is_file())
    small = (path for path in kept if path.stat().st_size <= _LARGEST)
    return [*generated(), *((path.name, path.read_bytes()) for path in small)]


def _database() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE news (id, title, text)")
        connection.execute("INSERT INTO news VALUES (1, 'The river', ?)", (TEXT,))
        connection.commit()
        connection.close()
        return path.read_bytes()
