"""From HTML to the text of an article, whatever brought the HTML: a page, a message, a feed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.text import clean, fold_line_ends

if TYPE_CHECKING:
    from annotations.sources.web.page_metadata import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The article of a page."""

    text: str
    """Clean; a paragraph a line, and an empty line between two."""
    metadata: Mapping[str, object]
    """Whatever the page says of it, for `metadata.article`."""
    is_free: bool = True
    """Whether the page does not say that one has to pay for the whole article."""


def extracted(
    html: bytes | str, *, address: str | None = None, charset: str | None = None
) -> Extracted | None:
    """Find the article in a page, and what the page says of it.

    Args:
        html: The whole page.
        address: Where it was, for the links in it.
        charset: As whoever delivered the page says; of no matter for text.

    Returns:
        The article; null if there is none.

    Raises:
        SourceError: If the page cannot be read. The message has no subject: "is nested too …".
    """
    # lxml costs 30 ms, trafilatura 235, that whoever reads no page need not pay.
    from annotations.sources.web.addresses import saved_from
    from annotations.sources.web.charsets import decoded
    from annotations.sources.web.markup import parsed
    from annotations.sources.web.page_metadata import Page

    try:
        markup = html if isinstance(html, str) else decoded(html, charset)
    except SourceError as error:
        raise SourceError("is not text.", hint=error.hint) from error
    tree = parsed(markup)
    if tree is None:
        return None
    return _article(Page(tree=tree, address=address or saved_from(markup)))


def fragment_text(html: str) -> str:
    """The text of HTML that is an article, or part of one, as a whole: nothing is left out.

    Args:
        html: A document or a fragment.

    Returns:
        Clean text, a paragraph a line, and an empty line between two; empty if there is none.

    Raises:
        SourceError: If there is too much of it, or it is nested too deeply. The message has no
            subject: "has more than …".
    """
    from annotations.sources.web.blocks import blocks
    from annotations.sources.web.markup import drop_unseen, parsed

    tree = parsed(html)
    if tree is None:
        return ""
    drop_unseen(tree)
    return joined(block.text for block in blocks(tree))


def _article(page: "Page") -> Extracted | None:
    from annotations.sources.web.page_dates import best, date_in_address, written_dates
    from annotations.sources.web.page_text import page_text

    read = page_text(page)
    text = joined(read.paragraphs)
    if not text:
        return None
    said = page.metadata(read.title, text)
    written = list(written_dates(read.around))
    if said["published"] is None:
        first = next((date for is_change, date in written if not is_change), None)
        said["published"] = best((first, date_in_address(page.canonical)))
    if said["updated"] is None:
        said["updated"] = next((date for is_change, date in written if is_change), None)
    return Extracted(text=text, metadata=said, is_free=page.is_free)


def joined(texts: Iterable[str]) -> str:
    """Blocks as the text of an article."""
    lines = (line for text in texts for line in fold_line_ends(text).split("\n") if line)
    return clean("\n\n".join(lines))
