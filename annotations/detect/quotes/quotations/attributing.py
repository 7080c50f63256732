"""Who says each quotation of an article."""

from collections.abc import Sequence

from annotations.detect.quotes.candidates import Attribution, Candidate
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations.beside import beside, near
from annotations.detect.quotes.quotations.captions import labelled, signed
from annotations.detect.quotes.quotations.carried import Said, carried_over
from annotations.detect.quotes.quotations.settings import Setting, setting
from annotations.detect.quotes.reporters import Reporters

_FEWEST_ORPHANED = 6
"""Words that a quotation that nobody claims has at the least."""

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
        if own is None and around is not None:
            last = Said(each, around.said)
            continue
        by = (
            own
            or signed(layout, each)
            or labelled(layout, each)
            or _parsed(narrower.get(region.start))
            or near(layout, reporters, each)
            or carried_over(layout, reporters, each, last)
        )
        if by is not None:
            last = Said(each, by)
        elif not _is_statement(each):
            continue
        found.append(
            Candidate(start=region.start, end=region.end, said=by or _NOBODY, is_framed=True)
        )
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


def _parsed(clause: Candidate | None) -> Attribution | None:
    """What the parse says of a clause that the quotation marks frame exactly."""
    return None if clause is None or clause.said.speaker is None else clause.said


def _is_statement(each: Setting) -> bool:
    """Whether a quotation that nobody claims is still speech, not a title or a scare quote."""
    return each.words >= _FEWEST_ORPHANED and each.ends_like_speech
