"""A tree as the blocks that a person sees: paragraphs, headings, list items, captions, rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

_BLANK = re.compile(r" [ \t\r\n\f\xa0]+|[\t\r\n\f\xa0][ \t\r\n\f\xa0]*")
"""Blank space that is not one blank already."""
_LINE_END = re.compile(r"\r\n?|\n")

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""Tags of headings."""
_BLOCKS = HEADINGS | frozenset(
    (
        *("html", "body", "p", "div", "section", "article", "main", "header", "footer", "aside"),
        *("nav", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "pre"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr", "address"),
        *("form", "fieldset", "legend", "details", "summary", "hgroup", "center", "menu", "dir"),
        *("plaintext", "xmp", "listing", "search", "amp-accordion", "amp-sidebar"),
    )
)
_KINDS = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "tr": "row",
}
_AS_TYPED = frozenset(("pre", "plaintext", "xmp", "listing"))

_ENDS_SENTENCE = re.compile(r"""[.!?:;…؟。]["'”’»)\]]*$""")
_SENTENCE_END = 8
"""Characters that are looked at for the end of a sentence."""
_BETWEEN_CELLS = " | "
_LONGEST_CELL = 200
"""Characters; a cell with more is part of a layout, and no figure in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What stands on lines of its own."""

    text: str
    """One or more lines, parted where the page has a line break."""
    kind: str
    """paragraph, heading, item, caption or row."""
    element: HtmlElement
    """The innermost block element around it."""
    linked: int
    """How many of its characters are in links."""


def blocks(tree: HtmlElement) -> Iterator[Block]:
    """Yield the blocks of a tree, in the order of the page; none is without letters or signs."""
    walk = _Walk(tree)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        yield from walk.enter(element) if event == "start" else walk.leave(element)


@dataclass(slots=True)
class _Walk:
    """Where a walk through a tree is, and what it has gathered since the last block ended."""

    root: HtmlElement
    around: list[HtmlElement] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    as_typed: int = 0
    table: HtmlElement | None = None
    """The table of figures that the walk is in."""

    def enter(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag
        if self._parts(tag):
            yield from self._flush()
            self.around.append(element)
        elif self.table is not None and tag in ("td", "th"):
            self.pieces.append(_BETWEEN_CELLS if "".join(self.pieces).strip() else "")
        if tag == "table" and self.table is None and _has_figures(element):
            self.table = element
        self.as_typed += tag in _AS_TYPED
        self.links += _leads_away(element)
        self.pieces.append({"br": "\n", "q": "“"}.get(tag, ""))
        self._add(element.text)

    def leave(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag
        self.as_typed -= tag in _AS_TYPED
        self.links -= _leads_away(element)
        if tag == "q":
            self.pieces.append("”")
        if element is self.table:
            yield from self._flush()
            self.table = None
        if self._parts(tag):
            yield from self._flush()
            self.around.pop()
        if element is not self.root:
            self._add(element.tail)

    def _parts(self, tag: object) -> bool:
        """Whether an element of this name begins and ends a block here."""
        if self.table is not None:
            return tag in ("tr", "caption", "table")
        return tag in _BLOCKS

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = _LINE_END.sub("\n", text) if self.as_typed else _BLANK.sub(" ", text)
        self.pieces.append(text)
        if self.links:
            self.linked += len(text)

    def _flush(self) -> Iterator[Block]:
        element = self.around[-1] if self.around else self.root
        kind = next((_KINDS[each.tag] for each in reversed(self.around) if each.tag in _KINDS), "")
        text = _laid_out("".join(self.pieces), keeps_lines=kind != "heading")
        linked = self.linked
        self.pieces.clear()
        self.linked = 0
        if text:
            yield Block(text=text, kind=kind or "paragraph", element=element, linked=linked)


def _leads_away(element: HtmlElement) -> bool:
    """Whether an element is a link to another page; those to headings are in headings."""
    return element.tag == "a" and not element.get("href", "#").startswith("#")


def _laid_out(text: str, *, keeps_lines: bool) -> str:
    """Text with its lines, without blanks around them.

    Lines are joined where a break stands in the middle of a sentence, as in headings that are
    broken for their looks, and in text that was wrapped before it came to the page.
    """
    if not any(map(str.isalnum, text)):
        return ""
    lines = [line for each in text.split("\n") if (line := _BLANK.sub(" ", each).strip())]
    kept: list[list[str]] = []
    for line in lines:
        if kept and not (keeps_lines and _begins_anew(line, kept[-1][-1])):
            kept[-1].append(line)
        else:
            kept.append([line])
    return "\n".join(map(" ".join, kept))


def _begins_anew(line: str, before: str) -> bool:
    return not line[0].islower() or bool(_ENDS_SENTENCE.search(before[-_SENTENCE_END:]))


def _has_figures(table: HtmlElement) -> bool:
    """Whether a table has rows of short cells, and does not lay out a page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iterdescendants("tr")]
    if len(rows) < 2 or max(rows) < 2 or sum(cells > 1 for cells in rows) * 2 < len(rows):
        return False
    return all(
        len("".join(cell.itertext())) <= _LONGEST_CELL
        and next(cell.iterdescendants("h1", "h2", "h3", "li", "blockquote", "img"), None) is None
        for cell in table.iterdescendants("td", "th")
    )
