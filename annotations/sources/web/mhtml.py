"""Pages that a browser saved as one file: MHTML, and Safari's web archives."""

import re
from collections.abc import Iterator
from email.message import Message

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.sources.web.page import article_of_page

_HEADERS = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+")
_RELATED = re.compile(r"^content-type:\s*(?:multipart/related|text/html)", re.I | re.M)
_SAVED = re.compile(
    r"^(?:snapshot-content-location:|x-maf|from:\s*\"?<?saved by )", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(r"^(?:received|to|message-id|return-path|delivered-to):", re.I | re.M)
_BEGINNING = 16_384
"""Bytes that have the headers of a saved page in them."""
_SUFFIXES = (".mhtml", ".mht")


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the article of the page that a file holds with all that belongs to it.

    Where the page is only a frame, the article is in one of the other pages.
    """
    from email import message_from_bytes

    data = given.whole()
    message = message_from_bytes(data)
    pages = _pages(message)
    if not pages:
        raise SourceError(f"{given.name} holds no page.")
    items = (_article(page, message, given, data) for page in pages)
    first = next(items)
    rest = (item for item in items if not isinstance(item, SourceError))
    yield next(rest, first) if isinstance(first, SourceError) else first


def _article(page: Message, message: Message, given: Input, data: bytes) -> Item:
    body = page.get_payload(decode=True)
    where = message["Snapshot-Content-Location"] or page["Content-Location"]
    return article_of_page(
        body if isinstance(body, bytes) else b"",
        name=given.name,
        origin=given.origin,
        address=given.address or (str(where) if where else None),
        charset=page.get_content_charset(),
        original=data,
    )


def _pages(message: Message) -> list[Message]:
    """The pages in a file, the one that it was saved for first."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGE_TYPES]
    start = message.get_param("start")
    return sorted(pages, key=lambda page: page["Content-ID"] != start) if start else pages


_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def recognises(head: Head) -> bool:
    """Whether an input is a saved page, and no mail, which may hold pages too."""
    # What follows the headers may be pictures as they are, with which the whole is no text.
    begin = head.data[:_BEGINNING].decode("latin-1").replace("\r\n", "\n").lstrip()
    match = _HEADERS.match(begin)
    if match is None or not _RELATED.search(match[0]):
        return False
    if _SAVED.search(match[0]):
        return True
    return head.suffix in _SUFFIXES or (
        _SENT.search(match[0]) is None and "multipart/related" in match[0].lower()
    )


KIND = Kind(name="saved page (MHTML)", suffixes=_SUFFIXES, recognises=recognises, read=read)
