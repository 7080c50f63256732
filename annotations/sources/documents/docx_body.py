"""The paragraphs of the main part of a Word document, or of its notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotations.sources.documents.blocks import Block, row, tidy
from annotations.sources.documents.docx_lists import Lists
from annotations.sources.documents.docx_styles import Styles
from annotations.sources.documents.xml_events import local, said

_DROPPED = frozenset(
    {
        *("del", "moveFrom", "Fallback"),  # deleted; moved elsewhere; said again for old programs
        *("instrText", "delText", "delInstrText"),
        *("docPr", "rubyPr", "rt"),  # descriptions of pictures; how to read a character
    }
)
_MARKS = {
    "tab": " ",
    "ptab": " ",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
"""What stands in a run beside text."""
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Paragraph:
    """One that is being read."""

    text: list[str] = field(default_factory=list)
    style: str = ""
    list_id: str = ""
    list_level: str = ""
    outline: str = ""
    hidden: bool = False
    """Whether the run that is being read is."""


@dataclass(slots=True)
class _Table:
    cells: list[list[Block]] = field(default_factory=list)


class DocxBody:
    """Target for the events of `word/document.xml`, `footnotes.xml` and `endnotes.xml`.

    Inserted text is kept and deleted text dropped; fields show their results, hyperlinks their
    text. Tables of contents, hidden text, comments and the signs of notes are left out.
    """

    def __init__(self, styles: Styles, lists: Lists) -> None:
        """Args:
        styles: The document's styles.
        lists: Its lists, which count as they are read.
        """
        self._styles = styles
        self._lists = lists
        self._ready: list[Block] = []
        self._path: list[str] = []
        self._dropped_at = 0
        self._open: list[_Paragraph | _Table] = []
        self._later: list[Block] = []

    def take(self) -> Iterator[Block]:
        """What was finished since the last time."""
        ready, self._ready = self._ready, []
        yield from ready

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        self._path.append(name)
        if self._dropped_at:
            return
        if name in _DROPPED or (name in ("footnote", "endnote") and said(attributes, "type")):
            self._dropped_at = len(self._path)  # rules between text and notes have a type
        elif name == "p":
            self._open.append(_Paragraph())
        elif name == "tbl":
            self._open.append(_Table())
        elif name == "tc" and (table := self._table()):
            table.cells.append([])
        elif paragraph := self._paragraph():
            self._within(paragraph, name, attributes)

    def _within(self, paragraph: _Paragraph, name: str, attributes: Mapping[str, str]) -> None:
        inside = self._path[-2] if len(self._path) > 1 else ""
        if name == "r":
            paragraph.hidden = False
        elif inside == "r":
            self._mark(paragraph, name, attributes)
        elif inside in ("pPr", "numPr", "rPr"):
            self._property(paragraph, name, said(attributes, "val"))

    def _mark(self, paragraph: _Paragraph, name: str, attributes: Mapping[str, str]) -> None:
        if name == "br" and said(attributes, "type") not in ("page", "column"):
            paragraph.text.append("\n")
        elif name in _MARKS:
            paragraph.text.append(_MARKS[name])

    def _property(self, paragraph: _Paragraph, name: str, value: str) -> None:
        if name == "pStyle":
            paragraph.style = value
        elif name == "numId":
            paragraph.list_id = value
        elif name == "ilvl":
            paragraph.list_level = value
        elif name == "outlineLvl":
            paragraph.outline = value
        elif name == "vanish":
            paragraph.hidden = "r" in self._path[-3:] and value not in _OFF

    def data(self, text: str) -> None:
        """Text stands there."""
        if self._dropped_at or not self._path or self._path[-1] != "t":
            return
        paragraph = self._paragraph()
        if paragraph and not paragraph.hidden:
            paragraph.text.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if self._dropped_at:
            self._dropped_at = 0 if len(self._path) == self._dropped_at else self._dropped_at
        elif name == "p" and self._paragraph():
            self._end_paragraph(self._open.pop())
        elif name == "tr" and (table := self._table()):
            cells, table.cells = table.cells, []
            below = self._open.pop()
            self._add(row(cells))
            self._open.append(below)
        elif name == "tbl" and self._table():
            self._open.pop()
        self._path.pop()

    def _end_paragraph(self, paragraph: object) -> None:
        assert isinstance(paragraph, _Paragraph)
        self._add(self._blocks(paragraph))
        if not any(isinstance(each, _Paragraph) for each in self._open):
            later, self._later = self._later, []
            self._add(later)

    def _blocks(self, paragraph: _Paragraph) -> list[Block]:
        text = tidy("".join(paragraph.text))
        style = self._styles.of(paragraph.style)
        if not text or style.is_contents:
            return []
        list_id = paragraph.list_id or style.list_id
        mark = self._lists.mark(list_id, paragraph.list_level or style.list_level)
        level = int(paragraph.outline) if paragraph.outline.isdigit() else style.level
        heading = level if level is not None and level < 9 else None
        return [Block(text=f"{mark} {text}" if mark else text, level=heading)]

    def _add(self, blocks: list[Block]) -> None:
        """Put blocks into the cell that is open, or behind the paragraph that is: text boxes
        hang in one.
        """
        if not self._open:
            self._ready += blocks
        elif (table := self._table()) is None:
            self._later += blocks
        elif table.cells:
            table.cells[-1] += blocks

    def _paragraph(self) -> _Paragraph | None:
        last = self._open[-1] if self._open else None
        return last if isinstance(last, _Paragraph) else None

    def _table(self) -> _Table | None:
        last = self._open[-1] if self._open else None
        return last if isinstance(last, _Table) else None
