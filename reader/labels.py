"""Letters that stand over annotations for as long as one of them is to be chosen. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from reader.layout import Layout
from reader.reading import Reading

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""
MOST = len(LETTERS) ** 2
"""Labels of no more than two letters."""


@dataclass(frozen=True, slots=True)
class Label:
    """The letters that choose an annotation, and where they stand."""

    letters: str
    annotation_id: int
    line: int
    cell: int
    """The column of the first letter, counted from 0 at the beginning of the text's column."""


def labels_in_view(reading: Reading, first: int, last: int) -> list[Label]:
    """Labels for the visible annotations on the lines `[first, last)`, by line and column.

    Those nearest to the cursor have the shortest. None stands on another; where so many begin on
    a line that there is no room for all, those at its beginning have none.
    """
    layout, index = reading.layout, reading.index
    start, end = layout.line(first)[0], layout.line(last - 1)[1]
    in_view = list(index.overlapping(start, end, hidden=reading.hidden))
    in_view.sort(key=lambda at: abs(index.starts[at] - reading.cursor))
    chosen = zip(words(min(len(in_view), MOST)), in_view, strict=False)
    labels = [
        Label(letters, index.ids[at], *_stand(layout, max(start, index.starts[at])))
        for letters, at in chosen
    ]
    labels.sort(key=lambda label: (label.line, label.cell))
    lines = groupby(labels, key=lambda label: label.line)
    return [label for _, line in lines for label in _apart(list(line), layout.width)]


def words(count: int) -> list[str]:
    """So many words of one or two letters, the short ones first; none begins another.

    Args:
        count: At most `MOST`.
    """
    firsts = next(n for n in range(len(LETTERS) + 1) if _capacity(n) >= count)
    short, begin = LETTERS[: len(LETTERS) - firsts], LETTERS[len(LETTERS) - firsts :]
    long = (one + other for one in begin for other in LETTERS)
    return [*short[:count], *islice(long, max(0, count - len(short)))]


def _capacity(firsts: int) -> int:
    """How many words there are if so many letters begin two-letter words only."""
    return len(LETTERS) - firsts + firsts * len(LETTERS)


def _stand(layout: Layout, offset: int) -> tuple[int, int]:
    return layout.line_of(offset), layout.cell_of(offset)


def _apart(labels: Sequence[Label], width: int) -> Iterator[Label]:
    """Labels of one line moved to the right, or back from its end, until none touches another."""
    free, moved = 0, []
    for label in labels:
        moved.append(replace(label, cell=max(label.cell, free)))
        free = moved[-1].cell + len(label.letters) + 1
    border, back = width, []
    for label in reversed(moved):
        back.append(replace(label, cell=min(label.cell, border - len(label.letters))))
        border = back[-1].cell - 1
    return (label for label in reversed(back) if label.cell >= 0)
