"""Web pages as files: HTML and XHTML."""

import re
from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.sources.content_id import content_id
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.sources.web.extraction import extracted
from annotations.text import clean_line

SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
"""How names of such files end."""

_DOCUMENTS = frozenset(("html", "head", "body", "title", "meta", "frameset"))
_PARTS = _DOCUMENTS | frozenset(
    (
        *(
            "p",
            "div",
            "article",
            "section",
            "main",
            "header",
            "h1",
            "h2",
            "h3",
            "table",
            "ul",
            "ol",
        ),
        *("span", "b", "i", "strong", "em", "a", "br", "hr", "img", "center", "font", "link"),
        *("base", "style", "script", "blockquote", "pre", "figure", "nav", "form", "noscript"),
    )
)
_DOCTYPE = re.compile(r"(?:<\?xml[^>]*>\s*|<!--.{0,5000}?-->\s*)*<!doctype\s+html\b", re.I | re.S)

_FEWEST_WORDS = 80
"""Words below which a page that has to be paid for shows no article, only how it begins."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a page."""
    yield article_of_page(
        given.whole(),
        name=given.name,
        origin=given.origin,
        address=given.address,
        charset=given.charset,
    )


def article_of_page(
    html: bytes,
    *,
    name: str,
    origin: str | None = None,
    address: str | None = None,
    charset: str | None = None,
    original: bytes | None = None,
) -> Item:
    """The article of a page, or why there is none.

    Args:
        html: The page.
        name: What errors call it.
        origin: The file or address that it alone is in.
        address: Where it was.
        charset: As whoever delivered it says.
        original: The bytes that it was taken from, if not just those of the page.
    """
    try:
        found = extracted(html, address=address, charset=charset)
    except SourceError as error:
        return SourceError(f"{name} {error.message}", hint=error.hint)
    if found is None:
        return SourceError(
            f"{name} holds no article that can be read without running its scripts.",
            hint="Open the page in a browser and save it from there, complete or as one file.",
        )
    if not found.is_free and len(found.text.split()) < _FEWEST_WORDS:
        return SourceError(
            f"{name} holds only the beginning of an article that has to be paid for.",
            hint="Save the page while you are signed in.",
        )
    return article(
        found.metadata,
        article_id=content_id(found.text),
        text=found.text,
        title=title_from(found.text, name),
        origin=origin,
        original=html if original is None else original,
    )


def title_from(text: str, name: str) -> str:
    """What an article is called of which nothing says that: its first line, or the file's name."""
    from pathlib import PurePath

    first = text.partition("\n")[0]
    return first if len(first) <= 120 else clean_line(PurePath(name).stem)


def recognises(head: Head) -> bool:
    """Whether an input is a page, or part of one; the name decides on what has markup within."""
    if head.suffix in SUFFIXES:
        return "<" in head.text and head.root not in _OTHERS
    if head.suffix in (".md", ".markdown", ".txt"):
        return head.root in _DOCUMENTS
    return head.root in _PARTS or bool(_DOCTYPE.match(head.text))


_OTHERS = frozenset(("rss", "feed", "rdf", "nitf", "newsitem", "newsmessage", "opml"))
"""Roots of what some sites serve under such a name."""

KIND = Kind(name="web page", suffixes=SUFFIXES, recognises=recognises, read=read)
