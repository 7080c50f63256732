"""From HTML to the text of an article, whatever brought the HTML: a page, a message, a feed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotations.text import clean, fold_line_ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The article of a page."""

    text: str
    """Clean; a paragraph a line, and an empty line between two."""
    metadata: Mapping[str, object]
    """Whatever the page says of it, for `metadata.article`."""


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
    from annotations.sources.web.charsets import decoded

    text = fragment_text(html if isinstance(html, str) else decoded(html, charset))
    return Extracted(text=text, metadata={}) if text else None


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
    from annotations.sources.web.blocks import blocks  # lxml costs 30 ms that others need not pay
    from annotations.sources.web.markup import drop_unseen, parsed, raise_digits

    tree = parsed(html)
    if tree is None:
        return ""
    drop_unseen(tree)
    raise_digits(tree)
    return joined(block.text for block in blocks(tree))


def joined(texts: Iterable[str]) -> str:
    """Blocks as the text of an article."""
    lines = (line for text in texts for line in fold_line_ends(text).split("\n") if line)
    return clean("\n\n".join(lines))
