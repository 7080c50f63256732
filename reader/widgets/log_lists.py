"""The lists of the log: edits, what one of them changed, and what became of an annotation."""

from collections.abc import Sequence
from datetime import date

from rich.segment import Segment

from annotations.store.log import LoggedEdit, LoggedGroup
from reader.log_columns import log_line
from reader.log_lines import Line, change_line, change_lines
from reader.widgets.columns import fitted
from reader.widgets.read_rows import ReadRows

EXPANDED = 50
"""Changes of an edit that are shown field by field; of one with more, each has a line."""


class GroupList(ReadRows[LoggedGroup]):
    """A row an edit: when, by whom, what, and where; those that are undone stand back."""

    def __init__(self) -> None:
        """Make an empty list; `show_ids` fills it."""
        super().__init__(id="log")
        self.in_article = False
        """Whether all edits are about one article."""

    @property
    def current(self) -> LoggedGroup | None:
        """The edit under the cursor; null if there is none, or it is not read yet."""
        return self.detail(self.row) if self.count else None

    def show_ids(self, ids: Sequence[int]) -> None:
        """List edits; the cursor stays on the one on which it was, if that is still listed."""
        before = self.ids[self.row] if self.count else None
        super().show_ids(ids)
        if before is not None and self.count:
            self.go(_place(ids, before), announce=False)

    def draw(self, row: int, width: int) -> list[Segment]:
        """One edit."""
        group = self.detail(row)
        if group is None:
            return []
        style = None if group.state == "done" else self.dim_style()
        line = log_line(group, width - 2, in_article=self.in_article, today=date.today())
        return [Segment(f" {line}", style)]


class LineList(ReadRows[LoggedEdit]):
    """Lines of which some belong together; the cursor goes from heading to heading."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Args:
        id: The widget's id in the style sheet.
        """
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show lines; the cursor stays in the block in which it was."""
        block = self.block
        self._lines = lines
        self.set_count(len(lines))
        self.go(next((row for row, each in enumerate(lines) if each.block == block), 0))

    @property
    def block(self) -> int:
        """Which of the things listed the cursor is on, counted from 0."""
        return self._lines[self.row].block if self.row < len(self._lines) else self.row

    def go(self, row: int, *, announce: bool = True) -> None:
        """Put the cursor on a row, or on the heading that follows in that direction."""
        row = min(max(0, row), max(0, self.count - 1))
        step = 1 if row > self.row else -1
        while 0 < row < len(self._lines) and not self._lines[row].is_heading:
            row += step
        if row >= self.count:
            row = self._last_heading()
        self._show_block(row)
        super().go(row, announce=announce)

    def _last_heading(self) -> int:
        return max((row for row, each in enumerate(self._lines) if each.is_heading), default=0)

    def _show_block(self, row: int) -> None:
        """Bring the lines below a heading into view, as far as there is room."""
        end = row + 1
        while end < len(self._lines) and not self._lines[end].is_heading:
            end += 1
        if end - self.scroll_offset.y > self.size.height:
            top = min(row, end - self.size.height)
            self.scroll_to(y=top, animate=False, immediate=True)

    def draw(self, row: int, width: int) -> list[Segment]:
        """One line."""
        line = self._lines[row]
        style = self.dim_style() if line.stands_back else None
        if line.is_heading and not line.stands_back:
            style = self.get_component_rich_style("rows--heading", partial=True)
        return [Segment(f" {fitted(line.text, width - 2)}", style)]


class ChangeList(LineList):
    """What an edit changed: each with its fields, or where they are very many a line each."""

    def __init__(self) -> None:
        """Make an empty list; `show_changes` fills it."""
        super().__init__(id="log-changes")
        self._edits: Sequence[LoggedEdit] = ()
        self._several = False

    def show_changes(
        self, ids: Sequence[int], edits: Sequence[LoggedEdit], *, several: bool, again: bool
    ) -> None:
        """Show what an edit changed.

        Args:
            ids: The ids of all changes.
            edits: They themselves, if they are few; else none.
            several: Whether they are of several articles.
            again: Whether it is the edit that was shown before, so that the cursor stays.
        """
        self._edits, self._several = edits, several
        if not again:
            self.row = 0
        self._lines = ()
        if edits:
            self.ids = ids
            self.show(change_lines(edits, several=several))
        else:
            self.show_ids(ids)
            self.go(self.row if again else 0, announce=False)

    @property
    def current(self) -> LoggedEdit | None:
        """The change under the cursor; null if there is none, or it is not read yet."""
        if not self.count:
            return None
        return self._edits[self.block] if self._edits else self.detail(self.row)

    def draw(self, row: int, width: int) -> list[Segment]:
        """One line of a change, or a change."""
        if self._lines:
            return super().draw(row, width)
        edit = self.detail(row)
        if edit is None:
            return []
        return [Segment(f" {fitted(change_line(edit, several=self._several), width - 2)}")]


def _place(ids: Sequence[int], wanted: int) -> int:
    """Where an id is among ids that descend, or would be."""
    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        if ids[middle] > wanted:
            low = middle + 1
        else:
            high = middle
    return low
