"""The names of all articles, and the passages that a name leads to, as lists."""

from collections.abc import Sequence

from rich.segment import Segment

from annotations.store.names.profiles import Passage, PassageKind, Profile
from reader.name_columns import name_line, passage_line, span_of
from reader.widgets.virtual_rows import VirtualRows


class NameList(VirtualRows):
    """A row a name."""

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="names")
        self._profiles: Sequence[Profile] = ()
        self._span = (0, 0)

    def show(self, profiles: Sequence[Profile], *, go_to: str = "") -> None:
        """List these names; the cursor stays on its name, or goes to another, if that is listed."""
        current = self.profile
        self._profiles, self._span = profiles, span_of(profiles)
        self.set_count(len(profiles))
        names = [each.name for each in profiles]
        wanted = (go_to, current.name if current else "")
        found = next((each for each in wanted if each in names), None)
        if found is not None:
            self.go(names.index(found), announce=False)

    @property
    def profile(self) -> Profile | None:
        """The name under the cursor."""
        return self._profiles[self.row] if self.row < len(self._profiles) else None

    def draw(self, row: int, width: int) -> list[Segment]:
        """A name with its counts."""
        return [Segment(f" {name_line(self._profiles[row], self._span, width - 2)}")]


class PassageList(VirtualRows):
    """A row a passage."""

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="passages")
        self._passages: Sequence[Passage] = ()

    def show(self, passages: Sequence[Passage]) -> None:
        """List these passages, from the first one on."""
        self._passages = passages
        self.set_count(len(passages))
        self.go(0, announce=False)

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor."""
        return self._passages[self.row] if self.row < len(self._passages) else None

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles of the passages, in their order."""
        return tuple(dict.fromkeys(each.article_id for each in self._passages))

    def draw(self, row: int, width: int) -> list[Segment]:
        """A passage; mere mentions stand back."""
        passage = self._passages[row]
        line = f" {passage_line(passage, width - 2)}"
        is_mention = passage.kind is PassageKind.MENTION
        return [Segment(line, self.dim_style())] if is_mention else [Segment(line)]
