"""The records of a web archive, within bounds."""

import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from io import BufferedReader
from typing import Any, Protocol, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.archives.bounded import Allowance, damaged
from annotations.sources.streams import as_it_comes
from annotations.text import clean_line

logging.getLogger("warcio").addHandler(logging.NullHandler())  # or it writes to the terminal

_MISTAKES = (ValueError, TypeError, AttributeError, LookupError, AssertionError)
"""What the library raises too at records that make no sense."""

_LONGEST_LINE, _ENDED = 65_536, 16_384
"""Bytes of a line that are asked for, and of a cut one at least; the library may give fewer."""
_MOST_LINES = 2_000
"""Lines of headers of one record."""

_TYPES = ("text/html", "application/xhtml+xml", "application/pdf")
_NOT_READ = "br", "zstd"
"""Encodings of answers that need libraries which are not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was delivered."""

    number: int
    """Of its record, counted from 1."""
    address: str | None
    """Null if it is none of the web."""
    data: bytes
    """Without chunks and compression."""
    charset: str | None
    archived: str
    """When, ISO 8601; empty if that is not told."""


def pages(
    stream: BufferedReader, allowance: Allowance, *, name: str
) -> Iterator[Page | SourceError]:
    """Yield the pages among the records, and errors in the place of those that are damaged.

    Args:
        stream: The archive, decompressed.
        allowance: What is counted against if pages are compressed themselves.
        name: What errors call it.
    """
    records = _Records(as_it_comes(stream))
    records.reader = _Reader(records.fh)
    number = 0
    try:
        for number, record in enumerate(cast(Iterator[_Record], records), start=1):
            if _is_page(record):
                page = _page(record, number, name=name)
                yield page
                allowance.take(len(page.data) if isinstance(page, Page) else limits.WHOLE)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, *_MISTAKES) as error:
        yield damaged(f"{name}, record {number + 1}", error)


class _Headers(Protocol):
    def get_header(self, name: str) -> str | None: ...
    def get_statuscode(self) -> str: ...


class _Record(Protocol):
    rec_type: str | None
    rec_headers: _Headers
    http_headers: _Headers | None
    content_type: str | None
    length: int | None
    raw_stream: Any


class _Records(ArchiveIterator):  # type: ignore[misc]
    """The library's iterator, which would warn about damage on standard error."""

    INC_RECORD = ""


class _Reader(DecompressingBufferedReader):  # type: ignore[misc]
    """The library's reader, which would take headers of any length."""

    lines = 0

    def readline(self, length: int | None = None) -> bytes:
        """Read a line of headers."""
        self.lines += 1
        line = cast(bytes, super().readline(min(length or _LONGEST_LINE, _LONGEST_LINE)))
        is_cut = len(line) > _ENDED and not line.endswith(b"\n")
        if is_cut or self.lines > _MOST_LINES:
            raise ValueError("its headers are far too long")
        return line

    def read(self, length: int | None = None) -> bytes:
        """Read what is no header."""
        self.lines = 0
        return cast(bytes, super().read(length))


def _is_page(record: _Record) -> bool:
    """Whether a record holds a page that was there."""
    if record.rec_type == "response":
        http = record.http_headers
        return http is not None and http.get_statuscode() == "200" and _type(http)[0] in _TYPES
    if record.rec_type == "resource":
        return _parameters(record.content_type)[0] in _TYPES
    return False


def _page(record: _Record, number: int, *, name: str) -> Page | SourceError:
    where = f"{name}, record {number}"
    raw = cast(bytes, record.raw_stream.read(limits.WHOLE + 1))
    if len(raw) > limits.WHOLE:
        return SourceError(f"{where} has more than {limits.WHOLE // 1_000_000} MB in one piece.")
    http = record.http_headers
    try:
        data = raw if http is None else _delivered(raw, http)
    except (ValueError, zlib.error) as error:
        return damaged(where, error)
    headers = record.rec_headers
    address = headers.get_header("WARC-Target-URI") or headers.get_header("uri") or ""
    address = clean_line(address.strip("<>"))
    return Page(
        number=number,
        address=address if address.startswith(("http://", "https://")) else None,
        data=data,
        charset=_parameters(record.content_type)[1] if http is None else _type(http)[1],
        archived=clean_line(headers.get_header("WARC-Date") or "")[:_DATE],
    )


_DATE = 35
"""Characters of a date, fractions of seconds included."""


def _type(http: _Headers) -> tuple[str, str | None]:
    return _parameters(http.get_header("Content-Type"))


def _parameters(content_type: str | None) -> tuple[str, str | None]:
    """The type and the charset that a header tells."""
    message = Message()
    message["content-type"] = clean_line(content_type or "")
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None


def _delivered(raw: bytes, http: _Headers) -> bytes:
    """What a server sent, without chunks and compression. Some archives are without them already,
    whatever the headers say.
    """
    if "chunked" in (http.get_header("Transfer-Encoding") or "").lower():
        raw = _without_chunks(raw)
    encoding = (http.get_header("Content-Encoding") or "").strip().lower()
    if encoding in ("gzip", "x-gzip") and raw.startswith(b"\x1f\x8b"):
        return _inflated(raw, zlib.MAX_WBITS | 16)
    if encoding == "deflate" and not raw.lstrip().startswith(b"<"):
        return _inflated(raw, zlib.MAX_WBITS if raw[:1] == b"\x78" else -zlib.MAX_WBITS)
    if encoding in _NOT_READ and not raw.lstrip().startswith((b"<", b"%PDF")):
        raise ValueError(f"it is compressed by {encoding}, which closeread does not read")
    return raw


def _without_chunks(raw: bytes) -> bytes:
    """The chunks put together; the bytes as they are if they are no chunks."""
    pieces: list[bytes] = []
    at = 0
    while at < len(raw):
        end = raw.find(b"\r\n", at, at + 64)
        try:
            size = int(raw[at:end].partition(b";")[0], 16) if end > 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(pieces) if pieces else raw
        if size == 0:
            break
        pieces.append(raw[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(pieces)


def _inflated(raw: bytes, window: int) -> bytes:
    """Decompressed bytes, as many as an article may have."""
    data = zlib.decompressobj(window).decompress(raw, limits.WHOLE + 1)
    if len(data) > limits.WHOLE:
        raise ValueError(f"it unpacks to more than {limits.WHOLE // 1_000_000} MB")
    return data
