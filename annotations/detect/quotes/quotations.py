"""Quotations: stretches inside quotation marks, and the verb and speaker beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Candidate
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.marks import Region
from annotations.detect.quotes.neighbours import reports_tail, speaker_in_tail
from annotations.detect.reporting import speaker_of

_MARKS = "“”„‟«»‘’\"'` "
_SIGNATURE = re.compile(r"\s*[―—–-]{1,2}\s*([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})\s*")
_NEAR_TAIL = 60
_NEAR_HEAD = 80
"""Characters between a quotation and a verb that is not joined to it by a comma or colon."""
_FEWEST_CHAINED = 3
_FEWEST_FLOATING = 4
_FEWEST_ORPHANED = 6
"""Words that a quotation without a verb of its own has at the least: shorter ones are titles,
names and words held at arm's length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """A region and what stands around it."""

    region: Region
    paragraph: int
    head: tuple[int, int]
    tail: tuple[int, int]
    words: int
    last_mark: str
    """The last character inside the marks."""


@dataclass(frozen=True, slots=True)
class _Attribution:
    """Who said the last quotation, and where it stood."""

    cue: Token | None
    speaker: tuple[int, int] | None
    paragraph: int


def quotations(layout: ArticleLayout, clauses: Sequence[Candidate]) -> list[Candidate]:
    """Attribute the quoted regions of an article.

    Args:
        layout: The article.
        clauses: What the parse says is reported; a region inside a longer one of these is part
            of a mixed quote and not returned.
    """
    found: list[Candidate] = []
    last: _Attribution | None = None
    wider, narrower = _by_region(layout, clauses)
    for index, region in enumerate(layout.regions.all):
        setting = _setting(layout, index)
        own = _beside(layout, setting)
        around = wider.get(region.start)
        if own is None and around is not None:
            last = _Attribution(around.cue, around.speaker, setting.paragraph)
            continue
        said = (
            own
            or _signed(layout, setting)
            or _parsed(setting, narrower.get(region.start))
            or _near(layout, setting)
            or _carried_over(layout, setting, last)
        )
        if said is None:
            if _is_statement(setting):
                found.append(_candidate(region, _Attribution(None, None, setting.paragraph)))
            continue
        found.append(_candidate(region, said))
        last = said
    return found


def _candidate(region: Region, said: _Attribution) -> Candidate:
    return Candidate(
        start=region.start, end=region.end, cue=said.cue, speaker=said.speaker, is_paired=True
    )


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


def _setting(layout: ArticleLayout, index: int) -> _Setting:
    regions = layout.regions.all
    region = regions[index]
    inner = layout.text[region.start : region.end].strip(_MARKS)
    return _Setting(
        region=region,
        paragraph=layout.paragraph(region.start),
        head=layout.before(region, regions[index - 1] if index else None),
        tail=layout.after(region, regions[index + 1] if index + 1 < len(regions) else None),
        words=len(inner.split()),
        last_mark=inner[-1:],
    )


def _beside(layout: ArticleLayout, setting: _Setting) -> _Attribution | None:
    """A verb joined to the quotation: `"…," X said` or `X said: "…"`."""
    tail = layout.cues_between(*setting.tail)
    joined = bool(tail) and setting.last_mark in (",", "?", "!")
    if joined and reports_tail(layout, tail[0], setting.region.end):
        return _by_tail(layout, setting, tail[0])
    head = layout.cues_between(*setting.head)
    before = layout.text[setting.head[0] : setting.head[1]].rstrip()
    return _by_head(layout, setting, head[-1]) if head and before.endswith((",", ":")) else None


def _signed(layout: ArticleLayout, setting: _Setting) -> _Attribution | None:
    """A paragraph that is a quotation and, after a dash, a name."""
    start, end = layout.paragraphs[setting.paragraph]
    signature = _SIGNATURE.fullmatch(layout.text, setting.region.end, end)
    if signature is None or layout.text[start : setting.region.start].strip():
        return None
    name = layout.doc.char_span(*signature.span(1), alignment_mode="expand")
    speaker = (name.start, name.end) if name is not None else None
    return _Attribution(None, speaker, setting.paragraph)


def _parsed(setting: _Setting, clause: Candidate | None) -> _Attribution | None:
    """What the parse says of a clause that the quotation marks frame exactly."""
    if clause is None or clause.speaker is None:
        return None
    return _Attribution(clause.cue, clause.speaker, setting.paragraph)


def _near(layout: ArticleLayout, setting: _Setting) -> _Attribution | None:
    """A verb close by that no comma joins to the quotation."""
    tail = layout.cues_between(*setting.tail)
    ends = setting.last_mark in tuple(",?!.—-")
    if tail and ends and tail[0].idx - setting.region.end < _NEAR_TAIL:
        return _by_tail(layout, setting, tail[0])
    head = layout.cues_between(*setting.head)
    if head and setting.words >= 2 and setting.region.start - head[-1].idx < _NEAR_HEAD:
        return _by_head(layout, setting, head[-1])
    return None


def _by_tail(layout: ArticleLayout, setting: _Setting, cue: Token) -> _Attribution:
    return _Attribution(cue, speaker_in_tail(layout, cue, *setting.tail), setting.paragraph)


def _by_head(layout: ArticleLayout, setting: _Setting, cue: Token) -> _Attribution:
    speaker = speaker_of(cue)
    if speaker is not None and layout.regions.at(layout.doc[speaker[0]].idx) is not None:
        speaker = None
    return _Attribution(cue, speaker, setting.paragraph)


def _carried_over(
    layout: ArticleLayout, setting: _Setting, last: _Attribution | None
) -> _Attribution | None:
    """The speaker of the quotation before, or of a paragraph that ends in a colon."""
    start, _ = layout.paragraphs[setting.paragraph]
    before = layout.text[start : setting.region.start].rstrip()
    if last is not None and last.paragraph == setting.paragraph:
        goes_on = before.endswith((".", "!", "?", "”", '"', "»"))
        if goes_on and setting.words >= _FEWEST_CHAINED and _ends_like_speech(setting):
            return last
    if before or setting.words < _FEWEST_FLOATING:
        return None
    if last is not None and setting.paragraph - last.paragraph <= 1:
        return _Attribution(last.cue, last.speaker, setting.paragraph)
    return _by_colon(layout, setting)


def _ends_like_speech(setting: _Setting) -> bool:
    return setting.last_mark in tuple(".?!,…") or not setting.region.closed


def _by_colon(layout: ArticleLayout, setting: _Setting) -> _Attribution | None:
    if setting.paragraph == 0:
        return None
    start, end = layout.paragraphs[setting.paragraph - 1]
    cues = layout.cues_between(start, end)
    if not cues or not layout.text[start:end].rstrip().endswith(":"):
        return None
    return _by_head(layout, setting, cues[-1])


def _is_statement(setting: _Setting) -> bool:
    """Whether a quotation that nobody claims is still speech, not a title or a scare quote."""
    return setting.words >= _FEWEST_ORPHANED and _ends_like_speech(setting)
