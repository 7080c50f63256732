"""How a row of what was wrong with a suggestion is laid out. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from annotations.measure.mistakes import Mistake, Wrong
from annotations.text import clean_line, has_words
from reader.widgets.columns import GAP, fitted

_WHAT_SHARE, _LEAST_WHAT, _MOST_WHAT = 0.3, 18, 34
_LEAST_FOR_TITLE = 100
_TITLE_SHARE = 0.2
_BEFORE_SHARE = 0.4
"""How much of the words around stands before it, so that all begin alike."""
_MOST_WORDS = 0.5
"""How much of the words around it takes itself, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMistake:
    """What was wrong, and where."""

    article_id: str
    title: str
    mistake: Mistake
    before: str
    """The text before it, a line or two."""
    text: str
    """What both sides cover together."""
    behind: str


def fitting(found: Iterable[FoundMistake], words: str) -> list[FoundMistake]:
    """Those that hold all of some words, or parts of words, in what was wrong or around it."""
    return [each for each in found if has_words(_all_words(each), words)]


def _all_words(found: FoundMistake) -> str:
    around = f"{found.before}{found.text}{found.behind}"
    return f"{what_was_wrong(found.mistake)}\n{around}\n{found.title}"


class MistakeLine(NamedTuple):
    """The parts of a row, which follow one another."""

    head: str
    before: str
    text: str
    behind: str
    title: str


def mistake_line(found: FoundMistake, width: int) -> MistakeLine:
    """Lay a row out.

    Args:
        found: What was wrong.
        width: Cells of the row.
    """
    what = min(_MOST_WHAT, max(_LEAST_WHAT, int(width * _WHAT_SHARE)))
    head = fitted(clean_line(what_was_wrong(found.mistake)), what) + GAP
    title = ""
    if width >= _LEAST_FOR_TITLE:
        title = GAP + fitted(clean_line(found.title), int(width * _TITLE_SHARE))
    left = max(1, width - cell_len(head) - cell_len(title))
    text = clean_line(found.text)
    most = max(1, int(left * _MOST_WORDS))
    text = text if cell_len(text) <= most else fitted(text, most)
    before = _last_cells(_opened(found.before), int((left - cell_len(text)) * _BEFORE_SHARE))
    blank = " " if found.behind[:1].isspace() else ""
    behind = fitted(blank + clean_line(found.behind), max(1, left - cell_len(before + text)))
    return MistakeLine(head, before, text, behind, title)


def what_was_wrong(mistake: Mistake) -> str:
    """What a person did about it: `rejected ORG`, `ORG → GPE`, `name: Ruiz → Ana Ruiz`."""
    found, right = mistake.found, mistake.expected
    if right is None or found is None:
        one = found or right
        assert one is not None
        return f"{'missed' if found is None else 'rejected'} {one.kind}"
    if mistake.wrong is Wrong.BOUNDARY:
        return f"{found.kind} from {clean_line(found.text)}"
    if found.kind != right.kind:
        return f"{found.kind} → {right.kind}"
    if len(mistake.fields) > 1:
        return ", ".join(map(_words, mistake.fields))
    (field,) = mistake.fields
    return f"{_words(field)}: {_value(found, field)} → {_value(right, field)}"


def _words(field: str) -> str:
    return field.replace("_", " ")


def _value(annotation: object, field: str) -> str:
    value = getattr(annotation, field, None)
    value = getattr(value, "text", value)
    value = getattr(value, "best", value)
    return "nothing" if value is None else str(value)


def _opened(before: str) -> str:
    """Text on one line, with the blank at its end that words are set off by."""
    return clean_line(before) + (" " if before[-1:].isspace() else "")


def _last_cells(text: str, cells: int) -> str:
    """The end of a text, in exactly so many cells, with blanks before it if it is short."""
    return set_cell_size(text[::-1], max(0, cells))[::-1]
