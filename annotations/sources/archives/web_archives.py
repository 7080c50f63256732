"""Web archives, WARC and ARC: the pages that a crawler was given, each read as a web page.

Only answers that are whole pages are read: HTML and PDF with the status 200, and resources of
these types. Requests, redirects, pictures and notes of the crawler are passed over.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.archives.members import stream_of
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

if TYPE_CHECKING:
    from annotations.sources.archives.web_records import Page

_MARKS = (b"WARC/0.", b"WARC/1.", b"filedesc://")


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read one page after the other; only one is in memory."""
    from annotations.sources.archives.web_records import pages

    stream, allowance = stream_of(given)
    count, left_out = 0, 0
    first: SourceError | None = None
    for page in pages(stream, allowance, name=given.name):
        if isinstance(page, SourceError):
            yield page
            continue
        count += 1
        for item in _read_page(given, page, options):
            if isinstance(item, SourceError):
                first, left_out = first or item, left_out + 1
            else:
                yield item
    if first is not None:
        yield first if left_out == 1 else _left_out(given, first, left_out, count)


def _left_out(given: Input, first: SourceError, left_out: int, count: int) -> SourceError:
    """One error for all pages without an article; crawlers bring more of them than of others."""
    return SourceError(
        f"{given.name}: {left_out:,} of {count:,} pages could not be read as articles. "
        f"The first: {first.message}",
        hint=first.hint,
    )


def _read_page(given: Input, page: "Page", options: Options) -> Iterator[Item]:
    from annotations.sources.reading import read_input  # it imports this package

    where = f"{given.name}, record {page.number}"
    archived = Input(
        name=f"{where}, {page.address[:_LONGEST_ADDRESS]}" if page.address else where,
        stream=BytesIO(page.data),
        origin=page.address,
        address=page.address,
        charset=page.charset,
        depth=given.depth + 1,
        allowance=given.allowance,
    )
    for item in read_input(archived, options):
        if isinstance(item, Article):
            archived_at = f", archived {page.archived}" if page.archived else ""
            item = replace(item, read_from=f"{where}{archived_at}", url=item.url or page.address)
        yield item


_LONGEST_ADDRESS = 200
"""Characters of an address in an error."""


def recognises(head: Head) -> bool:
    """Whether an input begins with a record. Compressed ones are decompressed before."""
    return head.data.startswith(_MARKS)


KIND = Kind(name="web archive", suffixes=(".warc", ".arc"), recognises=recognises, read=read)
