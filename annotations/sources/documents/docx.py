"""Word documents (.docx, .docm and their templates), of Word or any other program."""

from collections.abc import Iterator
from typing import BinaryIO

from annotations.sources.documents.zipped import first_names
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_OF_WORD = ("_rels/", "theme/", "media/", "embeddings/", "document", "styles", "settings")
"""How names below `word/` begin in documents, and hardly in anybody's folder of that name."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a document."""
    from annotations.sources.documents.docx_reading import read

    return read(given)


def paragraphs_of_docx(file: BinaryIO, *, name: str = "The document") -> Iterator[str]:
    """The paragraphs of a Word document, in their order; notes stand at the end.

    A row of a table is one paragraph, its cells parted by bars.

    Args:
        file: Open for reading, and can be gone about in.
        name: What errors call it.

    Raises:
        SourceError: If it is none, or damaged.
    """
    from annotations.sources.documents.docx_reading import paragraphs_of_docx

    return paragraphs_of_docx(file, name=name)


def recognises(head: Head) -> bool:
    """Whether an archive begins with parts of a Word document."""
    return any(
        name.startswith("word/") and name.removeprefix("word/").startswith(_OF_WORD)
        for name in first_names(head)
    )


KIND = Kind(
    name="Word document",
    suffixes=(".docx", ".docm", ".dotx", ".dotm"),
    recognises=recognises,
    read=read,
)
