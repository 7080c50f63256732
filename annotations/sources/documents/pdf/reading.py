"""The text of an open PDF."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.sources.documents.blocks import Block
from annotations.sources.documents.pdf.footnotes import parted
from annotations.sources.documents.pdf.geometry import Line
from annotations.sources.documents.pdf.hyphens import words_of
from annotations.sources.documents.pdf.lines import lines
from annotations.sources.documents.pdf.pages import pages
from annotations.sources.documents.pdf.paragraphs import body_size, paragraphs
from annotations.sources.documents.pdf.running import without_running_heads

if TYPE_CHECKING:
    from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a page."""

    height: float
    lines: tuple[Line, ...]


def blocks(document: "PdfReader", name: str) -> Iterator[Block]:
    """The paragraphs of a document, and after them its notes.

    Pages are read one by one; of each, no more than its lines is kept, since most of its text,
    and the words that it is of, have to be known before any line can be joined to the next.

    Args:
        document: Open.
        name: What errors call it.

    Raises:
        SourceError: If it is endless to read, or no page is sound.
    """
    found = [
        _Lines(page.height, tuple(lines(page)))
        for page in without_running_heads(pages(document, name))
    ]
    every = [line for page in found for line in page.lines]
    sizes = Counter[float]()
    for line in every:
        sizes[round(line.size, 1)] += len(line.text)
    body = body_size(sizes)
    words = words_of(line.text for line in every)
    parts = [parted(page.lines, height=page.height, body=body) for page in found]
    yield from paragraphs([text for text, _ in parts], words, body=body)
    yield from paragraphs([notes for _, notes in parts], words, body=body)
