"""The text of a Word document, and what it says of itself."""

import posixpath
from collections.abc import Iterator
from typing import BinaryIO

from annotations.errors import SourceError
from annotations.sources.documents.blocks import Block
from annotations.sources.documents.docx_body import DocxBody
from annotations.sources.documents.docx_lists import Lists
from annotations.sources.documents.docx_styles import styles
from annotations.sources.documents.originals import digest_of
from annotations.sources.documents.small_xml import attribute, children, parsed
from annotations.sources.documents.word_processing import article_of_blocks
from annotations.sources.documents.xml_events import events, local
from annotations.sources.documents.zipped import Parts, opened
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item

_USUAL = "word/document.xml"
_CORE = {
    "title": "title",
    "creator": "byline",
    "created": "published",
    "modified": "updated",
    "language": "language",
    "keywords": "tags",
}
"""From the core properties to the usual names."""


def paragraphs_of_docx(file: BinaryIO, *, name: str = "The document") -> Iterator[str]:
    """The paragraphs of a Word document, in their order; notes stand at the end.

    A row of a table is one paragraph, its cells parted by bars.

    Args:
        file: Open for reading, and can be gone about in.
        name: What errors call it.

    Raises:
        SourceError: If it is none, or damaged.
    """
    with opened(file, name) as parts:
        for block in _blocks(parts, name):
            yield block.text


def read(given: Input) -> Iterator[Item]:
    """Read the one article of a document."""
    with given.file() as file:
        sha256 = digest_of(file)
        with opened(file, given.name) as parts:
            properties = {**_properties(parts, given.name), "sha256": sha256}
            yield article_of_blocks(given, _blocks(parts, given.name), properties)


def _blocks(parts: Parts, name: str) -> Iterator[Block]:
    main = _main_part(parts, name)
    if main not in parts:
        raise SourceError(f"{name} is damaged: it has no main part.", hint="Get the file again.")
    folder = posixpath.dirname(main)
    known = styles(parsed(parts.data(f"{folder}/styles.xml"), name))
    lists = Lists(parsed(parts.data(f"{folder}/numbering.xml"), name))
    for part in (main, f"{folder}/footnotes.xml", f"{folder}/endnotes.xml"):
        if part in parts:
            yield from events(parts.pieces(part), DocxBody(known, lists), name=name)


def _main_part(parts: Parts, name: str) -> str:
    """Its name is only usual; the relations of the whole package tell it."""
    root = parsed(parts.data("_rels/.rels"), name)
    for relation in () if root is None else children(root):
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return _USUAL


def _properties(parts: Parts, name: str) -> dict[str, str]:
    """The core properties, under the usual names."""
    root = parsed(parts.data("docProps/core.xml"), name)
    said_of = {} if root is None else {local(each.tag): each.text for each in children(root)}
    return {usual: text for own, usual in _CORE.items() if (text := said_of.get(own))}
