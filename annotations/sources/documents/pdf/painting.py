"""Follows the instructions that paint a page, and notes which glyphs stand where."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotations.sources.documents.pdf.dots import Dots
from annotations.sources.documents.pdf.fonts import Face, faces
from annotations.sources.documents.pdf.geometry import Run
from annotations.sources.documents.pdf.matrices import (
    IDENTITY,
    Matrix,
    matrix_of,
    moved,
    number_of,
    times,
)

_MOST_RUNS = 30_000
"""Runs of one page; more is no page that anybody reads."""
_MOST_FORMS = 2_000
"""Forms painted on one page, those within others included."""
_DEEPEST = 12
"""Forms within forms."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until it is changed or restored."""

    place: Matrix = IDENTITY
    face: Face | None = None
    size: float = 1.0
    letters: float = 0.0
    words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


class Painter:
    """Paints one page."""

    def __init__(self, known: dict[int, Face]) -> None:
        """Args:
        known: Fonts that were read already; more are added.
        """
        self.runs: list[Run] = []
        self.dots = Dots()
        self.steps = 0
        """Instructions that were followed."""
        self._known = known
        self._state = _State()
        self._stack: list[_State] = []
        self._line: Matrix = IDENTITY
        self._text: Matrix = IDENTITY
        self._faces: dict[str, Face] = {}
        self._resources: Any = {}
        self._marked: list[str] = []
        self._instead: tuple[str, int] | None = None
        self._forms_left = _MOST_FORMS
        self._does: dict[bytes, Callable[[Sequence[Any]], None]] = {
            b"q": lambda _: self._stack.append(self._state),
            b"Q": self._restore,
            b"cm": self._transform,
            b"BT": lambda _: self._set_line(IDENTITY),
            b"Tf": self._set_font,
            b"Tc": lambda values: self._set(letters=_first(values)),
            b"Tw": lambda values: self._set(words=_first(values)),
            b"Tz": lambda values: self._set(stretch=_first(values) / 100),
            b"TL": lambda values: self._set(leading=_first(values)),
            b"Ts": lambda values: self._set(rise=_first(values)),
            b"Td": self._move,
            b"TD": self._move_and_lead,
            b"Tm": lambda values: self._set_line(matrix_of(values) or IDENTITY),
            b"T*": lambda _: self._next_line(),
            b"Tj": lambda values: self._show(values[:1]),
            b"TJ": lambda values: self._show(values[0] if _is_array(values) else ()),
            b"'": self._next_and_show,
            b'"': self._space_and_show,
            b"BMC": self._mark,
            b"BDC": self._mark,
            b"EMC": lambda _: self._end_mark(),
        }

    def paint(self, content: Any, resources: Any, document: Any, depth: int = 0) -> None:
        """Follow the instructions of a page, or of a form on it.

        Args:
            content: The stream, or array of streams, of instructions.
            resources: What it calls fonts and forms by name from.
            document: The open document.
            depth: How many forms it is in.
        """
        from pypdf.generic import ContentStream

        self._resources = resources
        self._faces = faces(resources, self._known)
        for values, operator in ContentStream(content, document, "bytes").operations:
            self.steps += 1
            if len(self.runs) > _MOST_RUNS:
                return
            if operator == b"Do":
                self._form(values, document, depth)
            elif does := self._does.get(operator):
                does(values)
            else:
                self.dots.follow(operator, values, self._state.place)

    def _form(self, values: Sequence[Any], document: Any, depth: int) -> None:
        """Paint a form, which is a page on the page; pictures are passed over."""
        form = _form_of(self._resources, values)
        if form is None or depth >= _DEEPEST or self._forms_left <= 0:
            return
        self._forms_left -= 1
        kept = (self._state, self._stack, self._line, self._text, self._faces, self._resources)
        self._stack = []
        own = matrix_of(list(_resolved(form.get("/Matrix")) or ())) or IDENTITY
        self._set(place=times(own, self._state.place))
        resources = _resolved(form.get("/Resources"))
        self.paint(form, resources or self._resources, document, depth + 1)
        self._state, self._stack, self._line, self._text, self._faces, self._resources = kept

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _restore(self, values: Sequence[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _transform(self, values: Sequence[Any]) -> None:
        if matrix := matrix_of(values):
            self._set(place=times(matrix, self._state.place))

    def _set_font(self, values: Sequence[Any]) -> None:
        if len(values) >= 2:
            self._set(face=self._faces.get(str(values[0])), size=number_of(values[1]))

    def _set_line(self, matrix: Matrix) -> None:
        self._line = self._text = matrix

    def _move(self, values: Sequence[Any]) -> None:
        if len(values) >= 2:
            self._set_line(moved(self._line, number_of(values[0]), number_of(values[1])))

    def _move_and_lead(self, values: Sequence[Any]) -> None:
        if len(values) >= 2:
            self._set(leading=-number_of(values[1]))
            self._move(values)

    def _next_line(self) -> None:
        self._set_line(moved(self._line, 0, -self._state.leading))

    def _next_and_show(self, values: Sequence[Any]) -> None:
        self._next_line()
        self._show(values[:1])

    def _space_and_show(self, values: Sequence[Any]) -> None:
        if len(values) >= 3:
            self._set(words=number_of(values[0]), letters=number_of(values[1]))
            self._next_and_show(values[2:])

    def _mark(self, values: Sequence[Any]) -> None:
        """Content is marked: as belonging to the page, or with what it means instead."""
        self._marked.append(str(values[0]) if values else "")
        properties = self._properties(values)
        instead = properties.get("/ActualText") if hasattr(properties, "get") else None
        if instead is not None and self._instead is None:
            self._instead = (_string(instead), len(self._marked))

    def _properties(self, values: Sequence[Any]) -> Any:
        if len(values) < 2:
            return None
        listed = _resolved(self._resources.get("/Properties")) or {}
        return _resolved(listed.get(values[1])) if isinstance(values[1], str) else values[1]

    def _end_mark(self) -> None:
        if self._instead and self._instead[1] >= len(self._marked):
            self._instead = None
        if self._marked:
            self._marked.pop()

    def _show(self, strings: Sequence[Any]) -> None:
        """Paint strings one after the other; numbers between them move the next one back."""
        face, state = self._state.face, self._state
        if face is None:
            return
        for each in strings:
            if isinstance(each, int | float):
                self._advance(-number_of(each) / 1000 * state.size * state.stretch)
            elif isinstance(each, bytes):
                self._show_one(each, face)

    def _show_one(self, shown: bytes, face: Face) -> None:
        state = self._state
        glyphs = list(face.glyphs(shown))
        blanks = sum(glyph.is_blank for glyph in glyphs)
        own = sum(glyph.width for glyph in glyphs) / 1000 * state.size
        width = (own + len(glyphs) * state.letters + blanks * state.words) * state.stretch
        start = self._text
        self._advance(width)
        meant = self._meant([glyph.text for glyph in glyphs])
        if any(glyph.strip() for glyph in meant) or meant == [" "]:
            self._note(meant, start, width, face)

    def _meant(self, glyphs: list[str]) -> list[str]:
        """The glyphs, or what the document says that they mean; it says so once for several."""
        if self._instead is None:
            return glyphs
        instead, depth = self._instead
        self._instead = ("", depth)
        return [instead] if instead else []

    def _advance(self, width: float) -> None:
        self._text = moved(self._text, width, 0)

    def _note(self, glyphs: list[str], start: Matrix, width: float, face: Face) -> None:
        state = self._state
        a, b, c, d, x, y = times(moved(start, 0, state.rise), state.place)
        along, across = math.hypot(a, b), math.hypot(c, d)
        if not along or not across:
            return
        self.runs.append(
            Run(
                glyphs=tuple(glyphs),
                x0=x,
                x1=x + width * along,
                y=y,
                size=abs(state.size) * across,
                space=face.space / 1000 * abs(state.size) * along,
                font=face.name,
                bold=face.bold,
                angle=round(math.degrees(math.atan2(b, a))),
                artifact="/Artifact" in self._marked,
            )
        )


def _form_of(resources: Any, values: Sequence[Any]) -> Any:
    """The form that an instruction names; null for a picture, or what is not there."""
    listed: Any = _resolved(resources.get("/XObject")) if hasattr(resources, "get") else None
    if not values or not hasattr(listed, "get"):
        return None
    form = _resolved(listed.get(values[0]))
    return form if hasattr(form, "get") and form.get("/Subtype") == "/Form" else None


def _string(value: Any) -> str:
    """A text string, which is UTF-16 with a byte order mark or one byte a character."""
    if not isinstance(value, bytes):
        return str(value)
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    return value.decode("latin-1")


def _first(values: Sequence[Any]) -> float:
    return number_of(values[0]) if values else 0.0


def _is_array(values: Sequence[Any]) -> bool:
    return bool(values) and isinstance(values[0], list)


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def turned(runs: Sequence[Run], angle: int) -> Iterator[Run]:
    """Runs as they stand when the page is turned so that text at an angle is upright; all others
    are left out: stamps, watermarks and what is printed along the margin.
    """
    sine, cosine = math.sin(math.radians(-angle)), math.cos(math.radians(-angle))
    for run in runs:
        if abs((run.angle - angle + 180) % 360 - 180) <= 2:
            x = run.x0 * cosine - run.y * sine
            y = run.x0 * sine + run.y * cosine
            yield replace(run, x0=x, x1=x + run.x1 - run.x0, y=y, angle=0)
