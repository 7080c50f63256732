"""Which quotes are parts of one utterance."""

from collections.abc import Sequence

from annotations.detect.quotes.candidates import Candidate
from annotations.detect.quotes.layout import ArticleLayout
from annotations.model import Span


def utterances(layout: ArticleLayout, quotes: Sequence[Candidate]) -> list[Span | None]:
    """For each quote the stretch that it shares with other parts of what is said in one go.

    That is so for "A," X said, "B", and for a quotation that the next paragraph opens again
    before it was closed. Null for quotes in one piece.

    Args:
        layout: The article.
        quotes: Its quotes in the order of the text, none of them nested.
    """
    groups: list[list[Candidate]] = []
    for each in quotes:
        if groups and _goes_on(layout, groups[-1][-1], each):
            groups[-1].append(each)
        else:
            groups.append([each])
    return [_span(layout, group) for group in groups for _ in group]


def _span(layout: ArticleLayout, group: Sequence[Candidate]) -> Span | None:
    if len(group) == 1:
        return None
    return Span.cut(layout.text, group[0].start, group[-1].end)


def _goes_on(layout: ArticleLayout, one: Candidate, following: Candidate) -> bool:
    return _is_parted_by_cue(layout, one, following) or is_reopened(layout, one, following)


def _is_parted_by_cue(layout: ArticleLayout, one: Candidate, following: Candidate) -> bool:
    """Whether "X said" stands between the two, and no sentence ends there."""
    cue = one.said.cue
    if cue is None or cue != following.said.cue:
        return False
    stands_between = one.end <= layout.doc[cue[0]].idx < following.start
    between = layout.text[one.end : following.start].rstrip()
    return stands_between and between.endswith((",", "—", "–", "-"))


def is_reopened(layout: ArticleLayout, one: Candidate, following: Candidate) -> bool:
    """Whether an unclosed quotation goes on in the next paragraph."""
    region = layout.regions.at(one.start)
    between = layout.text[one.end : following.start]
    return (
        one.is_framed
        and following.is_framed
        and region is not None
        and not region.closed
        and "\n" in between
        and not between.strip()
    )
