"""An article with its annotations, and what is said and counted in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from annotations.model import Annotation, Article, CasualtyFigure, Layer, Quote
from annotations.summary import summarize
from annotations.text import clean, clean_line
from reader.describing import article_fields
from reader.printed.notation import InColour, InWords, Notation, in_figures, speaker_of
from reader.printed.pieces import Piece, Tone, plain, toned
from reader.speakers import by_speaker
from reader.switches import Switch, switch_of


def chosen(annotations: Iterable[Annotation], shown: Collection[Switch]) -> list[Annotation]:
    """The annotations of some switches."""
    return [each for each in annotations if switch_of(each.layer, each.kind) in shown]


def whole(
    article: Article, annotations: Sequence[Annotation], *, coloured: bool
) -> Iterator[Piece]:
    """The heading and the text with its annotations.

    Args:
        article: The article.
        annotations: Those to show.
        coloured: Whether colour will tell them apart, in place of words.
    """
    yield from heading(article, annotations)
    yield plain("\n")
    yield from body(article.text, annotations, InColour() if coloured else InWords())
    yield plain("\n")


def summary(article: Article, annotations: Sequence[Annotation]) -> Iterator[Piece]:
    """The heading, who says what, and the figures."""
    yield from heading(article, annotations)
    quotes = (each for each in annotations if isinstance(each, Quote))
    for name, said in by_speaker(quotes, speaker_of):
        yield toned(f"\n{name}\n", Tone.TITLE)
        for quote in said:
            yield plain("- ")
            yield toned(clean_line(quote.text), Tone.QUOTE)
            yield toned(f" ({clean_line(quote.type)})\n", Tone.LABEL)
    figures = [each for each in annotations if isinstance(each, CasualtyFigure)]
    if figures:
        yield toned("\nFigures\n", Tone.TITLE)
    for each in figures:
        yield plain(f"- {in_figures(each)}: ")
        yield toned(clean_line(each.text), Tone.FIGURE)
        yield toned(_circumstances(each), Tone.LABEL)
        yield plain("\n")


def heading(article: Article, annotations: Iterable[Annotation]) -> Iterator[Piece]:
    """Title, and what is known of the article, a line each."""
    yield toned(f"{clean_line(article.title or article.id)}\n", Tone.TITLE)
    figures = (each for each in annotations if isinstance(each, CasualtyFigure))
    for name, value in article_fields(article, summarize(figures)):
        yield toned(f"{name}: ", Tone.LABEL)
        yield plain(f"{value}\n")


def body(text: str, annotations: Iterable[Annotation], notation: Notation) -> Iterator[Piece]:
    """A text with its annotations, each opened before it and closed behind it.

    Where one begins in another and ends behind it, it is closed with the other and opened again.
    """
    text = clean(text)
    waiting = sorted(annotations, key=_place, reverse=True)
    around: list[Annotation] = []
    borders = {0, len(text), *(border for each in waiting for border in (each.start, each.end))}
    for here, there in pairwise([*sorted(borders), len(text)]):
        yield from _close(around, here, notation)
        while waiting and waiting[-1].start <= here:
            around.append(waiting.pop())
            yield notation.opening(around[-1], goes_on=False)
        yield Piece(text[here:there], notation.tones(around))


def _place(annotation: Annotation) -> tuple[int, int, bool]:
    """Where it is opened: the longer before the shorter, of equal ones a quote first."""
    return annotation.start, -annotation.end, annotation.layer is not Layer.QUOTES


def _close(around: list[Annotation], here: int, notation: Notation) -> Iterator[Piece]:
    """Close what ends here, with all that was opened in it, and open again what goes on."""
    ending = [place for place, each in enumerate(around) if each.end <= here]
    if not ending:
        return
    closed = around[ending[0] :]
    del around[ending[0] :]
    for each in reversed(closed):
        yield notation.closing(each, goes_on=each.end > here)
    for each in closed:
        if each.end > here:
            around.append(each)
            yield notation.opening(each, goes_on=True)


def _circumstances(figure: CasualtyFigure) -> str:
    """Who claims it, where and when, in brackets."""
    claimed = figure.claimed_by and f"claimed by {figure.claimed_by}"
    known = [clean_line(each) for each in (claimed, figure.place, figure.date) if each]
    return f" ({', '.join(known)})" if known else ""
