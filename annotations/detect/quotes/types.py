"""Direct, indirect or mixed: by how much of a quote stands inside quotation marks."""

from annotations.detect.quotes.layout import ArticleLayout
from annotations.model import QuoteType

_ALL = 0.95
_NONE = 0.02
"""Shares of letters inside quotation marks that make a quote direct, and indirect."""


def type_of(layout: ArticleLayout, start: int, end: int) -> QuoteType:
    """The type of the quote `[start, end)`."""
    quoted = sum(
        _letters(layout.text, max(start, region.start), min(end, region.end))
        for region in layout.regions.between(start, end)
    )
    share = quoted / max(1, _letters(layout.text, start, end))
    if share >= _ALL:
        return QuoteType.DIRECT
    return QuoteType.INDIRECT if share <= _NONE else QuoteType.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
