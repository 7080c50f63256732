"""Paired quotation marks: which stretches of a text are inside them.

Free of spaCy: pairing looks at characters, one paragraph at a time, before anything is parsed.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.text import paragraphs

_CLOSED_BY = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "''": "''",
    "``": "''",
}
"""What may close each opening mark. Guillemets point either way, depending on the language."""

_UNDIRECTED = frozenset({'"', "''"})
"""Marks that look the same at both ends: their neighbours tell which end they are."""

_PLAIN = frozenset("“”„‟«»\"'`")
"""Characters that marks are made of."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch `[start, end)` of a text from an opening to a closing quotation mark."""

    start: int
    end: int
    closed: bool
    """Whether the closing mark is there; a region without one ends with its paragraph."""


def pair(text: str) -> list[Region]:
    """Pair the quotation marks of a text, in its order.

    Regions neither overlap nor leave their paragraph. A mark that is opened again before it was
    closed ends the region before it. Marks nested in a region stay inside.
    """
    return [region for span in paragraphs(text) for region in _paragraph(text, *span)]


def _paragraph(text: str, start: int, end: int) -> Iterator[Region]:
    opened: tuple[int, str] | None = None
    for position, mark in _marks(text, start, end):
        after = position + len(mark)
        if opened is None:
            if _opens(text, position, mark, end):
                opened = position, mark
        elif mark in _closers(opened[1]) and not _reopens(text, position, mark, start, end):
            yield Region(opened[0], after, True)
            opened = None
        elif mark == opened[1] and _opens(text, position, mark, end):
            yield Region(opened[0], position, False)
            opened = position, mark
    if opened is not None:
        yield Region(opened[0], opened[0] + len(text[opened[0] : end].rstrip()), False)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield every quotation mark and where it stands; single marks count only when doubled."""
    position = start
    while position < end:
        character = text[position]
        if character in "'`":
            doubled = character * 2
            if text.startswith(doubled, position) and position + 2 <= end:
                yield position, doubled
                position += 1
        elif character in _PLAIN:
            yield position, character
        position += 1


def _closers(mark: str) -> tuple[str, ...]:
    closers = _CLOSED_BY[mark]
    return (closers,) if closers == "''" else tuple(closers)


def _opens(text: str, position: int, mark: str, end: int) -> bool:
    """Whether a mark can begin a quotation: a word has to follow at once."""
    after = position + len(mark)
    if mark not in _CLOSED_BY or after >= end or text[after].isspace():
        return False
    glued_left = position > 0 and text[position - 1].isalnum()
    return not (glued_left and (mark in _UNDIRECTED or mark == "»"))


def _reopens(text: str, position: int, mark: str, start: int, end: int) -> bool:
    """Whether an undirected mark begins the next quotation although none was closed."""
    after = position + len(mark)
    begins_word = after < end and text[after].isalnum()
    return mark in _UNDIRECTED and begins_word and position > start and text[position - 1].isspace()


class Regions:
    """The quoted stretches of a text, for looking up what lies inside."""

    def __init__(self, regions: list[Region]) -> None:
        """Args:
        regions: As `pair` returns them.
        """
        self.all = regions
        self._starts = [region.start for region in regions]

    def at(self, offset: int) -> Region | None:
        """The region that holds a character, its marks included."""
        index = bisect_right(self._starts, offset) - 1
        found = self.all[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """A stretch grown so far that it cuts no region in two."""
        first = self.at(start) if end > start else None
        last = self.at(end - 1) if end > start else None
        return (
            first.start if first is not None else start,
            last.end if last is not None else end,
        )

    def between(self, start: int, end: int) -> list[Region]:
        """The regions that share a character with `[start, end)`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        after = bisect_right(self._starts, end - 1)
        return [region for region in self.all[first:after] if region.end > start]
