"""Pieces of text, ends of paragraphs, cells and rows become paragraphs."""

from annotations.sources.documents.blocks import BULLET, Block, row, tidy


class Flow:
    """Paragraphs that are being collected."""

    def __init__(self) -> None:
        """Nothing is collected yet."""
        self.blocks: list[Block] = []
        """What is finished."""
        self._pieces: list[str] = []
        self._mark = ""
        self._cell: list[Block] = []
        self._cells: list[list[Block]] = []

    def add(self, text: str) -> None:
        """Text stands there."""
        self._pieces.append(text)

    def mark(self, text: str) -> None:
        """The paragraph is an item of a list; a number stands as it is, a sign is a bullet."""
        said = text.strip()
        self._mark = said if not said or any(map(str.isalnum, said)) else BULLET

    def end_paragraph(self, *, level: int | None, in_table: bool) -> None:
        """A paragraph ends; outside a table that ends the row, too."""
        text = tidy(_whole_characters("".join(self._pieces)))
        mark, self._mark = self._mark, ""
        self._pieces = []
        if not in_table:
            self.end_row()
        if text:
            block = Block(text=f"{mark} {text}" if mark else text, level=level)
            (self._cell if in_table else self.blocks).append(block)

    def end_cell(self) -> None:
        """A cell ends, and its last paragraph."""
        self.end_paragraph(level=None, in_table=True)
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """A row ends, if there is one."""
        if self._cell:
            self._cells.append(self._cell)
        self.blocks += row(self._cells)
        self._cells, self._cell = [], []


def _whole_characters(text: str) -> str:
    """A text whose characters beyond the first plane are whole; Rich Text has them in halves."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
