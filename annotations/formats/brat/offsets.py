"""Whether offsets count the characters of a file, or of its text with line ends folded."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from annotations.formats.brat.lines import Bound
from annotations.formats.brat.segments import text_of
from annotations.text import clean, fold_line_ends

Shift = Callable[[int], int]
"""From an offset as a file of annotations has it to one of the clean text."""


def shift_of(raw: str, bounds: Sequence[Bound]) -> Shift:
    r"""How offsets are to be taken, by what most lines say that they cover.

    brat counts both characters of `\r\n`, other tools count it once.

    Args:
        raw: The text as it is in the file.
        bounds: Marks on it.
    """
    breaks = (
        [index for index in range(len(raw)) if raw.startswith("\r\n", index)] if "\r" in raw else []
    )
    if not breaks:
        return _as_is
    folded = clean(fold_line_ends(raw))

    def counted(offset: int) -> int:
        return offset - bisect_left(breaks, offset)

    as_is, shifted = (_fitting(folded, bounds, shift) for shift in (_as_is, counted))
    return counted if shifted >= as_is else _as_is


def _as_is(offset: int) -> int:
    return offset


def _fitting(text: str, bounds: Sequence[Bound], shift: Shift) -> int:
    return sum(covers(text, each, shift) for each in bounds)


def covers(text: str, bound: Bound, shift: Shift) -> bool:
    """Whether a mark covers what its line says, but for blanks; a line may leave it out."""
    segments = [(shift(start), shift(end)) for start, end in bound.segments]
    said = "".join(clean(bound.text).split())
    return not said or said == "".join(text_of(text, segments).split())
