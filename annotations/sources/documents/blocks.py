"""What documents are made of on their way to text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.text import clean, fold_line_ends

BULLET = "•"
"""Before an item of a list; a dash could be taken for the beginning of somebody's speech."""

_BETWEEN_CELLS = " | "
_LONGEST_CELL = 120
"""Characters of a cell of figures and words; more is text that a table merely lays out."""

_SHY = "\N{SOFT HYPHEN}"
_SYMBOL = re.compile("[\uf000-\uf0ff]")
"""Characters of fonts of symbols, which mean nothing without the font."""
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a heading, an item of a list or a row of a table."""

    text: str
    level: int | None = None
    """Of a heading, from 0 for the document's title; null if it is none."""


def tidy(text: str) -> str:
    """A paragraph's text without soft hyphens, and with single blanks; line breaks stay."""
    lines = _without_symbols(fold_line_ends(text).replace(_SHY, "")).split("\n")
    return "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in lines)))


def _without_symbols(text: str) -> str:
    """A text whose symbols are gone, but for a bullet where one stands at its beginning."""
    start = text.lstrip()
    if _SYMBOL.match(start) and start[1:].strip():
        text = f"{BULLET} {start[1:]}"
    return _SYMBOL.sub("", text)


def row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """A row of a table as one paragraph, or, if it lays out longer text, its paragraphs.

    Args:
        cells: The paragraphs of each cell.
    """
    texts = ["\n".join(block.text for block in cell) for cell in cells]
    if any(len(text) > _LONGEST_CELL for text in texts) or sum(map(bool, texts)) == 1:
        return [block for cell in cells for block in cell]
    line = _BETWEEN_CELLS.join(text.replace("\n", " ") for text in texts)
    return [Block(text=line.strip())] if any(texts) else []


def text_of(paragraphs: Iterable[str]) -> str:
    """The text of an article from its paragraphs: an empty line between them, and clean."""
    kept = filter(None, (clean(paragraph).strip() for paragraph in paragraphs))
    text = "\n\n".join(kept)
    return f"{text}\n" if text else ""
