"""Where an annotation begins and ends after its ends are moved by words or characters. Pure.

Moved by words it stays within its paragraph, and begins and ends with whole words, without the
marks beside them; but a quote begins with its opening mark, and ends with the closing one of a mark
that it has. By characters a quote may go on in the next paragraph.
"""

from collections.abc import Callable
from typing import Literal

from annotations.model import Annotation, Layer
from reader import motions
from reader.quote_borders import quote_words
from reader.snapping import WORD, without_possessive

End = Literal["start", "end"]
"""Which end of an annotation."""
Step = Literal["character", "word"]
"""By what it is moved."""
Cluster = Callable[[int], tuple[int, int]]
"""The grapheme cluster around a character, as `[start, end)`."""
Span = tuple[int, int]


def moved(
    text: str,
    annotation: Annotation,
    end: End,
    step: int,
    *,
    by: Step,
    cluster_at: Cluster,
    times: int = 1,
) -> tuple[Span, int]:
    """Move one end of an annotation.

    Args:
        text: The article's text.
        annotation: What has the end.
        end: Which of the two.
        step: 1 for forwards, -1 for backwards.
        by: Words, or characters; blanks count as none.
        cluster_at: Grapheme clusters, of which none is cut.
        times: How often.

    Returns:
        The stretch `[start, end)` it covers then, and how often it could be moved: not beyond
        the paragraph, unless a quote by characters, and not so that nothing would be left.
    """
    span, done = (annotation.start, annotation.end), 0
    is_quote = annotation.layer is Layer.QUOTES
    while done < times:
        first, last = _within(text, span, may_leave=is_quote and by == "character")
        if by == "character":
            stops = _ends_of_clusters(text, span, end, step, within=(first, last), at=cluster_at)
        elif is_quote:
            stops = [word[end == "end"] for word in quote_words(text, span, first, last)]
        else:
            stops = [word[end == "end"] for word in _words(text, first, last)]
        found = _next(stops, span, end, step, cluster_at)
        if found is None:
            break
        span, done = found, done + 1
    return span, done


def _within(text: str, span: Span, *, may_leave: bool) -> Span:
    """The stretch that an annotation may take up, which may leave its paragraph or may not."""
    first, last = motions.line_around(text, span[0])[0], motions.line_around(text, span[1] - 1)[1]
    if may_leave:
        first = motions.previous_paragraph(text, first)
        following = motions.next_paragraph(text, span[1] - 1)
        last = motions.line_around(text, following)[1]
    return first, last


def _words(text: str, first: int, last: int) -> list[Span]:
    """The words in a stretch, without possessive endings."""
    return [without_possessive(text, *match.span()) for match in WORD.finditer(text, first, last)]


def _ends_of_clusters(
    text: str, span: Span, end: End, step: int, *, within: Span, at: Cluster
) -> list[int]:
    """The next end on one side of a cluster that is no blank, if there is one."""
    is_end = end == "end"
    offset = span[is_end] - (1 if is_end else 0)
    while True:
        offset = at(offset)[1] if step > 0 else at(offset)[0] - 1
        if not within[0] <= offset < within[1]:
            return []
        cluster = at(offset)
        if text[slice(*cluster)].strip():
            return [cluster[is_end]]


def _next(stops: list[int], span: Span, end: End, step: int, cluster_at: Cluster) -> Span | None:
    """The span with its end on the next stop, if something of it would be left."""
    present = span[end == "end"]
    beyond = [stop for stop in stops if (stop - present) * step > 0]
    if not beyond:
        return None
    stop = min(beyond) if step > 0 else max(beyond)
    if end == "end":
        stop = cluster_at(stop - 1)[1]
        return (span[0], stop) if stop > span[0] else None
    stop = cluster_at(stop)[0]
    return (stop, span[1]) if stop < span[1] else None
