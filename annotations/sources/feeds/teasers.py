"""Entries that hold only the beginning of an article, and what feeds put behind it."""

import re

_SHORT = 500
"""Characters. A summary below that is none of an article; whole ones are seldom so short."""

_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(more…\))\s*\Z")

_TRAILER = re.compile(
    r"(?:\A|\n\n|(?<=[.!?…”’\"\]]) )(?:"
    r"(?:The post|L’article|Der Beitrag) [^\n]{1,300} "
    r"(?:appeared first on|first appeared on|est apparu en premier sur|erschien zuerst auf)"
    r" [^\n]{1,200}"  # WordPress
    r"|\[?(?:Continue reading|Read more|Read the full (?:story|article)|Keep reading|Full story)\b"
    r"[^\n]{0,200}"
    r"|Comments"  # link aggregators
    r")\s*\Z",
    re.IGNORECASE,
)


def without_trailer(text: str) -> str:
    """A text without what leads from it to the site; where a text was cut there, it says so."""
    while match := _TRAILER.search(text):
        cut = "" if not match.start() or _CUT.search(text[: match.start()]) else _told(match[0])
        text = text[: match.start()].rstrip() + cut
    return text


def is_teaser(text: str, *, is_summary: bool) -> bool:
    """Whether a text is but the beginning of an article, by its looks.

    Args:
        text: The text that a feed has.
        is_summary: Whether the feed calls it that.
    """
    return _CUT.search(text) is not None or (is_summary and len(text) < _SHORT)


def _told(trailer: str) -> str:
    """That a text goes on elsewhere, where the trailer says so."""
    goes_on = re.match(r"\s*\[?(?:continue|read|keep|full)", trailer, re.IGNORECASE)
    return " …" if goes_on else ""
