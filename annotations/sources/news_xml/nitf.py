"""NITF, the News Industry Text Format: one article a document.

Agencies send it, newspapers' archives keep it. What it marks in the text, such as names, stays as
text.
"""

from collections.abc import Iterator

from lxml import etree

from annotations.sources.news_xml.times import iso_time
from annotations.sources.news_xml.trees import authors, dated, first, language_of, said, texts
from annotations.text import clean, clean_line, fold_line_ends

_BLOCKS = frozenset(
    (
        *("p", "hl2", "hl1", "ol", "ul", "li", "dl", "dt", "dd", "table", "caption", "tr", "pre"),
        *("bq", "block", "credit", "fn", "note", "body.note", "hr", "media", "media-caption"),
        *("body.content", "body.end", "tagline", "h1", "h2", "h3", "h4", "h5", "h6", "div"),
        *("blockquote", "br", "DataContent", "datasource", "nitf-table"),
    )
)
"""Elements that stand on lines of their own."""
_UNREAD = frozenset(
    (
        *("media-reference", "media-metadata", "media-object", "media-producer", "script"),
        *("nitf-table-metadata", "custom-table", "bibliography", "style", "img"),
    )
)
"""Elements that hold no text for readers."""


def metadata_of(root: etree._Element) -> dict[str, object]:
    """What a document says of itself, under the usual names."""
    docdata = "head/docdata"
    return {
        "title": first(root, "body/body.head/hedline/hl1", "head/title"),
        "byline": authors(root, "body/body.head/byline/person", "body/body.head/byline"),
        "source": first(root, "body/body.head/distributor", "body/body.head/rights/rights.owner")
        or said(root, "head/pubdata", "name"),
        "url": said(root, "head/pubdata", "ex-ref"),
        "published": iso_time(said(root, f"{docdata}/date.issue", "norm"))
        or iso_time(said(root, "head/pubdata", "date.publication"))
        or iso_time(said(root, f"{docdata}/date.release", "norm"))
        or iso_time(said(root, "body/body.head/dateline/story.date", "norm")),
        "section": said(root, "head/pubdata", "position.section")
        or said(root, "head/tobject/tobject.subject", "tobject.subject.type"),
        "language": next((tag for each in root.iterfind("body") if (tag := language_of(each))), "")
        or language_of(root),
        "tags": [
            word
            for each in root.iterfind(f"{docdata}/key-list/keyword")
            if (word := clean_line(each.get("key") or ""))
        ],
    }


def id_of(root: etree._Element) -> str:
    """The id that its publisher gave a document; empty if it has none."""
    return said(root, "head/docdata/doc-id", "id-string")


def text_of(root: etree._Element) -> str:
    """The text of a document: the lines below the headline, the dateline, and the body."""
    content = root.find("body/body.content")
    lines = list(blocks(content)) if content is not None else []
    lines += texts(root, "body/body.end/tagline")
    below = dated(first(root, "body/body.head/dateline"), joined(lines))
    return "\n\n".join(filter(None, [*texts(root, "body/body.head/hedline/hl2"), below]))


def blocks(content: etree._Element) -> Iterator[str]:
    """What stands on lines of its own in content of NITF, each without blanks around it.

    In archives that hold the first paragraphs again as a block of their own, only the full text
    is read.
    """
    full = content.find("block[@class='full_text']")
    pieces: list[str] = []
    for text, ends_block in _pieces(content if full is None else full):
        pieces.append(text)
        if ends_block:
            if line := clean_line("".join(pieces)):
                yield line
            pieces.clear()
    if line := clean_line("".join(pieces)):
        yield line


def _pieces(content: etree._Element) -> Iterator[tuple[str, bool]]:
    """Pieces of text, and whether a line ends behind each."""
    unread = 0
    for event, element in etree.iterwalk(content, events=("start", "end", "comment", "pi")):
        tag = str(element.tag)
        if event == "start":
            unread += tag in _UNREAD
            if tag in ("td", "th") and element.getprevious() is not None:
                yield " | ", False
            yield "", tag in _BLOCKS
            yield "" if unread else element.text or "", False
        else:
            unread -= tag in _UNREAD and event == "end"
            yield "", tag in _BLOCKS
            if element is not content:
                yield "" if unread else element.tail or "", False


def joined(lines: list[str]) -> str:
    """Lines as the text of an article."""
    return clean(fold_line_ends("\n\n".join(lines)))
