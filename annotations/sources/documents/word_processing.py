"""From the blocks and properties of a word processor's document to its article."""

from collections.abc import Iterable, Mapping

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import limits
from annotations.sources.content_id import content_id
from annotations.sources.documents.blocks import Block, text_of
from annotations.sources.documents.titles import title_of
from annotations.sources.inputs import Input
from annotations.sources.metadata import article

_NOBODY = ("user", "admin", "administrator", "author", "unknown", "owner", "microsoft office user")
"""Who has written a document if the program was never told."""


def article_of_blocks(
    given: Input, blocks: Iterable[Block], properties: Mapping[str, object]
) -> Article:
    """Make the one article of a document.

    Args:
        given: What it is read from.
        blocks: Its paragraphs.
        properties: What it says of itself, under the usual names.

    Raises:
        SourceError: If it has no text, or too much.
    """
    found = within_bounds(blocks, given)
    text = text_of(block.text for block in found)
    if not text:
        raise SourceError(f"{given.name} has no text.")
    metadata = dict(properties)
    own = str(metadata.pop("title", ""))
    if str(metadata.get("byline", "")).strip().lower() in _NOBODY:
        metadata.pop("byline", None)
    if metadata.get("updated") == metadata.get("published"):
        metadata.pop("updated", None)
    return article(
        metadata,
        article_id=content_id(text),
        text=text,
        title=title_of(own, _titles(found), text, given.name),
        origin=given.origin,
    )


def within_bounds(blocks: Iterable[Block], given: Input) -> list[Block]:
    """All blocks.

    Raises:
        SourceError: If together they are longer than an article may be.
    """
    found, length = [], 0
    for block in blocks:
        length += len(block.text) + 2
        if length > limits.TEXT:
            raise SourceError(
                f"{given.name} has more than {limits.TEXT // 1_000_000} million characters.",
                hint="Part it into several files.",
            )
        found.append(block)
    return found


def _titles(blocks: list[Block]) -> list[str]:
    """The title as such, or a heading of the first level that nothing stands before."""
    title = next((block.text for block in blocks if block.level == 0), "")
    first = blocks[0].text if blocks and blocks[0].level is not None else ""
    return [title, first]
