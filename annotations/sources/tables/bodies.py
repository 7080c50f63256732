"""The text of an article from what a record has for it: plain text, HTML, or pieces of either."""

import html
import re

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.tables.columns import folded
from annotations.sources.tables.values import plain
from annotations.text import clean, decode, fold_line_ends

_BLOCK = r"p|div|br|h[1-6]|ul|ol|li|blockquote|figure|table|section|article|html|body"
_INLINE = r"a|b|i|em|strong|span|u|small|img"
_BEGINS = re.compile(rf"\s*<(?:!doctype|{_BLOCK}|{_INLINE})\b[^>]*>", re.IGNORECASE)
_ENDS = re.compile(rf"</(?:{_BLOCK}|{_INLINE})>|<br\s*/?>", re.IGNORECASE)
_BLOCKS = re.compile(rf"<(?:{_BLOCK})\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,8}|[lr][sd]quo);")
_CUT_OFF = re.compile(r"\s*\[\+\d+ chars\]\s*$")
"""How NewsAPI says that a text goes on elsewhere."""
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_ONE_PARAGRAPH = 1_000
"""Characters of the longest paragraph that a person would write."""
_LOOKED_AT = 20_000
"""Characters in which the tags that make HTML of a text are looked for."""


def body(value: object, column: str) -> str:
    """The clean text of what a column holds; empty if it has none.

    Args:
        value: A string, bytes, an object around either, or a list of paragraphs or of pieces.
        column: Its name: one that ends in "html" says what it holds.

    Raises:
        SourceError: If it is too long, or HTML that cannot be read; a reason without a full stop.
    """
    text = _string(value)
    if len(text) > limits.TEXT:
        raise SourceError(f"the text has more than {limits.TEXT // 1_000_000} million characters")
    if "<" in text and (folded(column).endswith("html") or is_markup(text)):
        return _of_markup(text)
    if "&" in text and _REFERENCE.search(text):
        text = html.unescape(text)
    if text.endswith("chars]"):
        text = _CUT_OFF.sub("", text)
    text = clean(fold_line_ends(text))
    return _TRAILING.sub("", text).strip() if " \n" in text else text.strip()


def is_markup(text: str) -> bool:
    """Whether a text is HTML beyond doubt: it begins with a tag and has an end tag, or has two."""
    if "<" not in text:
        return False
    looked_at = text[:_LOOKED_AT]
    least = 1 if _BEGINS.match(looked_at) else 2
    return sum(1 for _ in zip(range(least), _ENDS.finditer(looked_at), strict=False)) == least


def is_flat(text: str) -> bool:
    """Whether a text is long and all in one line: its paragraphs were lost."""
    return len(text) > _ONE_PARAGRAPH and "\n" not in text


def _of_markup(text: str) -> str:
    """Where nothing but line breaks parts the paragraphs, as in WordPress, those do."""
    from annotations.sources.web.extraction import fragment_text

    if not _BLOCKS.search(text):
        lines = fold_line_ends(text).split("\n")
        text = "".join(f"<p>{line}</p>" for line in lines if line.strip())
    try:
        return fragment_text(text)
    except SourceError as error:
        raise SourceError(f"the HTML {error.message.removesuffix('.')}") from error


def _string(value: object) -> str:
    if isinstance(value, list):
        return _joined(value)
    value = plain(value)
    if isinstance(value, bytes):
        return decode(value)
    return value if isinstance(value, str) else ""


def _joined(values: list[object]) -> str:
    """Paragraphs, or, as Telegram has them, strings among objects that make up one string."""
    is_run = any(isinstance(each, dict) for each in values)
    strings = (each.get("text") if isinstance(each, dict) else each for each in values)
    return ("" if is_run else "\n\n").join(each for each in strings if isinstance(each, str))
