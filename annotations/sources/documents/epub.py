"""Books and magazines (.epub): each chapter is an article."""

from collections.abc import Iterator

from annotations.sources.documents.zipped import media_type
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read an article a chapter, in the order of the book."""
    from annotations.sources.documents.epub_reading import read

    return read(given)


def recognises(head: Head) -> bool:
    """Whether an archive says that it is a book."""
    return media_type(head) == "application/epub+zip"


KIND = Kind(name="EPUB", suffixes=(".epub",), recognises=recognises, read=read)
