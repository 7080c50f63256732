"""Who says each quotation of an article."""

from collections.abc import Sequence
from dataclasses import replace

from annotations.detect.quotes.candidates import Attribution, Candidate
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations.beside import beside, near
from annotations.detect.quotes.quotations.captions import labelled, signed
from annotations.detect.quotes.quotations.carried import Said, carried_over, chained
from annotations.detect.quotes.quotations.settings import MARKS, Setting, setting
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.quotes.utterances import is_reopened

_FEWEST_ORPHANED = 6
"""Words that a quotation that nobody claims has at the least."""

_FEWEST_ANNOUNCED = 3
"""Words of one after a colon."""

_NOBODY = Attribution(rule="unclaimed")


def quotations(
    layout: ArticleLayout, reporters: Reporters, clauses: Sequence[Candidate]
) -> list[Candidate]:
    """Attribute the quoted regions of an article.

    Args:
        layout: The article.
        reporters: Its verbs of saying.
        clauses: What the parse says is reported; a region inside a longer one of these is part
            of a mixed quote and not returned.
    """
    found: list[Candidate] = []
    last: Said | None = None
    wider, narrower = _by_region(layout, clauses)
    for index, region in enumerate(layout.regions.all):
        each = setting(layout, index)
        if each.is_title:
            continue
        own = beside(layout, reporters, each)
        around = wider.get(region.start)
        if around is not None and (own is None or _is_fragment(layout, each, around)):
            last = Said(each, around.said)
            continue
        by = (
            own
            or signed(layout, each)
            or labelled(layout, each)
            or (chained(layout, each, last) if each.is_sentence else None)
            or _parsed(narrower.get(region.start))
            or near(layout, reporters, each)
            or carried_over(layout, reporters, each, last)
        )
        if by is not None:
            last = Said(each, by)
        elif not _is_statement(layout, each):
            continue
        found.append(
            Candidate(start=region.start, end=region.end, said=by or _NOBODY, is_framed=True)
        )
    return _taken_back(layout, found)


def _taken_back(layout: ArticleLayout, found: list[Candidate]) -> list[Candidate]:
    """Give a quotation that the next paragraph goes on with the speaker who is named there."""
    for index in range(len(found) - 2, -1, -1):
        each, following = found[index], found[index + 1]
        if each.said == _NOBODY and is_reopened(layout, each, following):
            found[index] = replace(each, said=replace(following.said, rule="continued"))
    return found


def _by_region(
    layout: ArticleLayout, clauses: Sequence[Candidate]
) -> tuple[dict[int, Candidate], dict[int, Candidate]]:
    """The first reported clause for each region, by where the region starts.

    Returns:
        Those that reach beyond the region, and those that do not.
    """
    wider: dict[int, Candidate] = {}
    narrower: dict[int, Candidate] = {}
    for clause in clauses:
        for region in layout.regions.between(clause.start, clause.end):
            reaches = layout.has_words(clause.start, region.start) or layout.has_words(
                region.end, clause.end
            )
            (wider if reaches else narrower).setdefault(region.start, clause)
    return wider, narrower


def _is_fragment(layout: ArticleLayout, each: Setting, around: Candidate) -> bool:
    """Whether a region ends a sentence that it did not begin: `The rain was “too much,” X said`."""
    inner = layout.text[each.region.start : each.region.end].lstrip(MARKS)
    return inner[:1].islower() and around.end == each.region.end


def _parsed(clause: Candidate | None) -> Attribution | None:
    """What the parse says of a clause that the quotation marks frame exactly."""
    return None if clause is None or clause.said.speaker is None else clause.said


def _is_statement(layout: ArticleLayout, each: Setting) -> bool:
    """Whether a quotation that nobody claims is still speech, not a title or a scare quote."""
    is_announced = layout.text[slice(*each.head)].rstrip().endswith(":")
    fewest = _FEWEST_ANNOUNCED if is_announced else _FEWEST_ORPHANED
    return each.words >= fewest and each.ends_like_speech
