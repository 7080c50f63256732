"""Quotes that are parts of one utterance: found, joined and parted. Pure.

The parts share one stretch, from the first to the last of them; what stands alone has none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.model import Quote, Span


def parts_of(quote: Quote, quotes: Iterable[Quote]) -> list[Quote]:
    """All that was said in one go with a quote, in the order of the text; itself among them.

    Args:
        quote: As it stands in the text.
        quotes: Those of the article, or at least those in its utterance.
    """
    others = [
        each
        for each in quotes
        if quote.utterance is not None and each.utterance == quote.utterance and each.id != quote.id
    ]
    return sorted([quote, *others], key=lambda each: each.start)


def in_one_go(parts: Sequence[Quote], text: str) -> list[Quote]:
    """Quotes as the parts of one utterance; one alone is of none.

    Args:
        parts: In the order of the text.
        text: The article's.
    """
    whole = None
    if len(parts) > 1:
        whole = Span.cut(text, parts[0].start, max(each.end for each in parts))
    return [replace(each, utterance=whole) for each in parts]
