"""What does not belong to a name although the recogniser took it in."""

import re

_OUTSIDE = "\"“”„‟«»‹›‘’'`´,;:([ \t\n\r\xa0"
"""Stripped from both ends: quotation marks, blanks, punctuation that opens or separates."""

_CLOSING = _OUTSIDE + ")]!?—–-"
_POSSESSIVE = re.compile(r"['’‘][sS]$")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Borders of a name without blanks, stray quotation marks and possessive ending.

    Returns an empty stretch if nothing is left.
    """
    while start < end and (text[start] in _OUTSIDE or text[start].isspace()):
        start += 1
    while start < end:
        possessive = _POSSESSIVE.search(text[max(start, end - 2) : end])
        if possessive:
            end -= 2
        elif text[end - 1].isspace() or _is_stray_end(text, start, end):
            end -= 1
        else:
            break
    return start, end


def _is_stray_end(text: str, start: int, end: int) -> bool:
    """Whether the last character closes something that the name did not open."""
    last = text[end - 1]
    if last == ")":
        return text.count("(", start, end) < text.count(")", start, end)
    return last in _CLOSING
