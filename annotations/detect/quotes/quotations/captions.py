"""Names beside a quotation without any verb: sign-offs and labels before a colon."""

import re

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations.settings import Setting

_NAME = r"[A-Z][\w.’'-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]*){0,5}"
_TITLE = r"(?:, (?!(?:in|on|at|after|before)\b)[^.!?:\n]{2,80})?"
_SIGNATURE = re.compile(rf"\s*[―—–-]{{1,2}}\s*({_NAME}{_TITLE})[^.!?\n]*\s*")
_LABEL = re.compile(
    rf"(?:.*[.—–-]\s)?\s*({_NAME}{_TITLE}|[A-Z]\w*(?: [a-z]+){{1,5}})(?: \([^)]*\))?:\s*"
)


def signed(layout: ArticleLayout, setting: Setting) -> Attribution | None:
    """A paragraph that is a quotation and, after a dash or on the line below, a name."""
    if not setting.opens_paragraph:
        return None
    _, end = layout.paragraphs[setting.paragraph]
    is_alone = not layout.text[setting.region.end : end].strip()
    if is_alone and setting.paragraph + 1 < len(layout.paragraphs):
        _, end = layout.paragraphs[setting.paragraph + 1]
    signature = _SIGNATURE.fullmatch(layout.text, setting.region.end, end)
    if signature is None:
        return None
    return Attribution(rule="signature", speaker=layout.tokens(*signature.span(1)))


def labelled(layout: ArticleLayout, setting: Setting) -> Attribution | None:
    """A name and a colon right before a quotation: `Ingrid Solberg: "…"`."""
    label = _LABEL.fullmatch(layout.text, *setting.head)
    if label is None:
        return None
    return Attribution(rule="label", speaker=layout.tokens(*label.span(1)))
