"""The paragraphs of an OpenDocument text, and what it says of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotations.sources.documents.blocks import BULLET, Block, row, tidy
from annotations.sources.documents.xml_events import local, said

_DROPPED = frozenset(
    {
        *("tracked-changes", "annotation", "note-citation", "ruby-text", "hidden-text"),
        *("table-of-content", "alphabetical-index", "illustration-index", "table-index"),
        *("object-index", "user-index", "title", "desc", "scripts", "master-styles", "forms"),
        *("binary-data", "math", "sequence-decls", "variable-decls", "user-field-decls"),
    }
)
"""Elements whose text is none of the document's; deleted text is in `tracked-changes`."""
_META = ("title", "creator", "initial-creator", "creation-date", "date", "language", "keyword")
_MOST_BLANKS = 100
_BULLETED, _NUMBERED = "list-level-style-bullet", "list-level-style-number"


@dataclass(slots=True)
class _Paragraph:
    """One that is being read."""

    text: list[str] = field(default_factory=list)
    level: int | None = None


@dataclass(slots=True)
class _Table:
    cells: list[list[Block]] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    style: str
    count: int = 0
    mark: str = ""
    """What stands before the next paragraph, if that begins an item."""


@dataclass(frozen=True, slots=True)
class _Level:
    is_numbered: bool
    before: str
    behind: str


class OdtBody:
    """Target for the events of `content.xml`, `meta.xml` and flat documents.

    Notes stand at the end. Deleted text, comments, tables of contents and hidden text are left
    out; fields show what they showed last.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.meta: dict[str, list[str]] = {}
        """What the document says of itself, under its own names."""
        self._ready: list[Block] = []
        self._notes: list[Block] = []
        self._path: list[str] = []
        self._dropped_at = 0
        self._open: list[_Paragraph | _Table] = []
        self._later: list[Block] = []
        self._lists: list[_List] = []
        self._styles: dict[str, dict[int, _Level]] = {}
        self._style = ""
        self._in_note = 0

    def take(self) -> Iterator[Block]:
        """What was finished since the last time."""
        ready, self._ready = self._ready, []
        yield from ready

    def take_notes(self) -> Iterator[Block]:
        """The notes, once all was read."""
        notes, self._notes = self._notes, []
        yield from notes

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        self._path.append(name)
        if self._dropped_at:
            return
        if "meta" in self._path[:3] and name in _META:
            self.meta.setdefault(name, []).append("")
        elif name in _DROPPED:
            self._dropped_at = len(self._path)
        elif name == "list-style":
            self._style = said(attributes, "name")
        elif name in (_BULLETED, _NUMBERED):
            self._learn(name, attributes)
        elif "body" in self._path:
            self._start_in_body(name, attributes)

    def _start_in_body(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("p", "h"):
            level = said(attributes, "outline-level") if name == "h" else ""
            is_title = said(attributes, "style-name") == "Title"
            heading = 0 if is_title else int(level) if level.isdigit() else None
            self._open.append(_Paragraph(level=heading))
        elif name == "table":
            self._open.append(_Table())
        elif name in ("table-cell", "covered-table-cell") and (table := self._table()):
            table.cells.append([])
        elif name == "note":
            self._in_note += 1
        elif name == "list":
            inherited = self._lists[-1].style if self._lists else ""
            self._lists.append(_List(said(attributes, "style-name") or inherited))
        elif name in ("list-item", "list-header") and self._lists:
            self._begin_item(self._lists[-1], is_item=name == "list-item")
        elif paragraph := self._paragraph():
            _add_sign(paragraph, name, attributes)

    def _learn(self, name: str, attributes: Mapping[str, str]) -> None:
        """How a level of a style of lists is marked."""
        level = said(attributes, "level")
        if level.isdigit():
            shown = said(attributes, "num-format")
            self._styles.setdefault(self._style, {})[int(level)] = _Level(
                is_numbered=name == _NUMBERED and bool(shown),
                before=said(attributes, "num-prefix"),
                behind=said(attributes, "num-suffix") if name == _BULLETED or shown else "",
            )

    def _begin_item(self, own: _List, *, is_item: bool) -> None:
        level = self._styles.get(own.style, {}).get(len(self._lists))
        own.count += is_item
        if not is_item:
            own.mark = ""
        elif level and level.is_numbered:
            own.mark = f"{level.before}{own.count}{level.behind or '.'}"
        else:
            own.mark = BULLET

    def data(self, text: str) -> None:
        """Text stands there."""
        if self._dropped_at:
            return
        if "meta" in self._path[:3] and self._path[-1] in self.meta:
            self.meta[self._path[-1]][-1] += text
        elif paragraph := self._paragraph():
            paragraph.text.append(" ".join(text.splitlines()))

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if self._dropped_at:
            self._dropped_at = 0 if len(self._path) == self._dropped_at else self._dropped_at
        elif name in ("p", "h") and (paragraph := self._paragraph()):
            self._open.pop()
            self._end_paragraph(paragraph)
        elif name == "table-row" and (table := self._table()):
            cells, table.cells = table.cells, []
            self._open.pop()
            self._add(row(cells))
            self._open.append(table)
        elif name == "table" and self._table():
            self._open.pop()
        elif name == "note":
            self._in_note -= 1
        elif name == "list" and self._lists:
            self._lists.pop()
        self._path.pop()

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        text = tidy("".join(paragraph.text))
        if text and self._in_note:
            self._notes.append(Block(text=text))
        elif text:
            mark = self._take_mark()
            self._add([Block(text=f"{mark} {text}" if mark else text, level=paragraph.level)])
        if not any(isinstance(each, _Paragraph) for each in self._open):
            later, self._later = self._later, []
            self._add(later)

    def _take_mark(self) -> str:
        """The mark of the innermost list; only the first paragraph of an item has one."""
        if not self._lists:
            return ""
        mark, self._lists[-1].mark = self._lists[-1].mark, ""
        return mark

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


def _add_sign(paragraph: _Paragraph, name: str, attributes: Mapping[str, str]) -> None:
    """Blanks and breaks, which OpenDocument writes as elements."""
    if name == "s":
        count = said(attributes, "c")
        paragraph.text.append(" " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS))
    elif name == "tab":
        paragraph.text.append(" ")
    elif name == "line-break":
        paragraph.text.append("\n")
