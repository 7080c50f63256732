"""The verb beside a quotation: `"…," X said`, `X said: "…"`, or close by without a comma."""

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations.neighbours import reports_tail, speaker_in_tail
from annotations.detect.quotes.quotations.settings import Setting
from annotations.detect.quotes.reporters import Reporters

_NEAR_TAIL = 60
_NEAR_HEAD = 80
"""Characters between a quotation and a verb that is not joined to it by a comma or colon."""


def beside(layout: ArticleLayout, reporters: Reporters, setting: Setting) -> Attribution | None:
    """A verb that a comma, colon or end mark joins to the quotation."""
    tail = reporters.beside(*setting.tail)
    joined = bool(tail) and setting.last_mark in (",", "?", "!")
    if joined and reports_tail(layout, tail[0], setting.region.end):
        return _by_tail(layout, reporters, setting, tail[0], rule="tail")
    before = layout.text[slice(*setting.head)].rstrip()
    head = reporters.beside(*setting.head) if before.endswith((",", ":")) else []
    return by_head(layout, reporters, head[-1], rule="head") if head else None


def near(layout: ArticleLayout, reporters: Reporters, setting: Setting) -> Attribution | None:
    """A verb close by that nothing joins to the quotation."""
    tail = reporters.beside(*setting.tail)
    ends = setting.last_mark in tuple(",?!.—-")
    if tail and ends and tail[0].idx - setting.region.end < _NEAR_TAIL:
        return _by_tail(layout, reporters, setting, tail[0], rule="near")
    head = reporters.between(*setting.head)
    if head and setting.words >= 2 and setting.region.start - head[-1].idx < _NEAR_HEAD:
        return by_head(layout, reporters, head[-1], rule="near")
    return None


def _by_tail(
    layout: ArticleLayout, reporters: Reporters, setting: Setting, cue: Token, *, rule: str
) -> Attribution:
    speaker = speaker_in_tail(layout, reporters, cue, *setting.tail)
    return Attribution(rule=rule, cue=(cue.i, cue.i + 1), speaker=speaker)


def by_head(layout: ArticleLayout, reporters: Reporters, cue: Token, *, rule: str) -> Attribution:
    """What a verb before a quotation says of it."""
    speaker = reporters.speaker(cue)
    if speaker is not None and layout.regions.at(layout.doc[speaker[0]].idx) is not None:
        speaker = None
    return Attribution(rule=rule, cue=(cue.i, cue.i + 1), speaker=speaker)
