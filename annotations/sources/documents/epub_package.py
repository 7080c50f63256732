"""What a book says of itself: its chapters in their order, their titles, its metadata."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotations.errors import SourceError
from annotations.sources.documents.small_xml import attribute, children, parsed
from annotations.sources.documents.xml_events import local
from annotations.sources.documents.zipped import Parts
from annotations.text import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_XHTML = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_METADATA = ("title", "creator", "publisher", "date", "language", "identifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One document of a book."""

    part: str
    """Its name in the archive."""
    title: str
    """As the table of contents has it; empty if it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A book."""

    chapters: tuple[Chapter, ...]
    metadata: Mapping[str, tuple[str, ...]]
    """What it says under each of Dublin Core's names."""

    def said(self, name: str) -> str:
        """The first value under a name; empty if there is none."""
        return next(iter(self.metadata.get(name, ())), "")


def package_of(parts: Parts, name: str) -> Package:
    """Read what a book says of itself, in EPUB 2 or 3.

    Args:
        parts: Of the book.
        name: What errors call it.

    Raises:
        SourceError: If it says nothing.
    """
    path = _package_path(parts, name)
    root = parsed(parts.data(path), name)
    if root is None:
        raise SourceError(f"{name} is damaged: it lists no chapters.", hint="Get the file again.")
    folder = posixpath.dirname(path)
    items = {
        attribute(item, "id"): item
        for manifest in children(root, "manifest")
        for item in children(manifest, "item")
    }
    titles = _titles(parts, folder, list(items.values()), name)
    spine = [
        items[reference]
        for each in children(root, "spine")
        for itemref in children(each, "itemref")
        if (reference := attribute(itemref, "idref")) in items
    ]
    chapters = (
        Chapter(part=part, title=titles.get(part, ""))
        for item in spine
        if _is_text(item) and (part := _joined(folder, attribute(item, "href"))) in parts
    )
    return Package(chapters=tuple(dict.fromkeys(chapters)), metadata=_metadata(root))


def _package_path(parts: Parts, name: str) -> str:
    root = parsed(parts.data(_CONTAINER), name)
    for element in () if root is None else root.iter("{*}rootfile"):
        return unquote(attribute(element, "full-path"))
    return next((part for part in parts.names if part.endswith(".opf")), "")


def _is_text(item: "_Element") -> bool:
    """Whether an item is text; the table of contents, which repeats it, is none."""
    properties = attribute(item, "properties").split()
    return attribute(item, "media-type") in _XHTML and "nav" not in properties


def _joined(folder: str, reference: str) -> str:
    """The part that a reference leads to, without the place in it."""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if path else ""


def _metadata(root: "_Element") -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for metadata in children(root, "metadata"):
        for element in metadata.iter("{*}*"):
            if local(element.tag) in _METADATA and (text := clean_line(element.text or "")):
                found.setdefault(local(element.tag), []).append(text)
    return {key: tuple(values) for key, values in found.items()}


def _titles(parts: Parts, folder: str, items: "list[_Element]", name: str) -> dict[str, str]:
    """The titles of parts by the table of contents, EPUB 3's before EPUB 2's."""
    found: dict[str, str] = {}
    for item in sorted(items, key=lambda item: "nav" not in attribute(item, "properties").split()):
        path = _joined(folder, attribute(item, "href"))
        if "nav" in attribute(item, "properties").split():
            entries = _nav_entries(parsed(parts.data(path), name))
        elif attribute(item, "media-type") == "application/x-dtbncx+xml":
            entries = _ncx_entries(parsed(parts.data(path), name))
        else:
            continue
        for reference, title in entries:
            found.setdefault(_joined(posixpath.dirname(path), reference), title)
    return found


def _nav_entries(root: "_Element | None") -> Iterator[tuple[str, str]]:
    for link in () if root is None else root.iter("{*}a"):
        yield attribute(link, "href"), clean_line("".join(map(str, link.itertext())))


def _ncx_entries(root: "_Element | None") -> Iterator[tuple[str, str]]:
    for point in () if root is None else root.iter("{*}navPoint"):
        content = next(children(point, "content"), None)
        label = next(children(point, "navLabel"), None)
        if content is not None and label is not None:
            yield attribute(content, "src"), clean_line("".join(map(str, label.itertext())))
