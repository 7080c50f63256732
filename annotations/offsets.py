"""The check that every annotation passes at every write, import and export."""

from collections.abc import Iterator

from annotations.errors import OffsetError
from annotations.model import Annotation, CasualtyFigure, Quote, Span


def check(annotation: Annotation, text: str) -> None:
    """Make sure that an annotation covers exactly the text it says it covers.

    Raises:
        OffsetError: If any of its spans is empty, out of bounds or covers something else.
    """
    for span in spans_of(annotation):
        if not 0 <= span.start < span.end <= len(text):
            raise OffsetError(
                f"{annotation.layer} annotation: [{span.start}, {span.end}) is not a stretch of "
                f"a text of {len(text)} characters."
            )
        if text[span.start : span.end] != span.text:
            raise OffsetError(
                f"{annotation.layer} annotation: the text at [{span.start}, {span.end}) is "
                f"{text[span.start : span.end]!r}, not {span.text!r}."
            )
    if isinstance(annotation, CasualtyFigure):
        _check_number(annotation)


def spans_of(annotation: Annotation) -> Iterator[Annotation | Span]:
    """An annotation, and the stretches of text that it says something about."""
    yield annotation
    parts: tuple[Span | None, ...] = ()
    if isinstance(annotation, Quote):
        parts = (annotation.speaker, annotation.cue, annotation.utterance)
    elif isinstance(annotation, CasualtyFigure):
        parts = (annotation.claimed_in, annotation.part_of)
    yield from (span for span in parts if span is not None)


def _check_number(figure: CasualtyFigure) -> None:
    """The number of a figure is null, or a stretch inside the figure."""
    start, end = figure.num_start, figure.num_end
    if start is None and end is None:
        return
    if start is None or end is None or not figure.start <= start < end <= figure.end:
        raise OffsetError(
            f"casualties annotation: its number [{start}, {end}) is not inside "
            f"[{figure.start}, {figure.end})."
        )
