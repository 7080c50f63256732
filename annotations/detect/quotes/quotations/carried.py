"""Speakers that a quotation takes over from the text before it."""

from dataclasses import dataclass, replace

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


def carried_over(
    layout: ArticleLayout, reporters: Reporters, setting: Setting, last: Said | None
) -> Attribution | None:
    """The speaker of the quotation before, or of a paragraph that ends in a colon."""
    is_chained = last is not None and last.setting.paragraph == setting.paragraph
    if last is not None and is_chained and _is_next_sentence(layout, setting, last):
        return replace(last.by, rule="chained")
    if not setting.opens_paragraph or setting.words < _FEWEST_FLOATING:
        return None
    if last is not None and setting.paragraph - last.setting.paragraph <= 1:
        return replace(last.by, rule="continued")
    return _by_colon(layout, reporters, setting)


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
