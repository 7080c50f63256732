"""How a row of equal annotations is laid out: when, where, and the words around. Pure."""

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from annotations.store.mentions import Context
from annotations.text import clean_line
from reader.describing import STATUS_SIGNS
from reader.widgets.columns import GAP, fitted

_DATE = 10
_LEAST_FOR_DATE = 70
_TITLE_SHARE = 0.2
_MOST_TITLE = 30
_BEFORE_SHARE = 0.4
"""How much of the words around stands before the mention, so that all of them begin alike."""
_MOST_MENTION = 0.5
"""How much of the words around the mention itself takes at the most."""


class MentionLine(NamedTuple):
    """The parts of a row, which follow one another."""

    head: str
    """Whether it is excepted, its status, date and article."""
    before: str
    text: str
    behind: str


def mention_line(context: Context, width: int, *, excepted: bool) -> MentionLine:
    """Lay a row out.

    Args:
        context: The mention.
        width: Cells of the row.
        excepted: Whether it stays as it is.
    """
    box = "[ ]" if excepted else "[x]"
    parts = [box, STATUS_SIGNS[context.status]]
    if width >= _LEAST_FOR_DATE:
        parts.append(fitted((context.published or "")[:_DATE], _DATE))
    title = min(_MOST_TITLE, int(width * _TITLE_SHARE))
    parts.append(fitted(clean_line(context.title or context.article_id), title))
    head = " ".join(parts) + GAP
    left = max(1, width - cell_len(head))
    text = _shortened(clean_line(context.text), int(left * _MOST_MENTION))
    blank = " " if context.before[-1:].isspace() else ""
    before = clean_line(context.before) + blank
    before = _last_cells(before, int((left - cell_len(text)) * _BEFORE_SHARE))
    blank = " " if context.behind[:1].isspace() else ""
    behind = blank + clean_line(context.behind)
    return MentionLine(head, before, text, fitted(behind, max(1, left - cell_len(before + text))))


def _shortened(text: str, cells: int) -> str:
    return text if cell_len(text) <= cells else fitted(text, max(1, cells))


def _last_cells(text: str, cells: int) -> str:
    """The end of a text, in exactly so many cells, with blanks before it if it is short."""
    turned = set_cell_size(text[::-1], cells)
    return turned[::-1]
