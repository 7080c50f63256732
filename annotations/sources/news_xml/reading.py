"""From XML of news to its articles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.sources.content_id import content_id
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.sources.reasons import called
from annotations.text import clean_line

if TYPE_CHECKING:
    from lxml import etree

    from annotations.sources.news_xml.items import NewsItem

_LONGEST_TITLE = 120
_ROOTS = frozenset(("nitf", "newsitem", "newsmessage", "packageitem", "newsml"))


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read every item that has text. What its publisher has withdrawn is told, and not read."""
    from annotations.sources.news_xml.trees import parsed  # lxml costs 30 ms

    data = given.whole()
    root = parsed(data, given.name)
    found = list(_items(root))
    if not found:
        raise SourceError(f"{given.name} has no news item.")
    for number, item in enumerate(found, start=1):
        where = given.name if len(found) == 1 else f"{given.name}, item {number}"
        yield _article(item, given, where, data if len(found) == 1 else None)


def _items(root: "etree._Element") -> "Iterator[NewsItem]":
    from annotations.sources.news_xml import corpus, newsml_1, newsml_g2, nitf
    from annotations.sources.news_xml.items import NewsItem

    if root.tag == "nitf":
        yield NewsItem(
            id=nitf.id_of(root), metadata=nitf.metadata_of(root), text=nitf.text_of(root)
        )
    elif root.tag == "NewsML":
        yield from newsml_1.items(root)
    elif root.tag == "newsitem":
        yield from corpus.items(root)
    else:
        yield from newsml_g2.items(root)


def _article(item: "NewsItem", given: Input, where: str, data: bytes | None) -> Item:
    title = clean_line(str(item.metadata.get("title") or ""))
    if item.withdrawn:
        name = f"{where}{called(title)}"
        return SourceError(f"{name} was {item.withdrawn} by its publisher; it is not read.")
    text = item.text or ("" if item.has_media_alone else title)
    if not text:
        return SourceError(f"{where} has no text.")
    first_line = text.partition("\n")[0]
    return article(
        item.metadata,
        article_id=clean_line(item.id) or content_id(text),
        text=text,
        title=first_line if len(first_line) <= _LONGEST_TITLE else clean_line(given.name),
        read_from=None if data is not None else where,
        origin=given.origin if data is not None else None,
        original=data,
    )


def recognises(head: Head) -> bool:
    """Whether the first element is one that news formats begin with."""
    return head.root in _ROOTS


KIND = Kind(
    name="news in XML",
    suffixes=(".xml", ".nitf", ".newsml"),
    recognises=recognises,
    read=read,
)
