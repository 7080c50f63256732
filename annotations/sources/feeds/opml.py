"""OPML: the feeds that somebody has subscribed to, as feed readers export them."""

from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.links.following import follow
from annotations.sources.links.link import Link
from annotations.sources.options import Options


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the articles of all feeds in a list."""
    yield from follow(given, options, feeds_in(given.whole()), are_feeds=True)


def feeds_in(data: bytes) -> Iterator[Link]:
    """The feeds of a list, in whatever folders; a broken one as far as it goes."""
    from lxml import etree  # 30 ms that other kinds need not pay

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(data.lstrip(), parser)
    for outline in () if root is None else root.iter("outline"):
        address = outline.get("xmlUrl") or outline.get("xmlurl") or ""
        if address:
            title = outline.get("title") or outline.get("text") or ""
            yield Link(address=str(address), title=str(title))


def recognises(head: Head) -> bool:
    """Whether the first element is that of OPML."""
    return head.root == "opml"


KIND = Kind(name="list of feeds (OPML)", suffixes=(".opml",), recognises=recognises, read=read)
