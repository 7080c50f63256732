"""The XML of the Reuters corpora: a `newsitem` with its text and its codes, and nothing more."""

from collections.abc import Iterator

from lxml import etree

from annotations.sources.news_xml import nitf
from annotations.sources.news_xml.items import NewsItem
from annotations.sources.news_xml.trees import authors, dated, first, language_of, said


def items(root: etree._Element) -> Iterator[NewsItem]:
    """The articles of a document, in order."""
    yield from map(_item, root.iter("newsitem"))


def _item(root: etree._Element) -> NewsItem:
    number = root.get("itemid")
    content = root.find("text")
    lines = [] if content is None else list(nitf.blocks(content))
    return NewsItem(
        id=f"reuters-{number}" if number else "",
        metadata={
            "title": first(root, "headline", "title"),
            "byline": authors(root, "byline"),
            "source": said(root, "metadata/dc[@element='dc.source']", "value")
            or said(root, "metadata/dc[@element='dc.publisher']", "value"),
            "published": root.get("date"),
            "language": language_of(root),
        },
        text=dated(first(root, "dateline"), nitf.joined(lines)),
    )
