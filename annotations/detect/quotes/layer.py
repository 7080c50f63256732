"""The quote layer: reported clauses and quotations, told apart, with their speakers."""

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc

from annotations.detect.quotes.candidates import Candidate
from annotations.detect.quotes.clauses import reported_clauses
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations import quotations
from annotations.detect.quotes.speakers import Speakers
from annotations.model import Quote, QuoteType, Span

_ALL = 0.95
_NONE = 0.02
"""Shares of letters inside quotation marks that make a quote direct, and indirect."""


def find_quotes(doc: Doc) -> list[Quote]:
    """Find what is said in an article, by whom, in the order of the text."""
    layout = ArticleLayout(doc)
    clauses = list(reported_clauses(layout))
    paired = quotations(layout, clauses)
    speakers = Speakers(doc)
    chosen = _without_overlaps([*paired, *clauses])
    return [_quote(layout, each, speakers) for each in chosen if _says_anything(layout, each)]


def _without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep quotations before clauses and longer ones before shorter; sorted by start."""
    chosen: list[Candidate] = []
    starts: list[int] = []
    for each in sorted(candidates, key=lambda each: (not each.is_paired, -each.length)):
        index = bisect_left(starts, each.start)
        neighbours = chosen[max(0, index - 1) : index + 1]
        if not any(neighbour.overlaps(each.start, each.end) for neighbour in neighbours):
            chosen.insert(index, each)
            starts.insert(index, each.start)
    return chosen


def _says_anything(layout: ArticleLayout, candidate: Candidate) -> bool:
    return layout.has_words(candidate.start, candidate.end)


def _quote(layout: ArticleLayout, candidate: Candidate, speakers: Speakers) -> Quote:
    doc, text = layout.doc, layout.text
    start, end = layout.strip(candidate.start, candidate.end, "")
    speaker = name = cue = None
    if candidate.speaker is not None:
        first, after = candidate.speaker
        speaker = Span.cut(text, doc[first].idx, doc[after - 1].idx + len(doc[after - 1]))
        name = speakers.name(first, after)
    if candidate.cue is not None:
        cue = Span.cut(text, candidate.cue.idx, candidate.cue.idx + len(candidate.cue))
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        type=_type(layout, start, end),
        speaker=speaker,
        cue=cue,
        speaker_name=name,
    )


def _type(layout: ArticleLayout, start: int, end: int) -> QuoteType:
    """Direct, indirect or mixed, by the share of letters inside quotation marks."""
    quoted = sum(
        _letters(layout.text, max(start, region.start), min(end, region.end))
        for region in layout.regions.between(start, end)
    )
    share = quoted / max(1, _letters(layout.text, start, end))
    if share >= _ALL:
        return QuoteType.DIRECT
    return QuoteType.INDIRECT if share <= _NONE else QuoteType.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(character.isalnum() for character in text[start:end])
