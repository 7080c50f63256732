"""What the bytes of a font mean, and how wide their glyphs are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.sources.documents.blocks import BULLET

if TYPE_CHECKING:
    from pypdf.generic._font import Font

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd", re.IGNORECASE)
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


class Glyph(NamedTuple):
    """A glyph of a font."""

    text: str
    """What it means; a ligature means several characters."""
    width: float
    """In thousandths of the font's size."""
    is_blank: bool
    """Whether it is a blank, which word spacing widens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font of a page."""

    name: str
    bold: bool
    space: float
    """How wide a blank is, in thousandths of the font's size."""
    space_code: str
    font: "Font"
    scale: float = 1.0
    """What its widths are multiplied with to be thousandths of its size."""
    _known: dict[str, Glyph] = field(default_factory=dict)

    def glyphs(self, shown: bytes) -> Iterator[Glyph]:
        """The glyphs that a string paints."""
        for code in self._codes(shown):
            glyph = self._known.get(code)
            if glyph is None:
                glyph = self._known[code] = self._glyph(code)
            yield glyph

    def _glyph(self, code: str) -> Glyph:
        font, known = self.font, self.font.encoding
        sign = known.get(ord(code), code) if isinstance(known, dict) else code
        meaning = str(font.character_map.get(sign, font.character_map.get(code, sign)))
        return Glyph(
            text=_readable(meaning) if font.interpretable else _UNKNOWN,
            width=font.get_text_width(code) * self.scale,
            is_blank=code == self.space_code,
        )

    def _codes(self, shown: bytes) -> str:
        encoding = self.font.encoding
        if isinstance(encoding, str):
            return shown.decode(encoding, "replace")
        return shown.decode("latin-1")


def _readable(meaning: str) -> str:
    """What a glyph means; codes that mean nothing in the usual encoding are bullets there."""
    if len(meaning) == 1 and (meaning < " " or "\x7f" <= meaning <= "\x9f"):
        return BULLET if meaning >= "\x7f" else ""
    return meaning


def faces(resources: Mapping[str, Any], known: dict[int, Face]) -> dict[str, Face]:
    """The fonts of a page or form, by their names there.

    Args:
        resources: Of the page or form.
        known: Fonts that were read already, by the numbers of their objects; more are added.
    """
    from pypdf.generic import DictionaryObject

    fonts = _resolved(resources.get("/Font"))
    found: dict[str, Face] = {}
    if not isinstance(fonts, DictionaryObject):
        return found
    for name, reference in fonts.items():
        number = getattr(reference, "idnum", None)
        face = known.get(number) if number is not None else None
        if face is None:
            face = _face(_resolved(reference))
        if face is not None:
            found[str(name)] = face
            if number is not None:
                known[number] = face
    return found


def _face(resource: object) -> Face | None:
    from pypdf.generic import DictionaryObject
    from pypdf.generic._font import Font

    if not isinstance(resource, DictionaryObject):
        return None
    try:
        font = Font.from_font_resource(resource)
    except (AttributeError, TypeError, ValueError, KeyError):
        return None
    return Face(
        name=font.name.rpartition("+")[2],
        bold=bool(_BOLD.search(font.name)),
        space=font.space_width or 250,
        space_code=font.space_char,
        font=font,
        scale=_scale(resource),
    )


def _scale(resource: Mapping[str, Any]) -> float:
    """Fonts whose glyphs are drawings say themselves how large they are."""
    matrix = _resolved(resource.get("/FontMatrix"))
    if resource.get("/Subtype") != "/Type3" or not isinstance(matrix, list) or len(matrix) != 6:
        return 1.0
    try:
        return abs(float(matrix[0])) * 1000
    except (TypeError, ValueError):
        return 1.0


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
