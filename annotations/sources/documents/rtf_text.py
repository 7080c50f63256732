"""The text of Rich Text, and what it says of itself."""

from collections.abc import Iterator

from annotations.sources.documents.blocks import text_of
from annotations.sources.documents.rtf_reading import RichText
from annotations.sources.documents.word_processing import article_of_blocks
from annotations.sources.inputs import Input, digest
from annotations.sources.kinds import Item

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


def read(given: Input) -> Iterator[Item]:
    """Read the one article of a file."""
    data = given.whole()
    found = RichText(data)
    properties = {usual: found.info[own] for own, usual in _USUAL.items() if own in found.info}
    yield article_of_blocks(given, found.blocks, {**properties, "sha256": digest(data)})
