"""The chapters of a book that are articles."""

import re
from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.sources.content_id import content_id
from annotations.sources.documents.epub_package import Chapter, Package, package_of
from annotations.sources.documents.originals import digest_of
from annotations.sources.documents.small_xml import attribute, parsed
from annotations.sources.documents.titles import title_of
from annotations.sources.documents.zipped import Parts, opened
from annotations.sources.inputs import BETWEEN, Input
from annotations.sources.kinds import Item
from annotations.sources.metadata import article
from annotations.sources.web.extraction import fragment_text
from annotations.text import clean_line, decode

_ENCRYPTION = "META-INF/encryption.xml"
_OF_FONTS = ("idpf.org/2008/embedding", "ns.adobe.com/pdf/enc#RC")
"""Ways of hiding fonts, which hide no text."""
_HEADING = re.compile(r"<h[1-3]\b[^>]*>(.*?)</h[1-3]>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>([^<]*)</title>", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:cover|title ?page|half ?title|copyright(?: page)?|(?:table of )?contents|toc|imprint|nav"
    r"|colophon|dedication|index|also by.*|about the (?:author|publisher))",
    re.IGNORECASE,
)
"""What chapters are called that are no article."""
_SHORTEST = 40
"""Characters of a chapter that has no title of its own; less is a page with a picture."""


def read(given: Input) -> Iterator[Item]:
    """Read an article a chapter, in the order of the book.

    Raises:
        SourceError: If it is damaged, locked, or has no text.
    """
    with given.file() as file:
        sha256 = digest_of(file)
        with opened(file, given.name) as parts:
            if _is_locked(parts, given.name):
                raise SourceError(
                    f"{given.name} is locked against copying (DRM).",
                    hint="Ask whoever sold it for a copy without a lock.",
                )
            package = package_of(parts, given.name)
            count = 0
            for chapter in package.chapters:
                for item in _articles(given, parts, package, chapter, sha256):
                    count += 1
                    yield item
            if not count:
                raise SourceError(f"{given.name} has no text.")


def _is_locked(parts: Parts, name: str) -> bool:
    """Whether more than fonts is encrypted."""
    root = parsed(parts.data(_ENCRYPTION), name)
    methods = () if root is None else root.iter("{*}EncryptionMethod")
    return any(not _is_of_fonts(attribute(each, "Algorithm")) for each in methods)


def _is_of_fonts(algorithm: str) -> bool:
    return any(known in algorithm for known in _OF_FONTS)


def _articles(
    given: Input, parts: Parts, package: Package, chapter: Chapter, sha256: str
) -> Iterator[Item]:
    """The article of a chapter, or why there is none; nothing for what is none by intent."""
    name = f"{given.name}{BETWEEN}{clean_line(chapter.part)}"
    try:
        html = decode(parts.data(chapter.part))
        text = fragment_text(html)
    except SourceError as error:
        reason = (
            error.message if error.message.startswith(given.name) else f"{name} {error.message}"
        )
        yield SourceError(reason, hint=error.hint)
        return
    title = chapter.title or _heading(html)
    if not text.strip() or _FRONT.fullmatch(title) or (not title and len(text) < _SHORTEST):
        return
    yield article(
        {
            "byline": list(package.metadata.get("creator", ())),
            "source": package.said("title") or package.said("publisher"),
            "published": package.said("date"),
            "language": package.said("language"),
            "sha256": sha256,
        },
        article_id=content_id(text),
        text=text,
        title=title_of("", [title, _own_title(html, package)], text, chapter.part),
        read_from=name,
        origin=None if given.origin is None else f"{given.origin}!{chapter.part}",
    )


def _heading(html: str) -> str:
    """The first heading of a chapter; empty if it has none."""
    match = _HEADING.search(html)
    return " ".join(fragment_text(match[1]).split()) if match else ""


def _own_title(html: str, package: Package) -> str:
    """What a chapter's file is called in itself, unless that is just what the book is called."""
    match = _TITLE.search(html)
    title = " ".join(fragment_text(match[1]).split()) if match else ""
    return "" if title == package.said("title") else title
