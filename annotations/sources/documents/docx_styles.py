"""Styles of a Word document: what is a heading, an item of a list, a line of contents."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotations.sources.documents.small_xml import attribute, children, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?(?:[1-9]|heading)|table of figures", re.IGNORECASE)
_DEEPEST = 20
"""Styles that are based on one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a paragraph's style says of it."""

    level: int | None = None
    """Of a heading, from 0 for the document's title."""
    list_id: str = ""
    list_level: str = ""
    is_contents: bool = False
    """Whether it is a line of a table of contents."""


_NONE = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles, by their ids."""

    by_id: Mapping[str, Style] = field(default_factory=dict)

    def of(self, style_id: str) -> Style:
        """A style; where the document does not define it, what its id tells."""
        return self.by_id.get(style_id) or (_by_name(style_id) if style_id else _NONE)


def styles(root: "_Element | None") -> Styles:
    """Read `word/styles.xml`."""
    if root is None:
        return Styles()
    elements = {
        attribute(element, "styleId"): element
        for element in children(root, "style")
        if attribute(element, "type") == "paragraph"
    }
    return Styles({key: _style(key, elements) for key in elements})


def _style(style_id: str, elements: "Mapping[str, _Element]") -> Style:
    """A style, with what it takes over from those that it is based on."""
    level, list_id, list_level, is_contents = None, "", "", False
    for element in _line_of(style_id, elements):
        named = _by_name(value_of(element, "name"))
        is_contents = is_contents or named.is_contents
        level = named.level if level is None else level
        for properties in children(element, "pPr"):
            outline = value_of(properties, "outlineLvl")
            if level is None and outline.isdigit():
                level = int(outline) + 1
            for numbering in children(properties, "numPr"):
                list_id = list_id or value_of(numbering, "numId")
                list_level = list_level or value_of(numbering, "ilvl")
    return Style(level=level, list_id=list_id, list_level=list_level, is_contents=is_contents)


def _line_of(style_id: str, elements: "Mapping[str, _Element]") -> "Iterator[_Element]":
    for _ in range(_DEEPEST):
        element = elements.get(style_id)
        if element is None:
            return
        yield element
        style_id = value_of(element, "basedOn")


def _by_name(name: str) -> Style:
    if name.lower() == "title":
        return Style(level=0)
    if _CONTENTS.fullmatch(name):
        return Style(is_contents=True)
    match = _HEADING.fullmatch(name)
    return Style(level=int(match[1])) if match else _NONE
