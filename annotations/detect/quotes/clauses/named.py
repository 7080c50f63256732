"""What somebody calls a person or thing: "called the fire “a crime”"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.marks import Region
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.reporting import reporting_verbs

_FARTHEST = 12
"""Tokens from the verb to the quotation."""
_FEWEST_ALONE = 2
"""Words of a quotation whose object stands before the verb: "what he called “hell”"."""
_PARTICLES = frozenset(("for", "in", "into", "off", "on", "out", "upon"))
"""After a verb they make it another one: "called for"."""
_BREAKS = frozenset((",", ";", ":", "—", "–"))


def named(layout: ArticleLayout, reporters: Reporters, cue: Token) -> Iterator[Stretch]:
    """Yield what a verb says that its object is, if that is in quotation marks."""
    region = layout.regions.following(cue.idx)
    if region is None or not region.closed:
        return
    between = _between(layout, cue, region)
    speaker = reporters.speaker(cue) if between is not None else None
    if between is None or speaker is None or not _fits(cue, between):
        return
    words = [each for each in between if each.pos_ != "ADV" and each.lower_ not in ("as", "to")]
    alone = not words or all(each.pos_ == "DET" for each in words)
    if alone and layout.text[region.start : region.end].count(" ") + 1 < _FEWEST_ALONE:
        return
    said = Attribution(rule="named", cue=(cue.i, cue.i + 1), speaker=speaker)
    yield Stretch(start=region.start if alone else words[0].idx, end=region.end, said=said)


def _between(layout: ArticleLayout, cue: Token, region: Region) -> list[Token] | None:
    """The tokens from a verb to a quotation; null where they are too many or a clause ends."""
    found = layout.tokens(region.start, region.end)
    after = layout.sentences.after(cue.i)
    if found is None or found[0] >= after or found[0] - cue.i > _FARTHEST:
        return None
    between = list(layout.doc[cue.i + 1 : found[0]])
    ends = any(each.text in _BREAKS or each.tag_ in ("VBD", "VBZ") for each in between)
    return None if ends else between


def _fits(cue: Token, between: list[Token]) -> bool:
    if between and between[0].lower_ in _PARTICLES:
        return False
    has_as = any(each.lower_ == "as" for each in between)
    return has_as or cue.lemma_.lower() in reporting_verbs("naming")
