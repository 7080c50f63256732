"""Europresse, which exports HTML with an `article` for each document."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.sources.news_databases.documents import Document
from annotations.sources.news_databases.printed_dates import printed_date
from annotations.text import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = re.compile(r"\brdp__\w+|\bDocPublicationName\b|\btitreArticleVisu\b")
_ARTICLES = re.compile(r"<article\b", re.IGNORECASE)
_DOT = r"(?:·|&middot;|&#183;)"
_NUMBER = re.compile(rf"\bnews{_DOT}(\d{{8}}){_DOT}(\w+){_DOT}(\w+)")
_TITLES = ("titreArticle", "titreArticleVisu", "rdp__articletitle", "grandTitre")
_AUTHORS = ("docAuthors", "sm-margin-bottomNews")
_BODIES = ("docOcurrContainer", "DocText", "doc-content")
_UNREAD = ("header", "footer", "aside", "head")


def recognises(text: str) -> bool:
    """Whether HTML that begins so is of Europresse."""
    return _MARKS.search(text) is not None


def documents(html: str) -> Iterator[Document]:
    """Yield the documents of an export."""
    for part in _ARTICLES.split(html)[1:]:
        yield _document(f"<article{part}")


def _document(html: str) -> Document:
    from lxml.html import tostring

    from annotations.sources.web.extraction import fragment_text
    from annotations.sources.web.markup import parsed

    tree = parsed(html)
    if tree is None:
        return Document(fields={}, paragraphs=())
    number = _NUMBER.search(html)
    publication = next(iter(_said(tree, "DocPublicationName")), "")
    fields = {
        "title": next((text for name in _TITLES if (text := _text(tree, name))), ""),
        "source": publication.split(", no")[0].split(",")[0],
        "published": printed_date(_text(tree, "DocHeader")),
        "byline": next((text for name in _AUTHORS if (text := _text(tree, name))), ""),
    }
    body = next((found for name in _BODIES for found in _of_class(tree, name)), tree)
    for tag in _UNREAD:
        for element in list(body.iter(tag)):
            element.drop_tree()
    text = fragment_text(tostring(body, encoding="unicode", with_tail=False))
    return Document(
        id="-".join(("europresse", *number.groups())) if number else "",
        fields=fields,
        paragraphs=[line for line in text.split("\n") if line],
    )


def _of_class(tree: "HtmlElement", name: str) -> Iterator["HtmlElement"]:
    """The elements that have a class, first of the page first."""
    for element in tree.iter():
        if isinstance(element.tag, str) and name in (element.get("class") or "").split():
            yield element


def _said(tree: "HtmlElement", name: str) -> Iterator[str]:
    """The pieces of text in the elements of a class."""
    for element in _of_class(tree, name):
        yield from filter(None, (clean_line(str(piece)) for piece in element.itertext()))


def _text(tree: "HtmlElement", name: str) -> str:
    """All text in the first element of a class that has any."""
    texts = (clean_line(each.text_content()) for each in _of_class(tree, name))
    return next(filter(None, texts), "")
