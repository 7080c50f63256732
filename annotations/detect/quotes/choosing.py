"""Which candidates become quotes where they overlap."""

from bisect import bisect_left
from collections.abc import Iterable

from annotations.detect.quotes.candidates import Candidate
from annotations.detect.quotes.layout import ArticleLayout


def chosen(
    layout: ArticleLayout, framed: Iterable[Candidate], clauses: Iterable[Candidate]
) -> list[Candidate]:
    """The candidates that become quotes, none of them nested, sorted by start.

    Args:
        layout: The article.
        framed: What its layout frames: turns first, for what is quoted in one is a part of it.
        clauses: What its parse says is reported; of these the longer ones are kept.
    """
    kept: list[Candidate] = []
    starts: list[int] = []
    for each in (*framed, *sorted(clauses, key=lambda each: -each.length)):
        if not layout.has_words(each.start, each.end):
            continue
        index = bisect_left(starts, each.start)
        neighbours = kept[max(0, index - 1) : index + 1]
        if not any(neighbour.overlaps(each.start, each.end) for neighbour in neighbours):
            kept.insert(index, each)
            starts.insert(index, each.start)
    return kept
