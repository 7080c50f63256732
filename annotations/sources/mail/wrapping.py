"""Short plain mail that was wrapped by the program it was written in.

`annotations.sources.paragraphs` wants to see many lines before it is sure of their width. Mail is
wrapped so often that a paragraph is enough whose every line is as full as it could be.
"""

import re
from itertools import pairwise

_NARROWEST, _WIDEST = 60, 80
"""Characters of the longest line."""
_PARTED = re.compile(r"\n[ \t]*\n")
_LAID_OUT = re.compile(r"\s|>|[-*•–—]\s|\d{1,3}[.)]\s|[^\n]*\S {3,}\S|https?://\S+$")
"""A line that is nobody's continuation."""


def unwrapped(text: str) -> str:
    """A text with those paragraphs on one line that were clearly wrapped.

    Args:
        text: Clean text of a message.
    """
    width = max(map(len, text.split("\n")))
    if not _NARROWEST <= width <= _WIDEST:
        return text
    return "\n\n".join(_joined(block, width) for block in _PARTED.split(text))


def _joined(block: str, width: int) -> str:
    lines = [line.rstrip() for line in block.strip("\n").split("\n")]
    return " ".join(lines) if _is_wrapped(lines, width) else block


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether no line has room for the next one's first word, and a sentence goes on in one."""
    pairs = list(pairwise(lines))
    return (
        not any(map(_LAID_OUT.match, lines))
        and all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairs)
        and any(after[0].islower() for _, after in pairs)
    )
