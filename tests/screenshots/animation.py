"""Frames of a terminal as one animated SVG: shown in turn by CSS, without a script. Pure.

A row that stands in several frames, or several times in one, is drawn once. Where motion is not
wanted, and where CSS is not animated, one frame stands still.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

CELL, ROW, BASELINE = 9.6, 20, 15
"""The size of a cell, and how far below its top the letters stand."""
EDGE, BELOW = 10, 40
"""The frame around the terminal, and the room for what is said below it."""
FONT_SIZE = 16
TEXT, GROUND, FRAME, KEY = "#e0e0e0", "#121212", "#1b242b", "#ffa62b"
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"

Line = Sequence[Segment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the terminal shows for a while."""

    keys: str
    """What was pressed."""
    said: str
    """What that does, below the picture."""
    seconds: float
    lines: Sequence[Line]
    is_still: bool = False
    """Whether it is the one to show where nothing moves."""


def animated(frames: Sequence[Frame], *, title: str) -> str:
    """One SVG of frames, of which the last is followed by the first."""
    columns = sum(cell_len(segment.text) for segment in frames[0].lines[0])
    width = columns * CELL + 2 * EDGE
    height = len(frames[0].lines) * ROW + EDGE + BELOW
    rows, classes = _Ids("r"), _Ids("s")
    shown = [_frame(number, frame, rows, classes, height) for number, frame in enumerate(frames)]
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}">',
        f"<title>{escape(title)}</title>",
        f"<style>{_style_sheet(frames, classes)}</style>",
        f'<rect width="{width:g}" height="{height}" rx="8" fill="{FRAME}"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{columns * CELL:g}" '
        f'height="{len(frames[0].lines) * ROW}" fill="{GROUND}"/>',
        *("<defs>", *(f'<g id="{name}">{row}</g>' for row, name in rows.items()), "</defs>"),
        *shown,
        "</svg>\n",
    )
    return "\n".join(parts)


class _Ids(dict[str, str]):
    """A short name for each of some things, given when it is first asked for."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, thing: str) -> str:
        self[thing] = name = f"{self._letter}{len(self)}"
        return name


def _frame(number: int, frame: Frame, rows: _Ids, classes: _Ids, height: float) -> str:
    still = " still" if frame.is_still else ""
    uses = (
        f'<use href="#{rows[drawn]}" x="{EDGE}" y="{EDGE + row * ROW}"/>'
        for row, line in enumerate(frame.lines)
        if (drawn := "".join(_row(line, classes)))
    )
    below = height - BELOW / 2 + FONT_SIZE / 3
    said = (
        f'<text x="{EDGE + CELL:g}" y="{below:g}"><tspan class="key">{_text(frame.keys)}</tspan>'
        f"  {_text(frame.said)}</text>"
    )
    return f'<g id="f{number}" class="f{still}">{"".join(uses)}{said}</g>'


def _row(line: Line, classes: _Ids) -> Iterator[str]:
    """The grounds of a row, then its letters; blanks at either end of a segment are left out."""
    cells = [cell_len(segment.text) for segment in line]
    placed = list(zip(accumulate(cells, initial=0), cells, line, strict=False))
    for at, width, segment in placed:
        ground = _colours(segment.style)[1]
        if ground != GROUND and width:
            yield (
                f'<rect x="{at * CELL:g}" width="{width * CELL + 0.2:g}" '
                f'height="{ROW + 0.2:g}" fill="{ground}"/>'
            )
    for at, _, segment in placed:
        if words := segment.text.strip():
            start = at + cell_len(segment.text) - cell_len(segment.text.lstrip())
            yield (
                f'<text class="{classes[_css(segment.style)]}" x="{start * CELL:g}" '
                f'y="{BASELINE}" textLength="{cell_len(words) * CELL:g}">{_text(words)}</text>'
            )


def _text(words: str) -> str:
    return escape(words, quote=False).replace(" ", "\u00a0")


def _css(style: Style | None) -> str:
    style = style or Style.null()
    rules = [f"fill:{_colours(style)[0]}"]
    if style.bold:
        rules.append("font-weight:bold")
    if style.italic:
        rules.append("font-style:italic")
    if style.underline or style.underline2:
        rules.append("text-decoration:underline")
    return ";".join(rules)


def _colours(style: Style | None) -> tuple[str, str]:
    """Of text and ground, as they are seen."""
    style = style or Style.null()
    text, ground = _hex(style.color, TEXT), _hex(style.bgcolor, GROUND)
    return (ground, text) if style.reverse else (text, ground)


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.triplet is None else colour.triplet.hex


def _style_sheet(frames: Sequence[Frame], classes: _Ids) -> str:
    whole = sum(frame.seconds for frame in frames)
    begins = accumulate((frame.seconds for frame in frames), initial=0.0)
    rules = [
        f"text{{font:{FONT_SIZE}px {FONTS};fill:{TEXT}}}",
        f".key{{fill:{KEY};font-weight:bold}}",
        *(f".{name}{{{css}}}" for css, name in classes.items()),
        ".f{visibility:hidden}.still{visibility:visible}",
        "@media (prefers-reduced-motion:no-preference){",
        f".f{{visibility:hidden;animation:{whole:g}s step-end infinite}}",
    ]
    for number, (begin, frame) in enumerate(zip(begins, frames, strict=False)):
        rules.append(f"#f{number}{{animation-name:a{number}}}")
        rules.append(_turn(number, 100 * begin / whole, 100 * (begin + frame.seconds) / whole))
    return "\n".join([*rules, "}"])


def _turn(number: int, begin: float, end: float) -> str:
    """When a frame is seen, in hundredths of the whole."""
    before = "0%{visibility:hidden}" if begin else ""
    after = f"{end:.3f}%{{visibility:hidden}}" if end < 99.999 else "to{visibility:visible}"
    return f"@keyframes a{number}{{{before}{begin:.3f}%{{visibility:visible}}{after}}}"
