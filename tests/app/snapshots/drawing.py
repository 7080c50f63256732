"""What a screen shows, as text that a person can review: its characters, and their styles below.

Each line of the screen is drawn as two, `03│` before its characters and `  │` before one letter a
cell that stands for the cell's style; `.` is the style that most cells have, blanks and dots at the
end are left out, and so is a line of letters that has nothing else. The legend at the end says what
the letters mean.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_letters, digits

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

_USUAL = "."
_LETTERS = ascii_letters + digits
_ATTRIBUTES = (
    *("bold", "dim", "italic", "underline", "underline2", "strike", "reverse"),
    *("blink", "overline", "conceal"),
)


def drawing(lines: Sequence[Iterable[Segment]]) -> str:
    """Draw the lines of a screen.

    Raises:
        ValueError: If they have more styles than there are letters.
    """
    screen = [list(line) for line in lines]
    letters = _letters(screen)
    rows = [row for number, line in enumerate(screen, 1) for row in _rows(number, line, letters)]
    legend = [f"{letter} {style}" for style, letter in letters.items()]
    return "\n".join([*rows, "", *legend, ""])


def described(style: Style | None) -> str:
    """A style in words: its attributes, then text and ground as `#rrggbb` or by name."""
    style = style or Style.null()
    attributes = [name for name in _ATTRIBUTES if getattr(style, name)]
    links = ["link"] if style.link else []
    return " ".join([*attributes, *links, _colour(style.color), "on", _colour(style.bgcolor)])


def _colour(colour: Color | None) -> str:
    return "default" if colour is None else colour.triplet.hex if colour.triplet else colour.name


def _letters(screen: Sequence[Sequence[Segment]]) -> Mapping[str, str]:
    """A letter for each style in the order in which they are met, the usual one first."""
    cells = Counter[str]()
    for segment in (each for line in screen for each in line):
        cells[described(segment.style)] += cell_len(segment.text)
    ((usual, _),) = cells.most_common(1)
    others = [style for style, count in cells.items() if count and style != usual]
    if len(others) > len(_LETTERS):
        raise ValueError(f"{len(others)} styles are more than there are letters for")
    return {usual: _USUAL, **dict(zip(others, _LETTERS, strict=False))}


def _rows(number: int, line: Sequence[Segment], letters: Mapping[str, str]) -> Iterator[str]:
    yield f"{number:02}│{''.join(each.text for each in line)}".rstrip()
    styles = "".join(letters.get(described(s.style), "") * cell_len(s.text) for s in line)
    if shown := styles.rstrip(_USUAL):
        yield f"  │{shown}"
