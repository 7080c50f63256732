"""Rich Text Format (.rtf), as word processors and news databases write it."""

from collections.abc import Iterator

from annotations.sources.documents.blocks import text_of
from annotations.sources.documents.rtf_reading import RichText
from annotations.sources.documents.word_processing import article_of_blocks
from annotations.sources.head import Head
from annotations.sources.inputs import Input, digest
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_USUAL = {
    "title": "title",
    "author": "byline",
    "keywords": "tags",
    "creatim": "published",
    "revtim": "updated",
}
"""From Rich Text's names to the usual ones."""


def text_of_rtf(data: bytes) -> str:
    """The text of Rich Text: an empty line between paragraphs, notes at the end.

    A row of a table is one paragraph, its cells parted by bars.

    Args:
        data: The whole file. What is no Rich Text gives whatever text it has.
    """
    return text_of(block.text for block in RichText(data).blocks)


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a file."""
    data = given.whole()
    found = RichText(data)
    properties = {usual: found.info[own] for own, usual in _USUAL.items() if own in found.info}
    yield article_of_blocks(given, found.blocks, {**properties, "sha256": digest(data)})


def recognises(head: Head) -> bool:
    """Whether an input begins as Rich Text."""
    return head.data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf")


KIND = Kind(name="Rich Text", suffixes=(".rtf",), recognises=recognises, read=read)
