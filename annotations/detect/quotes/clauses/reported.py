"""All the clauses that an article reports, widened so that no quotation is cut."""

import re
from collections.abc import Iterator

from annotations.detect.quotes.candidates import Candidate
from annotations.detect.quotes.clauses.according import according_to
from annotations.detect.quotes.clauses.asides import asides
from annotations.detect.quotes.clauses.complements import complements
from annotations.detect.quotes.clauses.interposed import around_interposed, is_interposed
from annotations.detect.quotes.clauses.named import named
from annotations.detect.quotes.clauses.nonfinite import nonfinite
from annotations.detect.quotes.clauses.nouns import noun_reports
from annotations.detect.quotes.clauses.second_halves import second_half
from annotations.detect.quotes.clauses.semicolons import between_semicolons
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import Reporters

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20}){0,3}(?: \([\w ]{2,30}\))? ?[–—-]{1,2} "
)
_STAMP = re.compile(r"(?<=\n)\d{1,2}[:.]\d\d (?=\S)")
"""The time that a paragraph of a live blog begins with."""
_ENDS = " .,;:—–-"


def reported_clauses(layout: ArticleLayout, reporters: Reporters) -> Iterator[Candidate]:
    """Yield what the parse says is reported; stretches may overlap."""
    for stretch in _stretches(layout, reporters):
        start, end = between_semicolons(layout, stretch)
        start = _after_dateline(layout, start)
        start, end = layout.strip(start, max(start, end), _ENDS)
        start, end = layout.regions.widened(start, end)
        if start < end and (stretch.may_be_word or not _is_word(layout, start, end)):
            yield Candidate(start=start, end=end, said=stretch.said)


def _after_dateline(layout: ArticleLayout, start: int) -> int:
    """Where content begins that a dateline stands before: "OSLO (AP) - Rain fell, X said"."""
    before = _DATELINE.match(layout.text, start) or _STAMP.match(layout.text, start)
    return start if before is None else before.end()


def _stretches(layout: ArticleLayout, reporters: Reporters) -> Iterator[Stretch]:
    for cue in reporters.cues:
        found = list(complements(layout, reporters, cue))
        if not found and is_interposed(cue):
            found = list(around_interposed(reporters, cue))
        yield from found
        yield from second_half(layout, reporters, cue, found)
    for cue in reporters.asides:
        yield from asides(layout, reporters, cue)
    for cue in reporters.askers:
        yield from nonfinite(reporters, cue)
    for cue in reporters.namers:
        yield from named(layout, reporters, cue)
    yield from noun_reports(layout, reporters)
    yield from according_to(layout)


def _is_word(layout: ArticleLayout, start: int, end: int) -> bool:
    """Whether a stretch is a single word outside quotation marks."""
    return layout.text.find(" ", start, end) < 0 and layout.regions.at(start) is None
