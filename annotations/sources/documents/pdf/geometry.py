"""What stands where on a page. Lengths are points; y grows upwards, as in PDF."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Glyphs that were painted side by side."""

    glyphs: tuple[str, ...]
    """What each glyph means, from left to right; a ligature means several characters."""
    x0: float
    x1: float
    y: float
    """Of the base line."""
    size: float
    """Of the font, as it appears."""
    space: float
    """How wide a blank is in the font."""
    font: str = ""
    bold: bool = False
    angle: int = 0
    """Degrees that it is turned against the page, counter-clockwise."""
    artifact: bool = False
    """Whether the document itself says that it belongs to the page, not to the text."""

    @property
    def text(self) -> str:
        """Its characters from left to right."""
        return "".join(self.glyphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of one column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    left: float = 0.0
    """The left border of its column."""
    right: float = 0.0
    """The right border of its column."""
    column: int = 0
    """Number of its column; each stretch of a page that is read as one has another."""
    is_row: bool = False
    """Whether it is a row of a table, which flows into no other line."""

    @property
    def width(self) -> float:
        """From its first glyph to its last."""
        return self.x1 - self.x0

    def width_of(self, characters: int) -> float:
        """About how wide so many of its characters are."""
        return self.width * characters / max(len(self.text), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page."""

    number: int
    """From 1."""
    height: float
    width: float
    runs: tuple[Run, ...] = field(default=())
