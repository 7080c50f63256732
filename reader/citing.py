"""What is copied of an annotation: its words, and where they come from. Pure."""

from collections.abc import Iterable

from annotations.model import Annotation, Article, CasualtyFigure, Entity, Quote
from annotations.text import clean, clean_line
from reader.dating import day

_OPENING = "“”„‟«»‹›‘’‚\"'「『–—"
"""What a quotation can begin with, a dash among it."""


def citation(annotation: Annotation, article: Article) -> str:
    """An annotation as one would cite it.

    A quote with who said it, source and date; a figure with its category and who claims it; of a
    name the full form.
    """
    match annotation:
        case Entity():
            return clean_line(annotation.name or annotation.text)
        case Quote():
            speaker = annotation.speaker.text if annotation.speaker else None
            who = annotation.speaker_name or speaker
            return _attributed(_marked(annotation), who, article)
        case CasualtyFigure():
            words = f"{annotation.text} ({annotation.category})"
            return _attributed(words, annotation.claimed_by, article)
    raise TypeError(f"{type(annotation).__name__} is no layer's annotation")


def _marked(quote: Quote) -> str:
    """The words of a quote; literal ones in quotation marks, if the text has none of its own."""
    is_bare = quote.type == "direct" and not quote.text.startswith(tuple(_OPENING))
    return f"“{quote.text}”" if is_bare else quote.text


def _attributed(words: str, who: str | None, article: Article) -> str:
    origin = ", ".join(_known((who, article.source or article.title, day(article.published))))
    return f"{clean(words)} — {origin}" if origin else clean(words)


def _known(parts: Iterable[str | None]) -> list[str]:
    return [clean_line(part) for part in parts if part]
