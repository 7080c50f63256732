"""Bookmarks as HTML: what browsers, Pinboard and Raindrop export, and the export of Pocket."""

import re
from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.links.following import follow
from annotations.sources.links.link import Link, day_of, tags_in
from annotations.sources.options import Options
from annotations.text import decode

_BEGINS = re.compile(
    r"<!doctype\s+netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export)",
    re.IGNORECASE,
)
_EARLY = 2_000
"""Characters in which they say what they are."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read what is behind the bookmarks."""
    html = decode(given.whole(), declared=given.charset)
    yield from follow(given, options, _links(html))


def _links(html: str) -> Iterator[Link]:
    """The links of a file whose items are never closed; a parser for HTML makes that good."""
    from lxml import etree  # 30 ms that other kinds need not pay

    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(html.encode("utf-8", errors="replace"), parser)
    for anchor in () if root is None else root.iter("a"):
        said = anchor.attrib
        yield Link(
            address=str(said.get("href", "")),
            title=" ".join("".join(map(str, anchor.itertext())).split()),
            tags=tags_in(str(said.get("tags", ""))),
            saved=day_of(str(said.get("add_date") or said.get("time_added") or "")),
        )


def recognises(head: Head) -> bool:
    """Whether it says that it is an export of bookmarks."""
    return _BEGINS.search(head.text[:_EARLY]) is not None


KIND = Kind(name="bookmarks", suffixes=(".html", ".htm"), recognises=recognises, read=read)
