"""PDF documents become one article each."""

from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_MARK_WITHIN = 1_024
"""Bytes before the mark; PDF readers look for it that far."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a document.

    Raises:
        SourceError: If it needs a password, is damaged, or has no text layer.
    """
    # Together these cost 10 ms that whoever reads no PDF need not pay.
    from annotations.sources.documents.originals import digest_of
    from annotations.sources.documents.pdf.info import metadata
    from annotations.sources.documents.pdf.opening import opened
    from annotations.sources.documents.pdf.reading import blocks
    from annotations.sources.documents.word_processing import article_of_blocks

    with given.file() as file:
        sha256 = digest_of(file)
        with opened(file, given.name) as document:
            found = list(blocks(document, given.name))
            if not found:
                raise SourceError(
                    f"{given.name} has no text layer; closeread does no OCR.",
                    hint="Run it through a program that recognises text, such as ocrmypdf.",
                )
            yield article_of_blocks(given, found, {**metadata(document), "sha256": sha256})


def recognises(head: Head) -> bool:
    """Whether an input begins as a PDF."""
    return b"%PDF-" in head.data[:_MARK_WITHIN]


KIND = Kind(name="PDF", suffixes=(".pdf",), recognises=recognises, read=read)
