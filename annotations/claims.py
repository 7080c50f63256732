"""Who claims a figure by the quote that it stands in. Pure.

One rule for the detector and for what a person adds or reshapes.
"""

from collections.abc import Iterable
from dataclasses import replace

from annotations.model import Annotation, CasualtyFigure, Quote, Span


def innermost(quotes: Iterable[Quote], start: int, end: int) -> Quote | None:
    """The shortest quote that holds the stretch `[start, end)` of the text; null if none does."""
    holding = (each for each in quotes if holds(each, start, end))
    return min(holding, key=lambda each: each.end - each.start, default=None)


def claimant(quote: Quote | None) -> str | None:
    """What is said to claim what stands in a quote: its speaker by name, else in words.

    On one line, up to the first comma; null if nobody is known.
    """
    if quote is None:
        return None
    named = quote.speaker_name or (quote.speaker.text if quote.speaker else None)
    return named and in_short(named)


def in_short(words: str) -> str:
    """The words for a claimant on one line, without what is said of them behind a comma."""
    return " ".join(words.partition(",")[0].split())


def place(annotation: Annotation) -> Span:
    """Where an annotation stands, as others that are bound to it say it."""
    return Span(start=annotation.start, end=annotation.end, text=annotation.text)


def holds(stretch: Annotation | Span, start: int, end: int) -> bool:
    """Whether `[start, end)` lies within a stretch of the text."""
    return stretch.start <= start and end <= stretch.end


def is_at(span: Span | None, annotation: Annotation) -> bool:
    """Whether what is said of a place is said of where an annotation stands."""
    return span is not None and (span.start, span.end) == (annotation.start, annotation.end)


def within_quote(figure: CasualtyFigure, quotes: Iterable[Quote]) -> CasualtyFigure:
    """The figure with the quote that it stands in.

    The one it is claimed in stays as long as it stands there; else it is the innermost, or none.

    Args:
        figure: As it stands by now.
        quotes: At least those that share a character with it.
    """
    quote = figure.claimed_in
    if quote is not None and holds(quote, figure.start, figure.end):
        return figure
    found = innermost(quotes, figure.start, figure.end)
    return replace(figure, claimed_in=None if found is None else place(found))


def claimed(figure: CasualtyFigure, quotes: Iterable[Quote]) -> CasualtyFigure:
    """The same; where it stands in another quote than before, the speaker claims it.

    Whoever claims it already does so still.
    """
    quotes = list(quotes)
    after = within_quote(figure, quotes)
    if figure.claimed_by or after.claimed_in in (None, figure.claimed_in):
        return after
    return replace(after, claimed_by=claimant(innermost(quotes, figure.start, figure.end)))
