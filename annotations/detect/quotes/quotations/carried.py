"""Speakers that a quotation takes over from the text before it."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations.beside import by_head
from annotations.detect.quotes.quotations.settings import Setting
from annotations.detect.quotes.reporters import Reporters

_FEWEST_CHAINED = 3
_FEWEST_FLOATING = 4
"""Words of a quotation without a verb of its own: shorter ones are names or scare quotes."""


@dataclass(frozen=True, slots=True)
class Said:
    """The quotation before, with who said it."""

    setting: Setting
    by: Attribution


def chained(layout: ArticleLayout, setting: Setting, last: Said | None) -> Attribution | None:
    """The speaker of the quotation before, if this one reads as the next sentence of it."""
    if last is None or last.setting.paragraph != setting.paragraph:
        return None
    is_next = _is_next_sentence(layout, setting, last)
    return replace(last.by, rule="chained") if is_next else None


def carried_over(
    layout: ArticleLayout, reporters: Reporters, setting: Setting, last: Said | None
) -> Attribution | None:
    """The speaker of the quotation before, or of the paragraph before."""
    by = chained(layout, setting, last)
    if by is not None:
        return by
    if not setting.opens_paragraph or setting.words < _FEWEST_FLOATING:
        return None
    if last is not None and setting.paragraph - last.setting.paragraph <= 1:
        return replace(last.by, rule="continued")
    return _by_colon(layout, reporters, setting) or _by_report(layout, reporters, setting)


def _is_next_sentence(layout: ArticleLayout, setting: Setting, last: Said) -> bool:
    """Whether a quotation begins a sentence, and reads as the next one of the same speaker."""
    between = layout.text[last.setting.region.end : setting.region.start]
    start, _ = layout.paragraphs[setting.paragraph]
    before = layout.text[start : setting.region.start].rstrip()
    follows_at_once = last.by.cue is not None and between.count(". ") <= 2 and len(between) < 80
    fewest = 1 if follows_at_once and setting.region.closed else _FEWEST_CHAINED
    goes_on = before.endswith((".", "!", "?", "”", '"', "»", "''", "’"))
    return goes_on and setting.words >= fewest and setting.ends_like_speech


def _by_colon(layout: ArticleLayout, reporters: Reporters, setting: Setting) -> Attribution | None:
    if setting.paragraph == 0:
        return None
    start, end = layout.paragraphs[setting.paragraph - 1]
    cues = reporters.beside(start, end)
    if not cues or not layout.text[start:end].rstrip().endswith((":", ",")):
        return None
    return by_head(layout, reporters, cues[-1], rule="colon")


def _by_report(layout: ArticleLayout, reporters: Reporters, setting: Setting) -> Attribution | None:
    """The speaker of the report that ends the paragraph before one of nothing but quotation."""
    _, end = layout.paragraphs[setting.paragraph]
    if setting.paragraph == 0 or layout.text[setting.region.end : end].strip():
        return None
    start, end = layout.paragraphs[setting.paragraph - 1]
    cues = [cue for cue in reporters.between(start, end) if cue.dep_ == "ROOT"]
    if not cues or not _ends_with_sentence(layout, cues[-1], end):
        return None
    return by_head(layout, reporters, cues[-1], rule="after-report")


def _ends_with_sentence(layout: ArticleLayout, cue: Token, end: int) -> bool:
    """Whether the paragraph that ends at an offset ends with the sentence of a verb."""
    last = layout.doc[layout.sentences.after(cue.i) - 1]
    return not layout.text[min(end, last.idx + len(last)) : end].strip()
