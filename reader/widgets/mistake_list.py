"""What was wrong with suggestions, each in its context."""

from collections.abc import Sequence

from rich.segment import Segment

from reader.mistake_columns import FoundMistake, mistake_line
from reader.widgets.virtual_rows import VirtualRows


class MistakeList(VirtualRows):
    """A row a mistake."""

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="mistakes")
        self._found: Sequence[FoundMistake] = ()

    def show(self, found: Sequence[FoundMistake]) -> None:
        """List these; the cursor stays on its row."""
        self._found = found
        self.set_count(len(found))

    @property
    def mistake(self) -> FoundMistake | None:
        """The one under the cursor."""
        return self._found[self.row] if self.row < len(self._found) else None

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles in their order."""
        return tuple(dict.fromkeys(each.article_id for each in self._found))

    def draw(self, row: int, width: int) -> list[Segment]:
        """What was wrong, and the words around."""
        head, before, text, behind, title = mistake_line(self._found[row], width - 2)
        hit = self.get_component_rich_style("rows--hit", partial=True)
        return [
            Segment(f" {head}{before}"),
            Segment(text, hit),
            Segment(behind),
            Segment(title, self.dim_style()),
        ]
